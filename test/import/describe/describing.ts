import { describe } from "../../../generator/import/describe/describe.js";
import type { Facts, Scalar } from "../../../generator/import/endpoint.js";
import type { Part, Row, Told } from "../../../generator/import/page.js";

const file = { path: "page.md", name: "page.md", text: "" };
export const at: Row["at"] = { file, start: 0, end: 0 };

/** `string`, `[int]`, `{int}`, `object`, `[object]`. */
export function kindOf(type: string): {
  scalar: Scalar | undefined;
  isList: boolean;
  isMap: boolean;
} {
  const name = type.replace(/^[[{]|[\]}]$/gu, "");
  const scalars: readonly Scalar[] = ["string", "int", "float", "boolean", "file", "any"];
  return {
    scalar: scalars.find((scalar) => scalar === name),
    isList: type.startsWith("["),
    isMap: type.startsWith("{"),
  };
}

interface Options {
  readonly type?: string;
  readonly part?: Part;
  readonly name?: string;
  readonly told?: Told;
}

export const described = (text: string, options: Options = {}) =>
  describe(
    { name: options.name ?? "field", text, told: options.told, at },
    kindOf(options.type ?? "string"),
    options.part ?? "body",
  );

export const factsOf = (text: string, options?: Options): Facts => described(text, options).facts;

/** The same description as the form that has it on one line. */
export const flat = (text: string): string => text.replace(/\s*\n\s*/gu, " ");

export const values = (facts: Facts): readonly string[] | undefined =>
  facts.options?.map(({ value, label }) => (label === "" ? value : `${value} ${label}`));
