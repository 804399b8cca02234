import type { Json, Operation } from "../model/model.js";
import { isObject, type JsonObject } from "../model/json.js";
import { accept, type Answer } from "./answer.js";
import { createMemory } from "./memory.js";
import { sampleObject } from "./sample.js";

export type Reply = (
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  caller: string,
) => Answer;

/** A write that has been carried out: a repeated one is not. */
export interface Applied {
  /** The operation's id. */
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Replies are the page's examples; what a call creates gets an id of its own. */
export function createReplies(
  now: () => number,
  onApplied: ((applied: Applied) => void) | undefined,
): Reply {
  const memory = createMemory(now);
  let created = 0;
  return (operation, input, caller) => {
    const key = idempotencyKey(operation, input, caller);
    const earlier = key === undefined ? undefined : memory.recall(key);
    if (earlier !== undefined) return earlier;
    const answer = accept(template(operation, () => `7${String(++created).padStart(18, "0")}`));
    if (key !== undefined)
      memory.keep(key, answer, operation.idempotency?.milliseconds ?? Infinity);
    if (operation.effect === "write") onApplied?.({ operation: operation.id, input });
    return answer;
  };
}

function idempotencyKey(
  { id, idempotency }: Operation,
  input: Readonly<Record<string, unknown>>,
  caller: string,
): string | undefined {
  const value = idempotency && input[idempotency.field.property];
  return value === undefined || value === "" ? undefined : JSON.stringify([caller, id, value]);
}

function template(operation: Operation, nextId: () => string): JsonObject {
  const { examples, output, effect, http, paging } = operation;
  const example = isObject(examples.response) ? examples.response : { msg: "success" };
  const data = isObject(example["data"]) ? example["data"] : sampleObject(output);
  const creates = effect === "write" && http.method === "POST";
  const fresh = creates ? withFreshId(data, nextId) : data;
  const done = paging === undefined ? fresh : { ...fresh, has_more: false };
  return { ...example, ...(output.fields.length > 0 ? { data: done } : {}) };
}

/** The id of what was created: that of the reply itself or of an object right inside it. */
function withFreshId(data: JsonObject, nextId: () => string): JsonObject {
  const has = [data, ...Object.values(data)].some(hasId);
  if (!has) return data;
  const id = nextId();
  const renew = (value: Json): Json => (hasId(value) ? { ...value, id } : value);
  const inner = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, renew(value)]));
  return hasId(data) ? { ...inner, id } : inner;
}

function hasId(value: Json): value is JsonObject {
  return isObject(value) && typeof value["id"] === "string";
}
