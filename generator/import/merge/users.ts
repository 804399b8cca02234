import { baseType, type FieldSpecs } from "../../lint/fields.js";
import type { Spec } from "../../lint/spec.js";
import { PARTS } from "../page.js";

/** The operations that reach each type and enum of a spec. */
export function usersOf(spec: Spec): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  for (const { operations } of spec.resources.values()) {
    for (const { id, value } of operations) {
      for (const name of reached(
        spec,
        PARTS.map((part) => value[part] ?? {}),
      )) {
        const ids = users.get(name) ?? new Set();
        users.set(name, ids.add(id));
      }
    }
  }
  return users;
}

function reached(spec: Spec, start: readonly FieldSpecs[]): ReadonlySet<string> {
  const found = new Set<string>();
  const left = [...start];
  for (let fields = left.pop(); fields !== undefined; fields = left.pop()) {
    for (const { type, fields: inner } of Object.values(fields)) {
      const base = baseType(type);
      if (inner !== undefined) left.push(inner);
      if (found.has(base)) continue;
      found.add(base);
      const named = spec.types.get(base);
      if (named !== undefined) left.push(named.value.fields);
    }
  }
  return found;
}
