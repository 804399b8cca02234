import type { RateLimit } from "../model/model.js";

const UNITS: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3_600, d: 86_400 };

/** `20/s`; none for a special limit, which is not published. The linter has seen to the form. */
export function rateLimit(text: string): readonly RateLimit[] {
  const [calls, unit = ""] = text.split("/");
  const seconds = UNITS[unit];
  return seconds === undefined ? [] : [{ calls: Number(calls), per: seconds * 1000 }];
}

/** `24h` in milliseconds. */
export function milliseconds(text: string): number {
  const [, count, unit = ""] = /^([0-9]+)([a-z]+)$/u.exec(text) ?? [];
  return Number(count) * (UNITS[unit] ?? NaN) * 1000;
}
