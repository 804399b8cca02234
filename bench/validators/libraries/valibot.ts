import * as v from "valibot";
import { detailValibot } from "../detail/valibot.js";
import { readModel } from "../detail/model.js";
import { valibotSeed } from "../seed/valibot.js";
import type { Side, Validator } from "../side.js";

export const valibotSide: Side = {
  name: "valibot",
  load: async (target, level) =>
    validator(
      target === "detail"
        ? detailValibot(await readModel(level), level)
        : valibotSeed[target][level],
    ),
};

const validator = (schema: v.GenericSchema): Validator => ({
  is: (value) => v.is(schema, value),
  first: (value) => v.safeParse(schema, value, { abortEarly: true }).issues?.[0],
  all: (value) => v.safeParse(schema, value).issues,
  paths: (value) =>
    (v.safeParse(schema, value).issues ?? []).map((issue) => v.getDotPath(issue) ?? ""),
});
