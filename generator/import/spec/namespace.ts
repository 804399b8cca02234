import type { Export } from "./exported.js";

/** Every name that the package exports, each of one owner. */
export class Namespace {
  readonly #owners = new Map<string, string>();

  isFree(names: Iterable<Export>): boolean {
    for (const [name, owner] of names) {
      const other = this.#owners.get(name);
      if (other !== undefined && other !== owner) return false;
    }
    return true;
  }

  take(names: Iterable<Export>): void {
    for (const [name, owner] of names) if (!this.#owners.has(name)) this.#owners.set(name, owner);
  }
}
