import { isSameLabel } from "../label.js";

/** What stands there, unless all pages are known and agree on another word. */
export function chosen(
  there: string | undefined,
  said: readonly (string | undefined)[],
  isComplete: boolean,
): string | undefined {
  const first = said.find((text) => text !== undefined);
  if (there === undefined || first === undefined) return there ?? first;
  return isComplete && agreed(said) !== undefined && !isSameLabel(first, there) ? first : there;
}

/** The one word that all of them have. */
export function agreed(said: readonly (string | undefined)[]): string | undefined {
  const [first] = said;
  const isSame = (text: string | undefined) => isSameLabel(text ?? "", first ?? "");
  return said.every(isSame) ? first : undefined;
}
