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

  set(name: string, others: Iterable<string>): void {
    this.#all.set(name, new Set(others));
  }

  /** As it is now. */
  copy(): Map<string, ReadonlySet<string>> {
    return new Map([...this.#all].map(([name, others]) => [name, new Set(others)]));
  }

  /** Takes a thing out of all that it belongs to. */
  forget(other: string): void {
    for (const others of this.#all.values()) others.delete(other);
  }
}

const NONE: ReadonlySet<string> = new Set();
