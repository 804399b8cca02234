import { diagnostic, type Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Location, SourceFile } from "../../../source.js";
import type { Page } from "../../page.js";
import type { Reading } from "../../reading.js";
import { untoldScopes } from "../../row-scopes.js";
import {
  appTypesOf,
  isOwnHeader,
  limitsOf,
  scopesOf,
  tokensOf,
  type Fact,
} from "../../words/facts.js";
import type { Block } from "./blocks.js";
import { isAdvisedAgainst } from "./deprecation.js";
import { errorRowsOf } from "./errors-table.js";
import { exampleOf } from "./examples.js";
import { methodIn, pathIn, type FactCells } from "./facts-table.js";
import { fieldsOf } from "./fields.js";
import { identityOf, linkOf, type Front } from "./front-matter.js";
import { kindOf } from "./kind.js";
import { outlineOf, type Part } from "./outline.js";
import { placed } from "./placing.js";

/**
 * Makes a page of its blocks. `front` is what stood above them; `showsDepth` says whether rows without
 * a mark stand at the top.
 */
export function pageOf(
  source: SourceFile,
  blocks: readonly Block[],
  front: Front,
  showsDepth: boolean,
): Reading {
  const outline = outlineOf(blocks);
  const start = blocks[0]?.at ?? { file: source, start: 0, end: 0 };
  if (outline === undefined) {
    const what = kindOf(blocks, front.fullPath);
    return { page: undefined, diagnostics: [diagnostic("page-not-operation", start, { what })] };
  }

  const { facts, parts, second } = outline;
  const at = facts.get("url")?.at ?? start;
  const [method, path] = [methodIn(facts), pathIn(facts)];
  if (method === undefined || path === undefined) {
    return { page: undefined, diagnostics: [diagnostic("unread-address", at, {})] };
  }

  const { fields, diagnostics: inFields } = fieldsOf(parts, showsDepth);
  const request = placed(fields, path, method);
  const errors = errorsOf(parts);
  const title = front.title ?? outline.title ?? "";
  const page: Page = {
    source,
    title,
    link: linkOf(front),
    identity: identityOf(front),
    method,
    path,
    at,
    limits: limitsOf(facts.get("limits")?.text ?? ""),
    appTypes: appTypesOf(facts.get("appTypes")?.text ?? ""),
    scopes: scopesOf(facts.get("scopes")?.text ?? ""),
    tokens: tokensOf(fields.headers.find(({ name }) => /^authorization$/iu.test(name))?.text ?? ""),
    isMultipart:
      fields.headers.some(({ text }) => /multipart\/form-data/iu.test(text)) ||
      request.rows.body.some(({ type }) => type === "file"),
    isDeprecated: isAdvisedAgainst(parts, title, front.fullPath),
    rows: { ...request.rows, response: fields.response },
    requestExample: exampleOf(parts, ["requestExample", "body", "parameters", "request"]),
    responseExample: exampleOf(parts, ["responseExample", "responseBody", "response"]),
    errors: errors.rows,
  };
  return {
    page,
    diagnostics: [
      ...(second === undefined ? [] : [diagnostic("second-operation", second, {})]),
      ...unreadFacts(page, facts),
      ...untoldFields(page, facts),
      ...inFields,
      ...fields.headers
        .filter(({ name }) => !isOwnHeader(name))
        .map(({ name, at }) => diagnostic("header-left-out", at, { name })),
      ...request.diagnostics,
      ...errors.diagnostics,
    ],
  };
}

/** Scopes that some fields of the reply need, where no row says that it is one of them. */
function untoldFields({ rows }: Page, facts: FactCells): Diagnostic[] {
  const cell = facts.get("fieldScopes");
  const scopes = untoldScopes(scopesOf(cell?.text ?? ""), rows);
  if (cell === undefined || scopes.length === 0) return [];
  return [diagnostic("field-scopes", cell.at, { scopes: scopes.join(", ") })];
}

function errorsOf(parts: readonly Part[]): ReturnType<typeof errorRowsOf> {
  const tables = parts.flatMap(({ section, block }) =>
    section === "errors" && block.kind === "table" ? [errorRowsOf(block)] : [],
  );
  return {
    rows: tables.flatMap(({ rows }) => rows),
    diagnostics: tables.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** Cells with words of which nothing was understood. */
function unreadFacts(page: Page, facts: FactCells): Diagnostic[] {
  const read: readonly (readonly [Fact, readonly string[], string])[] = [
    ["limits", page.limits, "rate limit"],
    ["appTypes", page.appTypes, "app types"],
    ["scopes", page.scopes, "scopes"],
  ];
  return read.flatMap(([fact, values, name]) => {
    const cell = facts.get(fact);
    if (cell === undefined || values.length > 0 || NONE.test(cell.text)) return [];
    const at: Location = cell.at;
    return [diagnostic("unread-fact", at, { fact: name, text: cell.text })];
  });
}

const NONE = /^(?:|[-—/]+|无|暂无|none|n\/a)[。.]?$/iu;
