import type { Json } from "../endpoint.js";

export const MAX_DEPTH = 64;

/**
 * Reads an object or a list that was meant to be JSON, and as much of it as there is: keys and words
 * without quotes, comments, `…`, missing or full-width commas, a missing end. Integers that a number
 * cannot hold stay text. Undefined when it is nested deeper than any page's.
 */
export function looseJson(text: string): Json | undefined {
  let at = 0;
  let depth = 0;
  let isTooDeep = false;

  /** Moves on behind a match of a sticky pattern. */
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const skip = (): void => {
    while (take(BLANK) !== undefined || take(COMMENT) !== undefined);
  };

  const value = (): Json => {
    skip();
    const next = text[at];
    if (next === "{") return nested(object);
    if (next === "[") return nested(list);
    if (next !== undefined && next in QUOTES) return quoted(next);
    return word(take(WORD)?.trim() ?? "");
  };
  const nested = (read: () => Json): Json => {
    at += 1;
    depth += 1;
    if (depth > MAX_DEPTH) {
      isTooDeep = true;
      at = text.length;
      return null;
    }
    const result = read();
    depth -= 1;
    return result;
  };
  const list = (): Json => {
    const items: Json[] = [];
    for (skip(); at < text.length && take(/\]/uy) === undefined; skip()) {
      const before = at;
      const item = value();
      // A stray mark is no item.
      if (at === before || (item === "" && !isQuote(text[at - 1]))) at = Math.max(at, before + 1);
      else items.push(item);
    }
    return items;
  };
  const object = (): Json => {
    const entries: [string, Json][] = [];
    for (skip(); at < text.length && take(/\}/uy) === undefined; skip()) {
      const before = at;
      const key = isQuote(text[at]) ? quoted(text[at] ?? "") : take(KEY);
      skip();
      if (take(/[:：]/uy) !== undefined) {
        if (key !== undefined) entries.push([key, value()]);
      } else if (at === before) at += 1;
    }
    // Makes `__proto__` a key like any other.
    return Object.fromEntries(entries);
  };
  const quoted = (open: string): string => {
    const close = QUOTES[open] ?? open;
    // JSON in a string, whose own quotes nobody escaped.
    const isRaw = take(/"(?=[{[]+\s*"[^,\]}\s:])/uy) !== undefined;
    const from = isRaw ? at : at + 1;
    at = isRaw ? endOf(/[}\]]"/gu, from) + 1 : closing(close, from);
    const inner = text.slice(from, at);
    at += 1;
    return unescaped(inner);
  };
  const endOf = (pattern: RegExp, from: number): number => {
    pattern.lastIndex = from;
    return pattern.exec(text)?.index ?? text.length;
  };
  const closing = (close: string, from: number): number => {
    for (let end = from; end < text.length; end += 1) {
      if (text[end] === "\\") end += 1;
      else if (text[end] === close) return end;
    }
    return text.length;
  };

  const result = value();
  return isTooDeep || typeof result !== "object" || result === null ? undefined : result;
}

/** Backticks are left by converters that mark braces. */
const BLANK = /(?:[\s,，;`]|\.{2,}|…)+/uy;
const COMMENT =
  /\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|#[^\n]*|<!--(?:[^-]|-(?!->))*(?:-->)?/uy;
const WORD = /(?:(?!\s(?:\/\/|#))[^,，\]}\n`])+/uy;
const KEY = /[^\s:：,，{}[\]"]+/uy;
const QUOTES: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  '"': '"',
  "'": "'",
  "“": "”",
  "”": "”",
});

const isQuote = (mark: string | undefined): boolean => mark !== undefined && mark in QUOTES;

function word(text: string): Json {
  if (text === "true" || text === "false") return text === "true";
  if (text === "null") return null;
  if (!/^[-+]?[0-9]{1,400}(?:\.[0-9]{1,400})?(?:e[-+]?[0-9]{1,3})?$/iu.test(text)) return text;
  const number = Number(text);
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? text : number;
}

function unescaped(text: string): string {
  try {
    const inner: unknown = JSON.parse(`"${text.replaceAll("\n", "\\n").replaceAll("\t", "\\t")}"`);
    if (typeof inner === "string") return inner;
  } catch {
    // Not escaped as JSON wants it: taken as it stands.
  }
  return text.replaceAll('\\"', '"');
}
