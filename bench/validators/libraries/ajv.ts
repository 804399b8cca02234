import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { cached, writeCached } from "../cache.js";
import { detailJsonSchema } from "../detail/json-schema.js";
import { readModel } from "../detail/model.js";
import { ajvSeed } from "../seed/ajv.js";
import {
  LEVELS,
  pathText,
  TARGETS,
  type Level,
  type Side,
  type Target,
  type Validator,
} from "../side.js";

type Compiled = ((value: unknown) => boolean) & { readonly errors?: readonly ErrorObject[] | null };

/** Which errors a module of standalone code collects. */
type Errors = "first" | "all";

const fileName = (target: Target, level: Level, errors: Errors): string =>
  `ajv/${target}-${level}-${errors}.mjs`;

/** Writes the standalone code, as a build would. */
export async function compileAjv(): Promise<void> {
  for (const target of TARGETS)
    for (const level of LEVELS) {
      const schema =
        target === "detail"
          ? detailJsonSchema(await readModel(level), level)
          : ajvSeed[target][level];
      for (const errors of ["first", "all"] as const) {
        const code = { source: true, esm: true };
        const ajv = new Ajv2020({ code, allErrors: errors === "all", allowUnionTypes: true });
        const text = standaloneCode.default(ajv, ajv.compile(schema));
        await writeCached(fileName(target, level, errors), text);
      }
    }
}

export const ajvSide: Side = {
  name: "ajv",
  load: async (target, level) => {
    const [first, all] = await Promise.all([load("first"), load("all")]);
    return validator(first, all);

    async function load(errors: Errors): Promise<Compiled> {
      const module = await import(cached(fileName(target, level, errors)).href);
      return (module as { readonly default: Compiled }).default;
    }
  },
};

const validator = (first: Compiled, all: Compiled): Validator => ({
  is: first,
  first: (value) => (first(value) ? undefined : first.errors?.[0]),
  all: (value) => (all(value) ? undefined : all.errors),
  paths: (value) => (all(value) ? [] : (all.errors ?? []).map(path)),
});

function path({ instancePath, params }: ErrorObject): string {
  const { missingProperty, additionalProperty } = params as Readonly<Record<string, string>>;
  const below = missingProperty ?? additionalProperty;
  const keys = instancePath.split("/").slice(1);
  return pathText(below === undefined ? keys : [...keys, below]);
}
