/**
 * What stands in the spec but could not be read. It has been reported once, where it stands;
 * whatever refers to it must not be reported as well.
 */
export class Lost {
  readonly #names = new Set<string>();
  #isAnything = false;

  /** A type, an error, a field, an operation (`offer.create`). */
  name(name: string): void {
    this.#names.add(name);
  }

  /** A whole file: nobody can tell what it would have described. */
  file(): void {
    this.#isAnything = true;
  }

  get isEmpty(): boolean {
    return !this.#isAnything && this.#names.size === 0;
  }

  mayHold(name: string): boolean {
    return this.#isAnything || this.#names.has(name);
  }
}
