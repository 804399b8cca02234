import { diagnostic, type Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Method, Part, Row } from "../../page.js";
import type { PlacedRow } from "./field-table.js";

/** Rows of the request as the page's sections have them; `parameters` do not say where they go. */
export type RequestRows = Readonly<
  Record<"path" | "query" | "body" | "parameters", readonly PlacedRow[]>
>;

/** Puts every row of the request where its name, its column or its method says. */
export function placed(
  rows: RequestRows,
  path: string,
  method: Method,
): { rows: Record<Exclude<Part, "response">, Row[]>; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const out: Record<Exclude<Part, "response">, Row[]> = { path: [], query: [], body: [] };
  const names = new Map(
    [...path.matchAll(/:(\w+)/gu)].map(([, name = ""]) => [plainName(name), name]),
  );
  const missing = new Set(names.values());
  const take = (row: PlacedRow, part: keyof typeof out): void => {
    const { place: _, ...own } = row;
    if (part === "path") missing.delete(names.get(plainName(row.name)) ?? row.name);
    out[part].push(own);
  };

  for (const row of rows.path) take(row, "path");
  for (const part of ["query", "body", "parameters"] as const) {
    const sectionPlace = part === "parameters" ? undefined : part;
    // A nested row goes with the row it is in.
    let place: keyof typeof out = sectionPlace ?? (method === "GET" ? "query" : "body");
    for (const row of rows[part]) {
      if ((row.depth ?? 0) === 0) {
        const inPath = names.get(plainName(row.name));
        if (inPath !== undefined && missing.has(inPath)) place = "path";
        else place = placeOf(row.place) ?? sectionPlace ?? (method === "GET" ? "query" : "body");
        const isTold = place === (placeOf(row.place) ?? sectionPlace);
        // A name that stands in the address is sure, and so is the query where there is no body.
        if (!isTold && place !== "path" && method !== "GET") {
          diagnostics.push(diagnostic("place-guessed", row.at, { name: row.name, place }));
        }
      }
      take(row, place);
    }
  }
  return { rows: out, diagnostics };
}

/** `spreadsheetToken` and `spreadsheet_token` are one parameter. */
const plainName = (name: string): string => name.replaceAll("_", "").toLowerCase();

function placeOf(words: string | undefined): "query" | "body" | undefined {
  if (words === undefined) return undefined;
  if (/body|请求体|包体/iu.test(words)) return "body";
  return /url|query|查询|地址/iu.test(words) ? "query" : undefined;
}
