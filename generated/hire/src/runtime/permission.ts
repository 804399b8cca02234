import { isRecord } from "./issues.js";

type Details = Readonly<Record<string, unknown>>;

/** The scopes that the envelope's `error` object says are missing; at most twenty, odd texts left out. */
export function findScopes({ permission_violations: rows }: Details): readonly string[] {
  const named = [rows]
    .flat()
    .filter(isRecord)
    .map(({ scope, subject }) => scope ?? subject);
  return named.filter(isScope).slice(0, 20);
}

/** The first https link in what the envelope's `error` object says about permissions. */
export function findApplyUrl(error: Details): string | undefined {
  const { permission_violations: rows, helps, troubleshooter } = error;
  const text = JSON.stringify([rows, helps, troubleshooter]);
  return /https:\/\/[!#-[\]-~]{1,2000}/.exec(text)?.[0];
}

function isScope(value: unknown): value is string {
  return typeof value === "string" && /^[\w:.-]{1,100}$/.test(value);
}
