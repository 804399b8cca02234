import type { HonoRequest } from "hono";
import type { Field, Operation } from "../model/model.js";
import type { Violation } from "./answer.js";
import { parseForm, parseJson } from "./body.js";
import { coerce } from "./coerce.js";

/** The flat input of an operation, as a client would have given it. */
export interface Bound {
  readonly input: Readonly<Record<string, unknown>>;
  /** What no field takes. */
  readonly violations: readonly Violation[];
}

interface Place {
  readonly keys: readonly string[];
  readonly read: (field: Field) => unknown;
}

/** Undefined when the body cannot be read. */
export async function bind(
  operation: Operation,
  request: HonoRequest,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Bound | undefined> {
  const multipart = operation.content === "multipart";
  const body = multipart
    ? await formPlace(bytes, request.header("content-type"))
    : jsonPlace(bytes);
  if (body === undefined) return undefined;
  const places = { path: pathPlace(request), query: queryPlace(request), body };
  const { fields } = operation.input;
  const values = fields.map((field) => {
    const value = field.place === "field" ? undefined : places[field.place].read(field);
    return [field.property, value] as const;
  });
  return {
    input: Object.fromEntries(values.filter(([, value]) => value !== undefined)),
    violations: [...unknown(places.query, "query", fields), ...unknown(body, "body", fields)],
  };
}

function unknown(
  { keys }: Place,
  place: Field["place"],
  fields: readonly Field[],
): readonly Violation[] {
  const known = new Set(fields.filter((field) => field.place === place).map(({ wire }) => wire));
  return keys
    .filter((key) => !known.has(key))
    .map((field) => ({ field, description: `the ${place} has no such field` }));
}

function pathPlace(request: HonoRequest): Place {
  return {
    keys: [],
    read: ({ wire, type }) => {
      const text = request.param(wire);
      return text === undefined ? undefined : coerce(type, [text]);
    },
  };
}

function queryPlace(request: HonoRequest): Place {
  const { searchParams } = new URL(request.url);
  return {
    keys: [...new Set(searchParams.keys())],
    read: ({ wire, type }) =>
      searchParams.has(wire) ? coerce(type, searchParams.getAll(wire)) : undefined,
  };
}

function jsonPlace(bytes: Uint8Array): Place | undefined {
  const body = parseJson(bytes);
  if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
  const values = new Map<string, unknown>(Object.entries(body));
  return { keys: [...values.keys()], read: ({ wire }) => values.get(wire) };
}

async function formPlace(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string | undefined,
): Promise<Place | undefined> {
  const form = await parseForm(bytes, contentType);
  if (form === undefined) return undefined;
  return {
    keys: [...new Set(form.keys())],
    read: ({ wire, type }) => {
      const parts = form.getAll(wire);
      if (parts.length === 0) return undefined;
      const texts = parts.filter((part) => typeof part === "string");
      if (texts.length === parts.length) return coerce(type, texts);
      return type.kind === "array" ? parts : parts[0];
    },
  };
}
