import { fileURLToPath } from "node:url";
import { compile } from "../../generator/compile.js";
import { readSpec } from "../../generator/load/read.js";
import type { SourceFile } from "../../generator/source.js";
import type { Json, Model, ObjectType, Operation } from "../../generator/model/model.js";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The service that larkgen ships. */
export async function hire(): Promise<Model> {
  return modelOf(await readSpec(at("../../spec/hire")));
}

const play = await readSpec(at("../fixtures/everything/play"));

/** Every part of the grammar at least once, in a service that does not exist. */
export function everything(): Model {
  return modelOf(play);
}

const HEAD = `
service: { name: toy, label: 玩具, package: toy, version: 1.0.0 }
resource: thing
label: 物
`;

/** A service with this resource alone, and examples as `thing.get.response`. */
export function resource(text: string, examples: Readonly<Record<string, Json>> = {}): Model {
  return modelOf([
    source("toy/thing.yaml", HEAD + text),
    ...Object.entries(examples).map(([name, json]) =>
      source(`toy/examples/${name}.json`, JSON.stringify(json)),
    ),
  ]);
}

export function operationOf(model: Model, id: string): Operation {
  const operations = model.resources.flatMap(({ operations }) => operations);
  return found(
    operations.find((operation) => operation.id === id),
    id,
  );
}

export function typeOf(model: Model, name: string): ObjectType {
  const types = [...model.types, ...model.resources.flatMap(({ types }) => types)];
  return found(
    types.find((type) => type.name === name),
    name,
  );
}

function modelOf(files: readonly SourceFile[]): Model {
  const { model, diagnostics } = compile(files);
  return found(
    model,
    diagnostics.map((diagnostic) => JSON.stringify(diagnostic.message)).join("\n"),
  );
}

function source(name: string, text: string): SourceFile {
  return { path: name, name, text };
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`not in the model: ${what}`);
  return value;
}
