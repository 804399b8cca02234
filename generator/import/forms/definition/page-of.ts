import { diagnostic, type Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { SourceFile } from "../../../source.js";
import type { Page, Row, Sample } from "../../page.js";
import type { Reading } from "../../reading.js";
import { untoldScopes } from "../../row-scopes.js";
import { isOwnHeader, methodOf, pathOf } from "../../words/facts.js";
import { appTypesIn, errorsOf, identityOf, limitsOf, linkOf, scopesIn, tokensOf } from "./facts.js";
import { fact } from "./find.js";
import { kindOfType } from "./type.js";
import type { Members } from "./members.js";
import { fieldsOf, requestOf, responseOf } from "./parts.js";
import { plainCell } from "../markdown/cell.js";
import { refsIn } from "./refs.js";
import { rowsReader } from "./rows.js";
import { flagOf, get, textOf, type Locate, type Spot } from "./spot.js";

export function pageOf(
  source: SourceFile,
  root: Spot,
  layers: readonly Spot[],
  locate: Locate,
): Reading {
  const { pathSpot, methodSpot } = spotsOf(layers);
  const at = locate((pathSpot ?? methodSpot ?? root).path);
  const path = pathOf(textOf(pathSpot) ?? "");
  const method = methodOf(textOf(methodSpot) ?? "");
  if (path === undefined || method === undefined) {
    const [key, spot] =
      path === undefined ? (["apiPath", pathSpot] as const) : (["httpMethod", methodSpot] as const);
    const place = spot === undefined ? at : locate(spot.path);
    return { page: undefined, diagnostics: [diagnostic("definition-fact", place, { key })] };
  }
  const limits = limitsOf(layers, locate);
  const tokens = tokensOf(layers, locate);
  const errors = errorsOf(layers, locate);
  const request = requestOf(layers);
  const reader = rowsReader(refsIn(root), locate);
  const body = reader.rowsOf(request.body);
  const rows = {
    path: reader.rowsOf(request.path),
    query: reader.rowsOf(request.query),
    body,
    response: enveloped(responseOf(layers), reader.rowsOf, locate),
  };
  const identity = identityOf(layers);
  const page: Page = {
    source,
    title: titleOf(layers) ?? (identity ? `${identity.resource}.${identity.action}` : path),
    link: linkOf(layers),
    identity,
    method,
    path,
    at,
    limits: limits.value,
    appTypes: appTypesIn(layers),
    scopes: scopesIn(layers, "scopesOfDebugRequired", "requiredScopes", "scopes"),
    tokens: tokens.value,
    isMultipart: isUpload(layers, body),
    isDeprecated: flagOf(fact(layers, "deprecated", "isDeprecated")) === true,
    rows,
    requestExample: sampleOf(layers, locate, "request"),
    responseExample: sampleOf(layers, locate, "response"),
    errors: errors.value,
  };
  const diagnostics = [
    ...limits.diagnostics,
    ...tokens.diagnostics,
    ...errors.diagnostics,
    ...reader.diagnostics,
    ...unsaid(layers, request.bodyNode, rows, locate),
    ...leftOut(request.headers, locate),
  ];
  return { page, diagnostics };
}

const spotsOf = (layers: readonly Spot[]) => ({
  pathSpot: fact(layers, "apiPath", "httpPath") ?? plainPath(layers),
  methodSpot: fact(layers, "httpMethod"),
});

/** `POST /open-apis/toys`, as it is written. */
export function addressOf(layers: readonly Spot[]): string {
  const { pathSpot, methodSpot } = spotsOf(layers);
  const parts = [textOf(methodSpot), textOf(pathSpot)].filter((part) => part !== undefined);
  return parts.join(" ") || "another operation";
}

/** `path` is mostly the node of the parameters in it. */
const plainPath = (layers: readonly Spot[]): Spot | undefined =>
  layers
    .flatMap((layer) => get(layer, "path") ?? [])
    .find(({ value }) => typeof value === "string");

/** Headers that the client does not send of itself. */
const leftOut = ({ members }: Members, locate: Locate): readonly Diagnostic[] =>
  members
    .filter(({ name }) => !isOwnHeader(name))
    .map(({ name, named: { spot, on } }) =>
      diagnostic("header-left-out", locate(spot.path, on), { name }),
    );

/** What a definition says and a page has no place for. */
function unsaid(
  layers: readonly Spot[],
  body: Spot | undefined,
  rows: Page["rows"],
  locate: Locate,
): readonly Diagnostic[] {
  const download = fact(layers, "supportFileDownload");
  const scopes = fact(layers, "scopesOfFieldRequired", "fieldRequiredScopes");
  const listed = scopesIn(layers, "scopesOfFieldRequired", "fieldRequiredScopes");
  const names = untoldScopes(listed, rows);
  const type = body && textOf(get(body, "type"));
  const isList = type !== undefined && kindOfType(type) === "list";
  return [
    ...(download && flagOf(download) === true
      ? [diagnostic("binary-reply", locate(download.path), {})]
      : []),
    ...(scopes && names.length > 0
      ? [diagnostic("field-scopes", locate(scopes.path), { scopes: names.join(", ") })]
      : []),
    ...(isList ? [diagnostic("list-body", locate(body?.path ?? []), {})] : []),
  ];
}

/** Rows as pages have them: a definition may leave out the envelope around the data. */
function enveloped(
  node: Spot | undefined,
  rowsOf: ReturnType<typeof rowsReader>["rowsOf"],
  locate: Locate,
): readonly Row[] {
  const fields = fieldsOf(node);
  const names = new Set(fields.members.map(({ name }) => name));
  const isEnvelope =
    (names.has("code") && (names.has("msg") || names.has("message") || names.has("data"))) ||
    (names.has("data") && names.size === 1);
  if (isEnvelope || node === undefined || names.size === 0) return rowsOf(fields);
  const data = { name: "data", type: "object", required: undefined, depth: 0, text: "" };
  return [{ ...data, at: locate(node.path) }, ...rowsOf(fields, 1)];
}

const isUpload = (layers: readonly Spot[], body: readonly Row[]): boolean =>
  flagOf(fact(layers, "supportFileUpload")) === true ||
  body.some(({ type }) => /^(?:file|binary)(?:\[\])?$/iu.test(type)) ||
  layers.some((layer) => {
    const request = get(layer, "request");
    return /multipart/iu.test(textOf(request && get(request, "contentType")) ?? "");
  });

/** The explorer keeps names apart from definitions; then the first clause of its sentence has to do. */
function titleOf(layers: readonly Spot[]): string | undefined {
  const title = textOf(fact(layers, "title", "apiTitle", "summary", "displayName"));
  if (title !== undefined) return plainCell(title);
  const text = textOf(fact(layers.slice(0, 1), "description")) ?? "";
  const words = plainCell(text.slice(0, 1000));
  const clause = words.split(/[。；;，\n]|[.,] /u, 1)[0]?.trim() ?? "";
  return clause !== "" && clause.length <= 60 ? clause : undefined;
}

/** Whole examples are rare here; they may be JSON, or a text of JSON. */
function sampleOf(
  layers: readonly Spot[],
  locate: Locate,
  part: "request" | "response",
): Sample | undefined {
  const side = fact(layers, part);
  const spot =
    (side && get(side, "example", "sample")) ?? fact(layers, `${part}Example`, `${part}Sample`);
  if (spot === undefined) return undefined;
  const isText = typeof spot.value === "string";
  const text = isText ? textOf(spot) : JSON.stringify(spot.value, null, 2);
  return text === undefined ? undefined : { text, at: locate(spot.path) };
}
