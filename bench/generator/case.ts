import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Document, isScalar, type Scalar, visit } from "yaml";
import { spawnMeasured } from "../measure/processes.js";
import { LARKGEN, NODE } from "./node.js";
import { writePages } from "./pages/write.js";
import { copies, operationCount } from "./spec/copies.js";
import { firstOperations } from "./spec/first.js";
import { type Spec, textOf, writeSpec } from "./spec/folder.js";

/** A spec of a certain size on disk, once as ours and once as OpenAPI. */
export interface Case {
  readonly count: number;
  /** Holds everything else. */
  readonly folder: string;
  readonly spec: string;
  readonly openapi: string;
  /** A page for each operation, as the vendor would write it. */
  readonly pages: string;
  /** A resource that is neither large nor small, as it is and with the label of one field changed. */
  readonly resource: { readonly path: string; readonly texts: readonly [string, string] };
}

export async function writeCase(root: string, hire: Spec, count: number): Promise<Case> {
  const folder = join(root, String(count));
  const spec = join(folder, "spec/hire");
  const openapi = join(folder, "openapi.json");
  const pages = join(folder, "pages");
  const sized = withCount(hire, count);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  // A project of its own, with a cache of its own.
  await writeFile(join(folder, "package.json"), "{}\n");
  await writeSpec(spec, sized);
  await run("lint", "--spec", spec);
  await run("openapi", "--spec", spec, "--out", openapi);
  await writePages(pages, sized);
  return { count, folder, spec, openapi, pages, resource: middleResource(spec, sized) };
}

const run = (...words: readonly string[]): Promise<unknown> =>
  spawnMeasured({ name: `larkgen ${words.join(" ")}`, words: [NODE, LARKGEN, ...words] });

function withCount(hire: Spec, count: number): Spec {
  const all = operationCount(hire);
  if (count === all) return hire;
  return count < all ? firstOperations(hire, count) : copies(hire, count);
}

function middleResource(spec: string, { documents }: Spec): Case["resource"] {
  const resources = [...documents]
    .filter(([path]) => path.startsWith("resources/"))
    .map(([path, document]) => ({ path: join(spec, path), document, text: textOf(document) }))
    .sort((a, b) => a.text.length - b.text.length);
  const middle = resources[Math.floor(resources.length / 2)];
  if (middle === undefined) throw new Error("the spec has no resources");
  const { path, document, text } = middle;
  return { path, texts: [text, textOf(relabelled(document))] };
}

/** The last label of a resource is one of a field. */
function relabelled(original: Document): Document {
  const document = original.clone();
  const labels: Scalar[] = [];
  visit(document, {
    Pair: (_, { key, value }) => {
      if (isScalar(key) && key.value === "label" && isScalar(value)) labels.push(value);
    },
  });
  const last = labels.at(-1);
  if (last === undefined) throw new Error("the resource has no labels");
  last.value = `${String(last.value)} 2`;
  return document;
}
