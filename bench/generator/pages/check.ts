import { isDeepStrictEqual } from "node:util";
import { readSpec } from "../spec/folder.js";
import { type Catalogue, catalogueOf } from "./catalogue.js";
import { fieldRows } from "./fields.js";

/** Throws unless an imported spec has the operations of the original, with the same fields. */
export async function checkImport(original: string, imported: string): Promise<void> {
  const [wanted, found] = [await shapeOf(original), await shapeOf(imported)];
  for (const [http, fields] of wanted)
    if (!isDeepStrictEqual(found.get(http), fields))
      throw new Error(`${http} was imported with other fields than its page has`);
  if (found.size !== wanted.size)
    throw new Error(`of ${wanted.size} operations, ${found.size} were imported`);
}

const shapeOf = async (folder: string): Promise<ReadonlyMap<string, readonly string[]>> => {
  const catalogue = catalogueOf(await readSpec(folder));
  return new Map(
    [...catalogue.operations.values()].map((operation) => [
      operation.http,
      (["path", "query", "body", "response"] as const).flatMap((part) =>
        fieldsIn(catalogue, operation[part] ?? {}),
      ),
    ]),
  );
};

/** Their names and how deep they stand. */
const fieldsIn = (catalogue: Catalogue, fields: Parameters<typeof fieldRows>[1]): string[] =>
  fieldRows(catalogue, fields, false).map((row) => row.split(" | ", 1)[0] ?? "");
