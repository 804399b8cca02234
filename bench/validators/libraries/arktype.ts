import { type, type Type } from "arktype";
import { detailArktype } from "../detail/arktype.js";
import { readModel } from "../detail/model.js";
import { arktypeSeed } from "../seed/arktype.js";
import { pathText, type Side, type Validator } from "../side.js";

export const arktypeSide: Side = {
  name: "arktype",
  load: async (target, level) =>
    validator(
      target === "detail"
        ? detailArktype(await readModel(level), level)
        : arktypeSeed[target][level],
    ),
};

function validator(schema: Type): Validator {
  const errors = (value: unknown) => {
    const out: unknown = schema(value);
    return out instanceof type.errors ? out : undefined;
  };
  return {
    is: (value) => schema.allows(value),
    // There is no way to stop at the first.
    first: (value) => errors(value)?.[0],
    all: errors,
    paths: (value) => (errors(value) ?? []).map(({ path }) => pathText(path)),
  };
}
