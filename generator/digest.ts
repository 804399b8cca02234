import { hash } from "./hash.js";

/**
 * A hash of everything that can be reached from a value of plain objects, arrays, sets and what
 * they hold. Objects that are met again are told by their number, so that circles come to an end.
 */
export function digest(value: unknown): string {
  const parts: string[] = [];
  const met = new Map<object, number>();
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) {
      parts.push(typeof part === "string" ? `${part.length}"${part}` : String(part));
      return;
    }
    const number = met.get(part);
    if (number !== undefined) {
      parts.push(`#${number}`);
      return;
    }
    met.set(part, met.size);
    if (part instanceof Set || Array.isArray(part)) {
      parts.push("[");
      for (const item of part) visit(item);
      parts.push("]");
      return;
    }
    if (Object.getPrototypeOf(part) !== Object.prototype && Object.getPrototypeOf(part) !== null)
      throw new TypeError("a digest is of plain values");
    parts.push("{");
    for (const key in part) {
      parts.push(`${key.length}"${key}`);
      visit((part as Record<string, unknown>)[key]);
    }
    parts.push("}");
  };
  visit(value);
  return hash(parts.join(" "));
}
