import type { TSchema } from "typebox";
import { Compile, type Validator as Compiled } from "typebox/compile";
import { Settings } from "typebox/system";
import { detailJsonSchema } from "../detail/json-schema.js";
import { readModel } from "../detail/model.js";
import { typeboxSeed } from "../seed/typebox.js";
import { pathText, type Side, type Validator } from "../side.js";

export const typeboxSide: Side = {
  name: "TypeBox",
  load: async (target, level) =>
    validator(
      Compile(
        target === "detail"
          ? (detailJsonSchema(await readModel(level), level) as TSchema)
          : typeboxSeed[target][level],
      ),
    ),
  // It collects eight unless told.
  prepare: (answer) => Settings.Set({ maxErrors: answer === "first" ? 1 : 1_000_000 }),
};

function validator(compiled: Compiled): Validator {
  if (!compiled.IsAccelerated()) throw new Error("TypeBox could not compile");
  return {
    is: (value) => compiled.Check(value),
    first: (value) => compiled.Errors(value)[0],
    all: (value) => compiled.Errors(value),
    paths: (value) => compiled.Errors(value).flatMap(paths),
  };
}

function paths({
  instancePath,
  keyword,
  params,
}: ReturnType<Compiled["Errors"]>[number]): readonly string[] {
  const path = instancePath.split("/").slice(1);
  const below =
    keyword === "required"
      ? params.requiredProperties
      : keyword === "additionalProperties"
        ? params.additionalProperties
        : undefined;
  return below?.map((key) => pathText([...path, String(key)])) ?? [pathText(path)];
}
