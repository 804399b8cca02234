import type { OperationEntry, Spec } from "../../lint/spec.js";
import type { Fragment } from "../fragment.js";

interface Index {
  readonly byHttp: ReadonlyMap<string, OperationEntry>;
  readonly byId: ReadonlyMap<string, OperationEntry>;
  readonly byLink: ReadonlyMap<string, OperationEntry>;
}

/** Made once for each spec: hundreds of pages are compared with the same. */
const indexes = new WeakMap<Spec, Index>();

/**
 * The operation of the spec that a page describes: the one with its method and path, since the name
 * may be of our own making; or else, since the path may have changed, the one that was made from the
 * same page, or has its name.
 */
export function operationOf(
  { resource, action, operation: { http, see } }: Fragment,
  spec: Spec,
): OperationEntry | undefined {
  const index = indexes.get(spec) ?? indexOf(spec);
  indexes.set(spec, index);
  const linked = see === undefined ? undefined : index.byLink.get(see);
  return index.byHttp.get(outline(http)) ?? linked ?? index.byId.get(`${resource}.${action}`);
}

function indexOf({ resources }: Spec): Index {
  const all = [...resources.values()].flatMap(({ operations }) => operations);
  const links = new Map<string, OperationEntry>();
  const ambiguous = new Set<string>();
  for (const entry of all) {
    const { see } = entry.value;
    if (see === undefined) continue;
    if (links.has(see)) ambiguous.add(see);
    links.set(see, entry);
  }
  return {
    byHttp: new Map(all.map((entry) => [outline(entry.value.http), entry])),
    byId: new Map(all.map((entry) => [entry.id, entry])),
    // A page about several operations leads to none of them.
    byLink: new Map([...links].filter(([see]) => !ambiguous.has(see))),
  };
}

/** Parameters differ in name only. */
const outline = (http: string): string => http.replace(/:[A-Za-z0-9_]+/gu, ":");
