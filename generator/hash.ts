import { createHash } from "node:crypto";

/** SHA-256 over texts, kept apart from each other; line ends do not count. */
export function hash(...texts: readonly string[]): string {
  const sum = createHash("sha256");
  for (const text of texts) {
    const normal = text.includes("\r") ? text.replaceAll("\r\n", "\n") : text;
    sum.update(`${normal.length}:`).update(normal);
  }
  return sum.digest("hex");
}
