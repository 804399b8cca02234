import { fieldAt, inputFields, isList, type FieldSpecs } from "../../lint/fields.js";
import type { OperationText } from "../../lint/grammar.js";
import type { Endpoint, Field } from "../endpoint.js";
import type { Part } from "../page.js";
import { accessOf } from "./access.js";
import type { Context } from "./context.js";
import { effectOf } from "./effect.js";
import { errorsOf, type Errors } from "./errors.js";
import { fieldScopesOf, idempotencyOf } from "./field-facts.js";
import { fieldsOf } from "./fields.js";
import { callable } from "./parameters.js";
import { oneLine } from "./wording.js";

export interface Described {
  readonly operation: OperationText;
  readonly errors: Errors["described"];
}

const LINK = /^https:\/\/[^\s<>"`\\]+$/u;

/** An operation as the spec writes it; `known` is how the spec has it so far. */
export function operationOf(
  context: Context,
  endpoint: Endpoint,
  http: string,
  action: string,
  known: OperationText | undefined,
): Described {
  const { page } = endpoint;
  const parts = callable(context, endpoint, http);
  const tables = tablesOf(context, parts, known);
  const inputs = inputFields({ label: "-", http, tokens: [], ...tables });
  const all = { ...inputs, ...tables.response };
  const paging = pagingOf(context, endpoint, tables);
  const fieldScopes = fieldScopesOf(context, parts, all, page.rows);
  const idempotency = idempotencyOf(context, parts, inputs);
  const { listed, described } = errorsOf(context, page.errors);
  const see = page.link !== undefined && LINK.test(page.link) ? page.link : undefined;
  const operation: OperationText = {
    label: oneLine(page.title) || context.id,
    ...(see === undefined ? {} : { see }),
    http,
    ...accessOf(context, page),
    ...(fieldScopes === undefined ? {} : { fieldScopes }),
    effect: effectOf(page.method, action, paging !== undefined),
    ...(idempotency === undefined ? {} : { idempotency }),
    ...(page.isDeprecated ? { deprecated: true } : {}),
    ...tables,
    ...(paging === undefined ? {} : { paging }),
    ...(listed.length > 0 ? { errors: [...listed] } : {}),
  };
  return { operation, errors: described };
}

type Tables = Pick<OperationText, Part>;

/** The inputs first: an output may share their types, but says less of them. */
function tablesOf(
  context: Context,
  parts: Endpoint["fields"],
  known: OperationText | undefined,
): Tables {
  const taken = new Map<string, Part>();
  const table = (part: Part, fields: readonly Field[]): FieldSpecs | undefined => {
    const before = known?.[part];
    const specs = fieldsOf(context, fields, {
      part,
      isSent: part !== "response",
      known: before && new Map(Object.entries(before)),
      owners: [],
      above: [],
      inline: context.words.operation,
      inlineOwner: context.id,
      claimed: new Set(),
      inlineDepth: 0,
      depth: 0,
      variants: new Set(),
      taken: new Map(taken),
    });
    if (part !== "response")
      for (const [wire, { as }] of Object.entries(specs)) taken.set(as ?? wire, part);
    return Object.keys(specs).length === 0 ? undefined : specs;
  };
  const path = table("path", parts.path);
  const query = table("query", parts.query);
  const body = table("body", parts.body);
  const response = table("response", parts.response);
  return {
    ...(path && { path }),
    ...(query && { query }),
    ...(body && { body }),
    ...(response && { response }),
  };
}

function pagingOf(
  context: Context,
  { page, paging }: Endpoint,
  { query = {}, response = {} }: Tables,
): OperationText["paging"] {
  if (paging === undefined) return undefined;
  const list = fieldAt(context.known.spec, response, paging);
  const has = (fields: FieldSpecs, name: string) => Object.hasOwn(fields, name);
  const isPaged =
    list !== undefined &&
    isList(list.type) &&
    paging.every((step) => !step.includes(".")) &&
    has(query, "page_token") &&
    has(response, "page_token") &&
    has(response, "has_more");
  if (isPaged) return { items: paging.join(".") };
  context.leaveOut(page.at, "paging", "its fields are not all there");
  return undefined;
}
