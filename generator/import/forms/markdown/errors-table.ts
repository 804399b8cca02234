import { diagnostic, type Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { ErrorRow } from "../../page.js";
import { errorColumnOf, type ErrorColumn } from "../../words/columns.js";
import type { Table } from "./blocks.js";
import { plainCell } from "./cell.js";

export function errorRowsOf(table: Table): { rows: ErrorRow[]; diagnostics: Diagnostic[] } {
  const rows: ErrorRow[] = [];
  const diagnostics: Diagnostic[] = [];
  const columns = new Map<ErrorColumn, number>();
  table.header.forEach((cell, i) => {
    const column = errorColumnOf(plainCell(cell));
    if (column !== undefined && !columns.has(column)) columns.set(column, i);
  });
  if (!columns.has("code")) return { rows, diagnostics };

  for (const { cells, at } of table.rows) {
    const text = (column: ErrorColumn) => plainCell(cells[columns.get(column) ?? -1] ?? "");
    const codes = codesIn(text("code"));
    const status = /(?<!\d)[1-5]\d\d(?!\d)/u.exec(text("status"))?.[0];
    const label = oneLine(text("label"));
    if (!/\d/u.test(text("code")) && label !== "") {
      diagnostics.push(diagnostic("error-without-code", at, { label }));
    }
    for (const code of codes) {
      rows.push({
        code,
        status: status === undefined ? undefined : Number(status),
        label,
        advice: wordsOf(text("advice")),
        at,
      });
    }
  }
  return { rows, diagnostics };
}

/** One cell may list several codes; 0 is success. */
const codesIn = (text: string): number[] =>
  (text.match(/(?<![\d.])-?\d{1,12}(?![\d.])/gu) ?? []).map(Number).filter((code) => code !== 0);

/** Cells that say nothing: `-`, `/`, `/-`. */
const wordsOf = (text: string): string => (/^[-/—\s]*$|^无$/u.test(text) ? "" : text);
const oneLine = (text: string): string => wordsOf(text).replace(/\n+/gu, " ");
