/** Which things belong to which others, by name: users to a type, types to a shape. */
export class Relation {
  readonly #all = new Map<string, Set<string>>();

  add(name: string, other: string): void {
    const others = this.#all.get(name) ?? new Set<string>();
    this.#all.set(name, others.add(other));
  }

  of(name: string): ReadonlySet<string> {
    return this.#all.get(name) ?? NONE;
  }

  names(which: (others: ReadonlySet<string>) => boolean): readonly string[] {
    return [...this.#all].filter(([, others]) => which(others)).map(([name]) => name);
  }

  empty(name: string): void {
    this.#all.delete(name);
  }

  /** Takes a thing out of all that it belongs to. */
  forget(other: string): void {
    for (const others of this.#all.values()) others.delete(other);
  }
}

const NONE: ReadonlySet<string> = new Set();
