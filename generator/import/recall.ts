/** Keeps what was found out about a text: pages repeat most of their names, types and descriptions. */
export class Recall<T> {
  readonly #found = new Map<string, T>();

  of(text: string, find: () => T): T {
    const known = this.#found.get(text);
    if (known !== undefined || this.#found.has(text)) return known as T;
    const found = find();
    if (text.length <= LONGEST && this.#found.size < MOST) this.#found.set(text, found);
    return found;
  }
}

/** What a field is called and what is said of it as one text; other two make another one. */
export const keyOf = (name: string, text: string): string => `${name.length} ${name}${text}`;

/** Longer texts are not repeated, and what is kept must stay small. */
const LONGEST = 2_000;
const MOST = 20_000;
