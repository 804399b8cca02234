import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Spec } from "../spec/folder.js";
import { catalogueOf } from "./catalogue.js";
import { pageOf } from "./page.js";

/** Writes a page for each operation of a spec. */
export async function writePages(folder: string, spec: Spec): Promise<void> {
  const catalogue = catalogueOf(spec);
  await mkdir(folder, { recursive: true });
  for (const [id, operation] of catalogue.operations) {
    const page = pageOf(catalogue, id, operation, (part) =>
      spec.examples.get(`examples/${id}.${part}.json`),
    );
    await writeFile(join(folder, `${id}.md`), page);
  }
}
