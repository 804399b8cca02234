import { diagnostic, type Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Row } from "../../page.js";
import { fieldColumnOf, type FieldColumn } from "../../words/columns.js";
import { requiredOf } from "../../words/facts.js";
import type { Table, TableRow } from "./blocks.js";
import { plainCell } from "./cell.js";
import { depthsOf } from "./depth.js";
import { nameCellOf, type NameCell } from "./name-cell.js";
import { looksLikeType, typeTextOf } from "./type-cell.js";

/** A row, and what a column of the table says of its place (请求 URL). */
export interface PlacedRow extends Row {
  readonly place: string | undefined;
}

type Columns = ReadonlyMap<FieldColumn, number>;

/** The columns of a table of fields; undefined for tables of anything else. */
export function fieldColumnsOf({ header }: Table): Columns | undefined {
  const columns = new Map<FieldColumn, number>();
  header.forEach((cell, i) => {
    const column = fieldColumnOf(plainCell(cell));
    if (column !== undefined && !columns.has(column)) columns.set(column, i);
  });
  const isOfFields = columns.has("name") && (columns.has("type") || columns.has("text"));
  return isOfFields ? columns : undefined;
}

/** The rows of a table of fields. `marksAll`: a table without marks is known to be flat. */
export function fieldRowsOf(
  table: Table,
  columns: Columns,
  marksAll: boolean,
): { rows: PlacedRow[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const read: { row: TableRow; name: NameCell; isJoined?: boolean }[] = [];
  for (const row of table.rows) {
    const filled = row.cells.filter((cell) => cell.trim() !== "").length;
    const name = nameCellOf(row.cells[columns.get("name") ?? 0] ?? "");
    if (filled === 0 || NONE.test(name.name)) continue;
    const names = joinedIn(name.name);
    // A line of text right under a table is one cell to Markdown; names need something beside them.
    if (names.length > 1 && filled > 1) {
      read.push(...names.map((part) => ({ row, name: { ...name, name: part }, isJoined: true })));
      diagnostics.push(diagnostic("names-joined", row.at, { names: names.join(", ") }));
    } else if (FIELD_NAME.test(name.name) && (filled > 1 || table.header.length === 1))
      read.push({ row, name });
    else if (filled > 1)
      diagnostics.push(diagnostic("row-without-name", row.at, { name: name.name }));
  }
  const depths = depthsOf(read.map(({ name }) => name));
  const isMarked = depths.some((depth) => depth !== undefined);
  // Only programs write names as code spans, and they mark every nested row.
  const isByProgram = read.every(({ name }) => name.isCode);
  // Fields below the data of a reply that has no marks at all: their author left the marks out.
  const data = read.findIndex(({ name }) => name.name === "data");
  const isFlat = (marksAll || isByProgram) && (data < 0 || data === read.length - 1);
  const rows = read.map(({ row, name, isJoined }, i): PlacedRow => {
    const { cells, isShifted } = shifted(row.cells, columns);
    const cell = (column: FieldColumn): string | undefined => {
      const index = columns.get(column);
      return index === undefined ? undefined : cells[index];
    };
    const told = {
      ...filledText("example", cell("example")),
      ...filledText("default", cell("default")),
    };
    // A column that has no header ends up in the last one.
    const [text = "", place = ""] = columns.has("place")
      ? [cell("text")]
      : (cell("text") ?? "").split(/\|(?=\s*请求\s*(?:url|体|头)\s*$)/iu);
    return {
      name: name.name,
      type: isShifted ? "" : typeTextOf(cell("type") ?? ""),
      // Of the fields in one row, one is usually enough.
      required: isJoined
        ? undefined
        : (requiredOf(plainCell(cell("required") ?? "")) ?? name.required),
      depth: isMarked || !isFlat ? depths[i] : 0,
      text: plainCell(text),
      ...(Object.keys(told).length > 0 ? { told } : {}),
      at: row.at,
      place: plainCell(cell("place") ?? place) || undefined,
    };
  });
  return { rows, diagnostics };
}

/** Headers and blank rows of the vendor's own making. */
const NONE = /^(?:|[-—/]+|无|暂无|none|n\/a)$/iu;

/** `user_id、open_id`: the parts of a name cell that are all names. */
function joinedIn(name: string): readonly string[] {
  const parts = name.split(/\s?(?:、|或者?)\s?/u);
  return parts.every((part) => /^\w{1,100}$/u.test(part)) ? parts : [name];
}

/** Wire names have no Chinese in them; some have blanks by mistake. */
const FIELD_NAME = /^[^\p{Script=Han}。，；：]{1,200}$/u;

/** A type cell left out moves the cells after it to the left; the converter then fills the row up. */
function shifted(
  cells: readonly string[],
  columns: Columns,
): { cells: readonly string[]; isShifted: boolean } {
  const type = columns.get("type");
  const cell = type === undefined ? "" : typeTextOf(cells[type] ?? "");
  const isShifted = type !== undefined && cells.at(-1)?.trim() === "" && !looksLikeType(cell);
  if (!isShifted) return { cells, isShifted };
  return { cells: [...cells.slice(0, type), "", ...cells.slice(type, -1)], isShifted };
}

function filledText<K extends string>(key: K, raw: string | undefined): { [P in K]?: string } {
  const text = plainCell(raw ?? "");
  // A computed key widens to string, though it is K.
  return text === "" || text === "-" ? {} : ({ [key]: text } as { [P in K]?: string });
}
