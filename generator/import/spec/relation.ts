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

  /** Takes a thing out of all that it belongs to. */
  forget(other: string): void {
    for (const others of this.#all.values()) others.delete(other);
  }
}

const NONE: ReadonlySet<string> = new Set();
