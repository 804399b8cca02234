import type { Location } from "../../source.js";
import type { Endpoint, Field, FieldType } from "../endpoint.js";
import { PARTS } from "../page.js";

/** Where a page says what, by the paths that differences have. */
export function locationsOf({ page, fields }: Endpoint): ReadonlyMap<string, Location> {
  const locations = new Map<string, Location>();
  const open: { readonly at: string; readonly fields: readonly Field[] }[] = PARTS.map((part) => ({
    at: part,
    fields: fields[part],
  }));
  for (let group = open.pop(); group !== undefined; group = open.pop()) {
    for (const { name, type, at } of group.fields) {
      const here = `${group.at}.${name}`;
      if (!locations.has(here)) locations.set(here, at);
      open.push({ at: here, fields: fieldsIn(type) });
    }
  }
  for (const { code, at } of page.errors) locations.set(`errors.${code}`, at);
  return locations;
}

function fieldsIn(type: FieldType): readonly Field[] {
  let inner = type;
  while (inner.kind === "list" || inner.kind === "map")
    inner = inner.kind === "list" ? inner.items : inner.values;
  return inner.kind === "object" ? inner.fields : [];
}
