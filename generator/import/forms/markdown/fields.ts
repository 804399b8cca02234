import { diagnostic, type Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Section } from "../../words/headings.js";
import { fieldColumnsOf, fieldRowsOf, type PlacedRow } from "./field-table.js";
import type { Part } from "./outline.js";

/** Tables of fields that stand in a section of an operation's page. */
export type Fields = Record<
  "headers" | "path" | "query" | "body" | "parameters" | "response",
  PlacedRow[]
>;

const HOLDERS: Partial<Record<Part["section"], keyof Fields>> = {
  headers: "headers",
  path: "path",
  query: "query",
  body: "body",
  parameters: "parameters",
  request: "parameters",
  response: "response",
  responseBody: "response",
} satisfies Partial<Record<Section, keyof Fields>>;

/** `isMirror`: the mirror marks every nested row, so that a table without marks is flat. */
export function fieldsOf(
  parts: readonly Part[],
  isMirror: boolean,
): { fields: Fields; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const fields: Fields = {
    headers: [],
    path: [],
    query: [],
    body: [],
    parameters: [],
    response: [],
  };
  for (const { section, heading, block } of parts) {
    if (block.kind !== "table") continue;
    const columns = fieldColumnsOf(block);
    if (columns === undefined) continue;
    const holder = HOLDERS[section];
    if (holder === undefined) {
      if (section === "extra" && columns.has("type")) {
        diagnostics.push(diagnostic("table-skipped", block.at, { heading }));
      }
      continue;
    }
    const read = fieldRowsOf(block, columns, isMirror || FLAT.has(holder));
    diagnostics.push(...read.diagnostics);
    const { rows, isAlternative } = unseen(read.rows, fields[holder]);
    if (isAlternative) diagnostics.push(diagnostic("second-table", block.at, { heading }));
    fields[holder].push(...rows);
  }
  return { fields, diagnostics };
}

const FLAT: ReadonlySet<keyof Fields> = new Set(["headers", "path", "query"]);

/** A second table of a section adds to the first; where it repeats fields, it is an alternative. */
function unseen(
  rows: readonly PlacedRow[],
  before: readonly PlacedRow[],
): { rows: readonly PlacedRow[]; isAlternative: boolean } {
  const seen = new Set(before.filter(isTop).map(({ name }) => name));
  if (seen.size === 0) return { rows, isAlternative: false };
  let isSkipped = false;
  const kept = rows.filter((row) => {
    if (isTop(row)) isSkipped = seen.has(row.name);
    return !isSkipped;
  });
  return { rows: kept, isAlternative: kept.length < rows.length };
}

const isTop = ({ depth }: PlacedRow): boolean => (depth ?? 0) === 0;
