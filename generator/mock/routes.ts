import type { Model, Operation } from "../model/model.js";

/** Operations in the order to try them: `/agencies/query` before `/agencies/:agency_id`. */
export function routes(model: Model): readonly Operation[] {
  const operations = model.resources.flatMap((resource) => resource.operations);
  const ranked = operations.map((operation) => ({ operation, rank: rank(operation.http.path) }));
  return ranked
    .toSorted((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map(({ operation }) => operation);
}

/** One character a segment: a fixed one sorts before a parameter. */
function rank(path: string): string {
  return path
    .split("/")
    .map((segment) => (segment.startsWith(":") ? "1" : "0"))
    .join("");
}
