import type { OperationText } from "../lint/grammar.js";
import type { OperationEntry } from "../lint/spec.js";
import type {
  ErrorModel,
  Field,
  Method,
  ObjectType,
  Operation,
  OperationError,
  Paging,
  TypeRef,
} from "../model/model.js";
import { operationNames } from "../model/names.js";
import { milliseconds, rateLimit } from "./durations.js";
import type { Examples } from "./examples.js";
import { linked, objectIn, type TypeTable } from "./types.js";

export function resolveOperation(
  { id, name: key, resource, value, site }: OperationEntry,
  types: TypeTable,
  errors: ReadonlyMap<string, ErrorModel>,
  examples: Examples,
  service: string,
): Operation {
  const {
    input: inputName,
    output: outputName,
    errorCode,
    ...names
  } = operationNames(resource, key);
  const around = { name: names.pascal, resource, origin: site.file };
  const { path = {}, query = {}, body = {}, response = {} } = value;
  const inputs = [
    ...types.drafts(path, "path", around),
    ...types.drafts(query, "query", around),
    ...types.drafts(body, "body", around),
  ];
  const typeNames = { inputName, outputName };
  const input = types.root(around, typeNames, linked(inputs), "input");
  const outputs = linked(types.drafts(response, "field", around));
  const output = types.root(around, typeNames, outputs, "output");
  const [method, urlPath] = value.http.split(" ") as [Method, string];
  return {
    ...names,
    id,
    service,
    resource,
    errorCodeName: errorCode,
    label: value.label,
    doc: value.doc,
    see: value.see,
    http: { method, path: urlPath },
    tokens: value.tokens,
    appTypes: value.appTypes ?? [],
    scopes: value.scopes ?? [],
    fieldScopes: Object.entries(value.fieldScopes ?? {}).map(([scope, fields]) => ({
      scope,
      fields,
    })),
    rateLimits: value.rateLimit ?? [],
    limits: (value.rateLimit ?? []).flatMap(rateLimit),
    effect: value.effect ?? (method === "GET" ? "read" : "write"),
    idempotency: idempotency(value, input),
    deprecated: value.deprecated ?? false,
    input,
    output,
    inputOptional: optional(input),
    content: content(input.fields),
    paging: paging(value, output),
    errors: (value.errors ?? []).flatMap((text) => operationErrors(text, errors)),
    examples: { request: examples(id, "request"), response: examples(id, "response") },
    origin: site.file,
  };
}

function idempotency(
  { idempotency: text }: OperationText,
  input: ObjectType,
): Operation["idempotency"] {
  const field = input.fields.find(({ wire, place }) => wire === text?.field && place === "body");
  const window = text?.window;
  return (
    field && {
      field,
      window,
      milliseconds: window === undefined ? undefined : milliseconds(window),
    }
  );
}

function optional({ fields, union }: ObjectType): boolean {
  const free = (of: readonly Field[]) => of.every((field) => !field.required || field.unusable);
  if (union === undefined) return free(fields);
  return (
    free(union.base.fields) &&
    union.variants.some(
      // Only the variant without the tag takes an empty object.
      ({ members, fields }) => members === undefined && !fields.some(({ required }) => required),
    )
  );
}

function content(fields: readonly Field[]): Operation["content"] {
  const body = fields.filter(({ place }) => place === "body");
  if (body.length === 0) return undefined;
  return body.some(({ type }) => holdsFile(type)) ? "multipart" : "json";
}

function holdsFile(type: TypeRef): boolean {
  if (type.kind === "array") return holdsFile(type.of);
  return type.kind === "scalar" && type.name === "file";
}

function paging({ paging: text }: OperationText, output: ObjectType): Paging | undefined {
  if (text === undefined) return undefined;
  const items = text.items.split(".");
  let type: TypeRef = { kind: "object", of: output };
  for (const wire of items) {
    const field: Field | undefined = objectIn(type)?.fields.find(
      (candidate) => candidate.wire === wire,
    );
    if (field !== undefined) type = field.type;
  }
  return type.kind === "array" ? { items, item: type.of } : undefined;
}

type ErrorText = NonNullable<OperationText["errors"]>[number];

function operationErrors(
  text: ErrorText,
  errors: ReadonlyMap<string, ErrorModel>,
): OperationError[] {
  const entries = Object.entries(typeof text === "string" ? { [text]: {} } : text);
  return entries.flatMap(([name, override]) => {
    const base = errors.get(name);
    if (base === undefined) return [];
    const { status = base.status, label = base.label, advice = base.advice } = override;
    return [{ ...base, status, label, advice, base }];
  });
}
