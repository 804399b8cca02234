import type { FieldScope, ObjectType, Operation } from "../model/model.js";
import { exampleCall, type CallStyle } from "./example.js";
import { comment, title } from "./comments.js";
import { doc, docSpan } from "./escape.js";
import { mdLink } from "./markdown.js";

/** What a caller wants to know of an operation without leaving the editor. */
export function operationComment(operation: Operation, as: CallStyle): string[] {
  const { http, deprecated, see } = operation;
  const summary = title(operation);
  const request = docSpan(`${http.method} ${http.path}`);
  const tags = [
    deprecated && DEPRECATED,
    `@example\n\`\`\`ts\n${exampleCall(operation, as)}\n\`\`\``,
    throws(operation),
  ];
  return comment(
    summary,
    request,
    facts(operation, docSpan)
      .map((fact) => `- ${fact}`)
      .join("\n"),
    // No `@see`: TypeScript reads comments that have one, a twentieth of the time of a program.
    see && doc(mdLink("Documentation", see)),
    tags.filter((tag) => typeof tag === "string").join("\n"),
  );
}

const DEPRECATED = "@deprecated The vendor's page advises against it.";

/** Limits, permissions and the like, one sentence each; `code` makes a spec's text a code span. */
export function facts(operation: Operation, code: (text: string) => string): string[] {
  const { rateLimits, tokens, appTypes, scopes, fieldScopes, idempotency } = operation;
  return [
    rateLimits.length > 0 && `Rate limit: ${rateText(rateLimits)}`,
    scopes.length > 0 && `Scope, any one of: ${scopes.map(code).join(", ")}`,
    ...alternatives(fieldScopes).flatMap((scopes) => fieldScopeTexts(operation, scopes, code)),
    `Token: ${tokens.join(" or ")}`,
    appTypes.length > 0 && `App: ${appTypes.map((type) => APPS[type]).join(" or ")}`,
    idempotency !== undefined && idempotencyText(idempotency, code),
  ].filter((fact) => typeof fact === "string");
}

/** Scopes of which each is enough for some fields. */
interface Alternatives {
  readonly scopes: readonly string[];
  readonly fields: readonly string[];
}

/** Field by field, and together again where the same scopes are enough. */
function alternatives(fieldScopes: readonly FieldScope[]): readonly Alternatives[] {
  const ofField = new Map<string, readonly string[]>();
  for (const { scope, fields } of fieldScopes)
    for (const field of fields) ofField.set(field, [...(ofField.get(field) ?? []), scope]);
  const groups = new Map<string, { scopes: readonly string[]; fields: string[] }>();
  for (const [field, scopes] of ofField) {
    const group = groups.get(scopes.join(" ")) ?? { scopes, fields: [] };
    groups.set(scopes.join(" "), group);
    group.fields.push(field);
  }
  const unnamed = fieldScopes.filter(({ fields }) => fields.length === 0);
  return [...groups.values(), ...unnamed.map(({ scope }) => ({ scopes: [scope], fields: [] }))];
}

/** What scopes show in the reply, and what they let a caller send. */
function fieldScopeTexts(
  { input, output }: Operation,
  { scopes, fields }: Alternatives,
  code: (text: string) => string,
): string[] {
  const without = `Without ${scopes.map(code).join(" or ")}`;
  const names = (of: ObjectType) => new Set(of.fields.map(({ wire }) => wire));
  const [sent, received] = [names(input), names(output)];
  const isSent = (path: string) => {
    const [first = ""] = path.split(".");
    return sent.has(first) && !received.has(first);
  };
  const list = (paths: readonly string[]) => paths.map(code).join(", ");
  const absent = fields.filter((path) => !isSent(path));
  const gated = fields.filter(isSent);
  return [
    ...(absent.length > 0 || fields.length === 0
      ? [`${without} these are absent: ${list(absent) || "some fields"}`]
      : []),
    ...(gated.length > 0 ? [`${without} the server may refuse: ${list(gated)}`] : []),
  ];
}

const APPS = { custom: "custom", isv: "store" };

const rateText = (limits: readonly string[]): string =>
  `${limits.map(limitText).join(" and ")}${limits.includes(UNPUBLISHED) ? "" : " for each app and tenant"}`;

export const limitText = (limit: string): string =>
  limit === UNPUBLISHED ? "not published" : limit;

const UNPUBLISHED = "special";

function idempotencyText(
  { field, window }: NonNullable<Operation["idempotency"]>,
  code: (text: string) => string,
): string {
  const time = window === undefined ? "" : ` within ${window}`;
  return `Idempotent by ${code(field.property)}: a repeated value${time} is not applied twice`;
}

function throws({ errors }: Operation): string | undefined {
  const codes = errors.map(({ name, code, label }) => `${name} (${code} ${doc(label)})`);
  return codes.length === 0 ? undefined : `@throws {ApiError} ${codes.join(", ")}`;
}
