import type { OperationEntry, Spec } from "../../lint/spec.js";
import type { Fragment } from "../fragment.js";
import { addressOf } from "../match.js";

/** `talent.v2.get` → `talent` */
export const resourceOf = (id: string): string => id.slice(0, id.indexOf("."));

export const findOperation = (spec: Spec, id: string): OperationEntry | undefined =>
  spec.resources.get(resourceOf(id))?.operations.find((operation) => operation.id === id);

/**
 * Fragments with the ids that their operations have in the spec, in the order of the ids, so that
 * the order of pages decides nothing. Of several pages of one operation the first is taken.
 */
export function identified(
  spec: Spec,
  fragments: readonly Fragment[],
): readonly (readonly [id: string, fragment: Fragment])[] {
  const routes = new Map<string, string>();
  for (const { operations } of spec.resources.values())
    for (const { id, value } of operations) routes.set(addressOf(value.http), id);
  const named = new Map<string, Fragment>();
  for (const fragment of fragments) {
    // An operation that has moved has the spec's name already.
    const own = `${fragment.resource}.${fragment.action}`;
    const id = routes.get(addressOf(fragment.operation.http)) ?? own;
    if (!named.has(id)) named.set(id, fragment);
  }
  return [...named].sort(([a], [b]) => (a < b ? -1 : 1));
}
