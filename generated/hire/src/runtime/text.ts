import { demand } from "./demand.js";

/**
 * Makes foreign text safe for a log line: control and invisible characters, line breaks and broken
 * surrogates become one space, and what is longer than `max` UTF-16 units is cut.
 */
export function plain(text: string, max: number): string {
  const clean = text
    .slice(0, max)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " ")
    .trim();
  return text.length > max ? `${clean}…` : clean;
}

/**
 * Whether a value can stand as a token in a header: printable ASCII without spaces, nor with what
 * JSON would write in another way, so that an echo of it is always found.
 */
export function isToken(value: unknown): value is string {
  return typeof value === "string" && /^[!#-[\]-~]+$/.test(value);
}

/** Throws a `TypeError` for what is no token; `fetch` would do so, too, but repeat it. */
export function demandToken(name: string, value: unknown): asserts value is string {
  demand(isToken(value), `${name}: use printable ASCII without spaces`);
}

/** How many characters of a failed reply are read; a longer one is none of the platform's. */
const most = 1_000_000;

/** The body as text. That of a failed reply is cut where it gets out of hand. */
export function readText(response: Response): Promise<string> {
  if (response.ok || !response.body) return response.text();
  return readStart(response.body);
}

async function readStart(body: ReadableStream<Uint8Array>): Promise<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  while (text.length < most) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text;
}
