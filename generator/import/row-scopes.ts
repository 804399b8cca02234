import { fieldScopesIn } from "./describe/field-scopes.js";
import { sectionsOf } from "./describe/sections.js";
import { PARTS, type Page, type Row } from "./page.js";

/**
 * Scopes that a row asks for, `字段权限要求：…`, if only for one of its values: `当值为 user_id，
 * 字段权限要求：…`.
 */
export const scopesOfRow = ({ text, told }: Pick<Row, "text" | "told">): readonly string[] => [
  ...(told?.scopes ?? []),
  // Few rows have a word of it: the others need not be cut up a second time.
  ...(MENTION.test(text) ? sectionsOf(text) : [])
    .filter(({ kind }) => kind === "scopes" || kind === "valueScopes")
    .flatMap((section) => fieldScopesIn(section.text)),
];

const MENTION = /字段权限|field (?:scope|permission)/iu;

/** Those of a page's own list that none of its rows asks for: which fields they are of is not told. */
export function untoldScopes(scopes: readonly string[], rows: Page["rows"]): readonly string[] {
  const told = new Set(PARTS.flatMap((part) => rows[part].flatMap(scopesOfRow)));
  return scopes.filter((scope) => !told.has(scope));
}
