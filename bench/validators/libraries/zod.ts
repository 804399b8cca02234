import * as z from "zod";
import { detailZod } from "../detail/zod.js";
import { readModel } from "../detail/model.js";
import { zodSeed } from "../seed/zod.js";
import { pathText, type Side, type Validator } from "../side.js";

/** Schemas are compiled, as zod's documentation advises for what runs often. */
export const zodSide: Side = {
  name: "zod",
  load: async (target, level) =>
    validator(
      target === "detail" ? detailZod(await readModel(level), level) : zodSeed[target][level],
    ),
};

function validator(schema: z.ZodType): Validator {
  const compiled = z.compile(schema, { strict: true });
  return {
    is: (value) => compiled.safeParse(value).success,
    // There is no way to stop at the first.
    first: (value) => compiled.safeParse(value).error?.issues[0],
    all: (value) => compiled.safeParse(value).error?.issues,
    paths: (value) => (compiled.safeParse(value).error?.issues ?? []).flatMap(paths),
  };
}

const paths = (issue: z.core.$ZodIssue): readonly string[] =>
  issue.code === "unrecognized_keys"
    ? issue.keys.map((key) => pathText([...issue.path, key]))
    : [pathText(issue.path)];
