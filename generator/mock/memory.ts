import type { Answer } from "./answer.js";

/** What earlier calls were answered, by their idempotency values. */
export interface Memory {
  readonly recall: (key: string) => Answer | undefined;
  /** Keeps it for so many milliseconds. */
  readonly keep: (key: string, answer: Answer, milliseconds: number) => void;
}

/** How many calls are remembered, so that a long run stays small. */
const MOST = 10_000;

export function createMemory(now: () => number): Memory {
  const entries = new Map<string, { readonly answer: Answer; readonly ends: number }>();
  return {
    recall(key) {
      const entry = entries.get(key);
      return entry !== undefined && now() < entry.ends ? entry.answer : undefined;
    },
    keep(key, answer, milliseconds) {
      entries.delete(key); // or a new entry would keep the old one's place in the line
      entries.set(key, { answer, ends: now() + milliseconds });
      const [oldest] = entries.keys();
      if (entries.size > MOST && oldest !== undefined) entries.delete(oldest);
    },
  };
}
