import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { readCached, writeCached } from "../cache.js";
import type { Level } from "../side.js";

/** What a field of a reply holds. */
export type Shape =
  | { readonly kind: "string" | "integer" | "number" | "boolean" }
  | { readonly kind: "enum"; readonly values: readonly (number | string)[] }
  | { readonly kind: "list"; readonly of: Shape }
  | { readonly kind: "object"; readonly name: string };

/** The object types of a reply by name; every field is optional and may be null. */
export interface Model {
  readonly root: string;
  readonly objects: Readonly<Record<string, Readonly<Record<string, Shape>>>>;
}

const ROOT = "GetDetailApplicationOutput";
const CLI = fileURLToPath(new URL("../../../dist/cli.js", import.meta.url));

/** Has larkgen export its OpenAPI document, from which all sides' schemas come. */
export async function exportOpenApi(): Promise<void> {
  const cwd = fileURLToPath(new URL("../../../", import.meta.url));
  const options = { cwd, maxBuffer: 2 ** 26 };
  const { stdout } = await promisify(execFile)(process.execPath, [CLI, "openapi"], options);
  await writeCached("openapi.json", stdout);
}

/** The part of a schema of the document that matters here. */
interface Schema {
  readonly $ref?: string;
  readonly type?: "object" | "array" | "string" | "integer" | "number" | "boolean";
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly "x-extensible-enum"?: readonly (number | string)[];
}

/** What the reply may hold: loose takes any value of an enum, as the server may send new ones. */
export async function readModel(level: Level): Promise<Model> {
  const { components } = JSON.parse(await readCached("openapi.json")) as {
    readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  };
  const objects: Record<string, Record<string, Shape>> = {};
  const shape = (schema: Schema): Shape => {
    const { $ref, type, items } = schema;
    if ($ref !== undefined) return named($ref.slice("#/components/schemas/".length));
    if (type === "array" && items !== undefined) return { kind: "list", of: shape(items) };
    const values = schema["x-extensible-enum"];
    if (values !== undefined && level === "strict") return { kind: "enum", values };
    if (type === undefined || type === "array" || type === "object")
      throw new Error(`no shape for ${JSON.stringify(schema)}`);
    return { kind: type };
  };
  const named = (name: string): Shape => {
    const { type, properties, ...rest } = components.schemas[name] ?? {};
    if (type !== "object") return shape({ ...rest, ...(type && { type }) });
    if (!Object.hasOwn(objects, name)) {
      const fields: Record<string, Shape> = (objects[name] = {});
      for (const [key, field] of Object.entries(properties ?? {})) fields[key] = shape(field);
    }
    return { kind: "object", name };
  };
  named(ROOT);
  return { root: ROOT, objects };
}
