import { isRecord } from "./issues.js";

type Details = Readonly<Record<string, unknown>>;

/** The scopes that the envelope's `error` object says are missing; at most twenty, odd texts left out. */
export function findScopes({ permission_violations: rows }: Details): readonly string[] {
  const named = records(rows).map(({ scope, subject }) => scope ?? subject);
  return named.filter((text): text is string => matches(text, /^[\w:.-]{1,100}$/)).slice(0, 20);
}

/** The link under which a missing scope can be had, if the envelope's `error` object has an https one. */
export function findApplyUrl(error: Details): string | undefined {
  const rows = [...records(error["permission_violations"]), ...records(error["helps"])];
  const [inText] = /https:[!-~]+/.exec(String(error["troubleshooter"])) ?? [];
  const links = [...rows.map(({ url }) => url), inText];
  return links.find((text): text is string => matches(text, /^https:\/\/[!-~]{1,2000}$/));
}

function records(list: unknown): Record<string, unknown>[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

function matches(text: unknown, pattern: RegExp): text is string {
  return typeof text === "string" && pattern.test(text);
}
