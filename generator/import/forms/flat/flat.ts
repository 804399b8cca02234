import { diagnostic } from "../../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../../source.js";
import type { Page } from "../../page.js";
import type { Reading } from "../../reading.js";
import { appTypesOf, factOf, limitsOf, scopesOf, tokensOf } from "../../words/facts.js";
import { blocksOf } from "../markdown/blocks.js";
import { isAdvisedAgainst } from "../markdown/deprecation.js";
import { errorRowsOf } from "../markdown/errors-table.js";
import { exampleOf } from "../markdown/examples.js";
import { methodIn, pathIn } from "../markdown/facts-table.js";
import { fieldsOf } from "../markdown/fields.js";
import { kindOf } from "../markdown/kind.js";
import { outlineOf } from "../markdown/outline.js";
import { placed } from "../markdown/placing.js";
import { cellsOf } from "../markdown/row.js";
import { bareSection } from "./heading.js";
import { restored } from "./restore.js";

/**
 * Whether a text is a page without marks: bare lines for headings, and the rows of a table of facts.
 */
export function isFlat(text: string): boolean {
  if (/^ {0,3}#{1,6}\s/mu.test(text) || /^---\r?\n/u.test(text)) return false;
  const lines = text.split(/\r\n|\n|\r/u);
  const facts = new Set(
    lines.flatMap((line) => (line.includes("|") ? [factOf(cellsOf(line)[0] ?? "")] : [])),
  );
  return facts.has("url") && facts.has("method") && lines.some((line) => bareSection(line));
}

/** Reads a page whose marks were lost: links, line breaks and all depths of nesting below the first. */
export function readFlat(source: SourceFile): Reading {
  const blocks = blocksOf(source, restored(source.text));
  const outline = outlineOf(blocks);
  const start = blocks[0]?.at ?? { file: source, start: 0, end: 0 };
  if (outline === undefined) {
    const what = kindOf(blocks, undefined);
    return { page: undefined, diagnostics: [diagnostic("page-not-operation", start, { what })] };
  }
  const { facts, parts, second, title = "" } = outline;
  const at = facts.get("url")?.at ?? start;
  const [method, path] = [methodIn(facts), pathIn(facts)];
  if (method === undefined || path === undefined) {
    return { page: undefined, diagnostics: [diagnostic("unread-address", at, {})] };
  }

  const fact = (name: Parameters<typeof facts.get>[0]) => facts.get(name)?.text ?? "";
  // A text that marks some nested rows has not lost the marks of others.
  const { fields, diagnostics } = fieldsOf(parts, /[└∟]/u.test(source.text));
  const request = placed(fields, path, method);
  const errors = parts.flatMap(({ section, block }) =>
    section === "errors" && block.kind === "table" ? [errorRowsOf(block)] : [],
  );
  const page: Page = {
    source,
    title,
    link: undefined,
    identity: undefined,
    method,
    path,
    at,
    limits: limitsOf(fact("limits")),
    appTypes: appTypesOf(fact("appTypes")),
    scopes: scopesOf(fact("scopes")),
    tokens: tokensOf(fields.headers.find(({ name }) => /^authorization$/iu.test(name))?.text ?? ""),
    isMultipart:
      fields.headers.some(({ text }) => /multipart\/form-data/iu.test(text)) ||
      request.rows.body.some(({ type }) => type === "file"),
    isDeprecated: isAdvisedAgainst(parts, title, undefined),
    rows: { ...request.rows, response: fields.response },
    requestExample: exampleOf(parts, ["requestExample", "body", "parameters", "request"]),
    responseExample: exampleOf(parts, ["responseExample", "responseBody", "response"]),
    errors: errors.flatMap(({ rows }) => rows),
  };
  return {
    page,
    diagnostics: [
      ...(second === undefined ? [] : [diagnostic("second-operation", second, {})]),
      ...diagnostics,
      ...request.diagnostics,
      ...errors.flatMap(({ diagnostics }) => diagnostics),
    ],
  };
}
