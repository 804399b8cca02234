import { diagnostic, type Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Section } from "../../words/headings.js";
import { Alternatives } from "./alternatives.js";
import type { Table } from "./blocks.js";
import { fieldColumnsOf, fieldRowsOf, type PlacedRow } from "./field-table.js";
import type { Part } from "./outline.js";
import { attach, ownerOf } from "./substructure.js";
import { SectionRows } from "./top-rows.js";

/** Tables of fields that stand in a section of an operation's page. */
export type Fields = Record<
  "headers" | "path" | "query" | "body" | "parameters" | "response",
  PlacedRow[]
>;

export type Sections = Readonly<Record<keyof Fields, SectionRows>>;

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
  const sections: Sections = {
    headers: new SectionRows(),
    path: new SectionRows(),
    query: new SectionRows(),
    body: new SectionRows(),
    parameters: new SectionRows(),
    response: new SectionRows(),
  };
  const bodies = new Alternatives();
  const rowsOf = ({ table, columns }: TableOf, isFlat: boolean): readonly PlacedRow[] => {
    const { rows, diagnostics: found } = fieldRowsOf(table, columns, isFlat);
    diagnostics.push(...found);
    return rows;
  };
  const readInto = (found: TableOf, holder: keyof Fields): void => {
    const { heading } = found.part;
    const rows = rowsOf(found, isMirror || FLAT.has(holder));
    const isRepeated = sections[holder].repeats(rows);
    const first = holder === "body" ? bodies.add(heading, rows, isRepeated) : undefined;
    if (first !== undefined)
      diagnostics.push(diagnostic("alternative-bodies", found.table.at, { first, heading }));
    else if (isRepeated) diagnostics.push(diagnostic("second-table", found.table.at, { heading }));
    sections[holder].add(rows);
  };
  /** Whether the table is about a field that another one has. */
  const isAttached = (found: TableOf): boolean => {
    const owner = ownerOf(found.part, sections);
    if (owner !== undefined) attach(owner, rowsOf(found, true));
    return owner !== undefined;
  };

  const left: TableOf[] = [];
  for (const part of parts) {
    const { section, block } = part;
    const columns = block.kind === "table" ? fieldColumnsOf(block) : undefined;
    if (block.kind !== "table" || columns === undefined) continue;
    const found = { part, table: block, columns };
    const holder = HOLDERS[section];
    if (isAttached(found)) continue;
    if (holder !== undefined) readInto(found, holder);
    else if (section === "extra" && (columns.has("type") || isOfReply(part))) left.push(found);
  }
  // Which table the reply is, and what a type is used for, may be told further below.
  for (const found of left) {
    const { part, table, columns } = found;
    const { heading, half } = part;
    const isReply = half === "response" && columns.has("type") && !FAILURE.test(heading);
    if (isReply && sections.response.rows.length === 0) {
      diagnostics.push(diagnostic("table-taken", table.at, { heading }));
      readInto(found, "response");
    } else if (!isAttached(found))
      diagnostics.push(diagnostic("table-skipped", table.at, { heading }));
  }
  const { headers, path, query, body, parameters, response } = sections;
  return {
    fields: {
      headers: headers.rows,
      path: path.rows,
      query: query.rows,
      body: bodies.eased(body.rows),
      parameters: parameters.rows,
      response: response.rows,
    },
    diagnostics,
  };
}

interface TableOf {
  readonly part: Part;
  readonly table: Table;
  readonly columns: NonNullable<ReturnType<typeof fieldColumnsOf>>;
}

const isOfReply = ({ half, heading }: Part): boolean =>
  half === "response" && /响应|返回|response/iu.test(heading);
const FAILURE = /失败|错误|异常|fail|error/iu;

const FLAT: ReadonlySet<keyof Fields> = new Set(["headers", "path", "query"]);
