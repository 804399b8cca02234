import type { Endpoint, Field } from "../endpoint.js";
import type { Context } from "./context.js";

type Parts = Endpoint["fields"];

/** The parts of a page as a call can have them: the path's own parameters, and no body of a GET. */
export function callable(context: Context, { page, fields }: Endpoint, http: string): Parts {
  const path = inPath(context, http.slice(http.indexOf(" ") + 1), fields.path, page.at);
  if (page.method !== "GET" || fields.body.length === 0) return { ...fields, path };
  const there = new Set(fields.query.map(({ name }) => name));
  const moved = fields.body.filter(({ name }) => !there.has(name));
  for (const { name, at } of moved) context.report("import-body-to-query", at, { name });
  return { ...fields, path, query: [...fields.query, ...moved], body: [] };
}

/** `:spreadsheetToken`, where the table may spell it `spreadsheet_token`. */
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/gu, "");

function inPath(
  context: Context,
  path: string,
  fields: readonly Field[],
  at: Field["at"],
): readonly Field[] {
  const wanted = [
    ...new Set([...path.matchAll(/:([A-Za-z0-9_]+)/gu)].map(([, name = ""]) => name)),
  ];
  const exact = new Map(fields.map((field) => [field.name, field]));
  const rest = fields.filter(({ name }) => !wanted.includes(name));
  const near = new Map(rest.map((field) => [plain(field.name), field]));
  const used = new Set<Field>();
  const found = wanted.map((name): Field => {
    const field = exact.get(name) ?? near.get(plain(name));
    if (field === undefined) {
      context.report("import-path-parameter", at, { name });
      return { name, type: { kind: "scalar", name: "string" }, required: true, at };
    }
    used.add(field);
    if (field.name === name) return field;
    context.report("import-path-spelling", field.at, { name: field.name, other: name });
    return { ...field, name };
  });
  for (const field of rest.filter((other) => !used.has(other)))
    context.leaveOut(field.at, `the path parameter "${field.name}"`, `the path is ${path}`);
  return found;
}
