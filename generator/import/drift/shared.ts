import { baseType, eachField, groups } from "../../lint/fields.js";
import type { Spec } from "../../lint/spec.js";

/** Counted once for each spec: hundreds of pages are compared with the same. */
const counted = new WeakMap<Spec, ReadonlySet<string>>();

/** The types that more than one field has: what a page says of one may be what another says of it. */
export function sharedTypes(spec: Spec): ReadonlySet<string> {
  const known = counted.get(spec);
  if (known !== undefined) return known;
  const once = new Set<string>();
  const shared = new Set<string>();
  for (const group of groups(spec, () => "")) {
    for (const { field } of eachField(group, () => "")) {
      const name = baseType(field.type);
      if (once.has(name)) shared.add(name);
      once.add(name);
    }
  }
  counted.set(spec, shared);
  return shared;
}
