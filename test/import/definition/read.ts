import { readDefinition } from "../../../generator/import/forms/definition/definition.js";
import type { Page } from "../../../generator/import/page.js";
import type { Reading } from "../../../generator/import/reading.js";
import { position } from "../../../generator/diagnostics/position.js";

export const read = (value: unknown): Reading =>
  readText(typeof value === "string" ? value : JSON.stringify(value));

export const readText = (text: string): Reading =>
  readDefinition({ path: "toy.json", name: "toy.json", text });

/** A definition that is otherwise whole. */
export const toy = (more: object): object => ({
  apiPath: "/open-apis/toys/v1/toys",
  httpMethod: "POST",
  resource: "toy",
  apiName: "create",
  ...more,
});

export function pageOf(value: unknown): Page {
  const { page, diagnostics } = read(value);
  if (page === undefined) throw new Error(diagnostics.map(({ message }) => message).join());
  return page;
}

/** `body kites: kite[] !`, a blank more for each level; `!` is required, `?` is not. */
export const rows = (value: unknown): readonly string[] =>
  Object.entries(pageOf(value).rows).flatMap(([part, fields]) =>
    fields.map(({ name, type, required, depth = 0 }) => {
      const mark = required === undefined ? "" : required ? " !" : " ?";
      return `${part} ${"  ".repeat(depth)}${name}: ${type}${mark}`;
    }),
  );

/** The rows of a body with one field. */
export const bodyOf = (node: object): readonly string[] =>
  rows(toy({ request: { body: { properties: [{ name: "a", ...node }] } } })).map((row) =>
    row.slice("body ".length),
  );

/** `3:5 open-type`, or with its message. */
export const told = ({ diagnostics }: Reading): readonly string[] =>
  diagnostics.map(({ at, code, message }) => {
    const { line, column } = position(at);
    return `${line}:${column} ${code}: ${message}`;
  });
