import type { Operation } from "../model/model.js";
import type { JsonObject } from "../model/json.js";
import { operationObject, PATH_PARAMETER } from "./operation.js";

interface PathItem {
  /** Names of the path's parameters, as the first operation on the path has them. */
  readonly names: readonly string[];
  readonly methods: Record<string, JsonObject>;
}

/**
 * OpenAPI takes two templates that differ only in the names of parameters for one path, so the
 * operations of such a path share the names of its first.
 */
export function paths(operations: readonly Operation[]): JsonObject {
  const items = new Map<string, PathItem>();
  const templates = new Map<string, string>();
  for (const operation of operations) {
    const { method, path } = operation.http;
    const shape = path.replaceAll(PATH_PARAMETER, ":");
    const template = templates.get(shape) ?? path.replaceAll(PATH_PARAMETER, "{$1}");
    const item = items.get(template) ?? { names: parameterNames(path), methods: {} };
    item.methods[method.toLowerCase()] = operationObject(operation, item.names);
    templates.set(shape, template);
    items.set(template, item);
  }
  return Object.fromEntries([...items].map(([template, { methods }]) => [template, methods]));
}

function parameterNames(path: string): readonly string[] {
  return [...path.matchAll(PATH_PARAMETER)].flatMap(([, name]) =>
    name === undefined ? [] : [name],
  );
}
