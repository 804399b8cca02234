import { inspect } from "node:util";

/** Everything of an error or an event that a log line could show, causes and hidden parts included. */
export function shown(value: unknown): string {
  const texts = [String(value), inspect(value, { depth: 20, showHidden: true })];
  const causes = new Set<unknown>();
  for (let one = value; one instanceof Error && !causes.has(one); one = one.cause) {
    causes.add(one);
    texts.push(one.message, String(one.stack), JSON.stringify(one), inspect({ ...one }));
    for (const key of Reflect.ownKeys(one)) texts.push(inspect(Reflect.get(one, key)));
  }
  // A cause may be its own; JSON has no words for that.
  if (!(value instanceof Error)) texts.push(JSON.stringify(value));
  return texts.join("\n");
}

/** What of the hidden words is in a text after all, with a few letters around each. */
export function leaks(text: string, hidden: readonly string[]): string[] {
  return hidden
    .map((word) => [text.indexOf(word), word.length] as const)
    .filter(([at]) => at >= 0)
    .map(([at, length]) => text.slice(Math.max(0, at - 40), at + length));
}
