import { type Document, isMap, isScalar, isSeq } from "yaml";
import { firstOperations, type Group } from "./first.js";
import type { Spec } from "./folder.js";
import { entriesOf, namesIn, SECTIONS } from "./names.js";

/** A larger spec out of copies of one, each with names, paths and error codes of its own. */
export function copies(spec: Spec, count: number): Spec {
  const documents = new Map(spec.documents);
  const examples = new Map(spec.examples);
  const service = spec.documents.get("service.yaml")?.clone();
  if (service === undefined) throw new Error("the spec has no service.yaml");
  documents.set("service.yaml", service);
  const size = operationCount(spec);
  for (let copy = 2; (copy - 1) * size < count; copy++) {
    const part = firstOperations(spec, Math.min(size, count - (copy - 1) * size));
    for (const [path, document] of renamed(part, copy)) documents.set(path, document);
    for (const [path, text] of part.examples)
      examples.set(path.replace(/^examples\/[^.]+/u, `$&_c${copy}`), text);
    for (const group of groupsOf(part))
      service.addIn(["service", "groups"], service.createNode(renamedGroup(group, copy)));
  }
  return { documents, examples };
}

export const operationCount = ({ documents }: Spec): number =>
  [...documents.values()].flatMap((document) => entriesOf(document, "operations")).length;

function renamed({ documents }: Spec, copy: number): readonly (readonly [string, Document])[] {
  const given = new Set(
    [...documents.values()].flatMap((document) =>
      SECTIONS.flatMap((section) => entriesOf(document, section).map(([name]) => name)),
    ),
  );
  return [...documents]
    .filter(([path]) => path !== "service.yaml")
    .map(([path, original]) => {
      const document = original.clone();
      rename(document, given, copy);
      return [path.replace(/\.yaml$/u, `_c${copy}.yaml`), document];
    });
}

function rename(document: Document, given: ReadonlySet<string>, copy: number): void {
  for (const scalar of namesIn(document)) if (given.has(scalar.value)) scalar.value += `C${copy}`;
  if (document.has("resource"))
    document.set("resource", `${String(document.get("resource"))}_c${copy}`);
  for (const [, operation] of entriesOf(document, "operations"))
    if (isMap(operation))
      operation.set("http", String(operation.get("http")).replace(/\/v\d+\//u, `$&c${copy}_`));
  for (const [, error] of entriesOf(document, "errors"))
    if (isMap(error)) error.set("code", Number(error.get("code")) + copy * 1e7);
  const exceptions = document.get("exceptions");
  for (const exception of isSeq(exceptions) ? exceptions.items : []) {
    const operation = isMap(exception) ? exception.get("operation", true) : undefined;
    if (isScalar(operation)) operation.value = String(operation.value).replace(".", `_c${copy}.`);
  }
}

const groupsOf = ({ documents }: Spec): readonly Group[] =>
  (documents.get("service.yaml")?.toJS() as { service: { groups: Group[] } }).service.groups;

const renamedGroup = ({ label, doc, resources }: Group, copy: number): Group => ({
  label: `${label} ${copy}`,
  doc,
  resources: resources.map((name) => `${name}_c${copy}`),
});
