import type { Document, Node } from "yaml";
import type { Spec } from "./folder.js";
import { entriesOf, namesIn, SECTIONS } from "./names.js";

/** The spec with its first operations only, and nothing that only others need. */
export function firstOperations({ documents, examples }: Spec, count: number): Spec {
  const copies = new Map([...documents].map(([path, document]) => [path, document.clone()]));
  const kept = new Set<string>();
  for (const document of copies.values()) keepOperations(document, kept, count);
  dropUnused([...copies.values()]);
  for (const document of copies.values()) dropMentions(document, kept);
  return {
    documents: new Map([...copies].filter(([, document]) => !isEmpty(document))),
    examples: new Map([...examples].filter(([path]) => kept.has(operationOf(path)))),
  };
}

/** `examples/note.v2.create.request.json` → `note.v2.create` */
const operationOf = (path: string): string =>
  path.replace(/^examples\/(.*)\.(?:request|response)\.json$/u, "$1");

function keepOperations(document: Document, kept: Set<string>, count: number): void {
  const resource = document.get("resource");
  if (resource === undefined) return;
  for (const [action] of entriesOf(document, "operations"))
    if (kept.size < count) kept.add(`${String(resource)}.${action}`);
    else document.deleteIn(["operations", action]);
  // Types that other resources use stay.
  if (entriesOf(document, "operations").length === 0)
    for (const key of ["resource", "label", "doc", "operations"]) document.delete(key);
}

function dropUnused(documents: readonly Document[]): void {
  const given = new Map<string, Node>(
    documents.flatMap((document) => SECTIONS.flatMap((section) => entriesOf(document, section))),
  );
  const used = new Set<string>();
  const use = (node: Node): void => {
    for (const { value } of namesIn(node)) {
      const next = given.get(value);
      if (next === undefined || used.has(value)) continue;
      used.add(value);
      use(next);
    }
  };
  for (const document of documents)
    for (const [, operation] of entriesOf(document, "operations")) use(operation);
  for (const document of documents)
    for (const section of SECTIONS) {
      for (const [name] of entriesOf(document, section))
        if (!used.has(name)) document.deleteIn([section, name]);
      if (entriesOf(document, section).length === 0) document.delete(section);
    }
}

interface Mentions {
  readonly service?: { readonly featured?: string; readonly groups: readonly Group[] };
  readonly exceptions?: readonly { readonly operation: string }[];
}

export interface Group {
  readonly label: string;
  readonly doc: string;
  readonly resources: readonly string[];
}

/** Lists of resources and operations name only what is there. */
function dropMentions(document: Document, kept: ReadonlySet<string>): void {
  const { service, exceptions } = document.toJS() as Mentions;
  const resources = new Set([...kept].map((id) => id.replace(/\..*$/u, "")));
  if (service !== undefined) {
    const groups = service.groups
      .map((group) => ({
        ...group,
        resources: group.resources.filter((name) => resources.has(name)),
      }))
      .filter((group) => group.resources.length > 0);
    document.setIn(["service", "groups"], document.createNode(groups));
    if (!kept.has(service.featured ?? "")) document.setIn(["service", "featured"], [...kept][0]);
  }
  if (exceptions !== undefined) {
    const needed = exceptions.filter(({ operation }) => kept.has(operation));
    if (needed.length > 0) document.set("exceptions", document.createNode(needed));
    else document.delete("exceptions");
  }
}

const isEmpty = (document: Document): boolean =>
  Object.keys((document.toJS() ?? {}) as object).length === 0;
