import { format } from "prettier";
import { expect, test } from "vitest";
import type { Fragment } from "../../../generator/import/fragment.js";
import { fragment, merged, problems, type Texts } from "./spec.js";
import { SPEC, TOY } from "./toy.js";

/** Three pages of a service that nobody has described. */
const NEW: readonly Fragment[] = ["toy.get", "toy.list", "shop.get"].map((id) =>
  fragment(id, {
    operation: {
      http: `GET /open-apis/toy/v1/${id.replace(".", "/")}`,
      response: { toy: { type: "Toy" }, [id]: { type: id === "toy.get" ? "Size" : "Kind" } },
      errors: ["Broken", { Lost: { label: id } }],
    },
    types: { Toy: { fields: { name: { type: "string", label: "名称" } } } },
    enums:
      id === "toy.get"
        ? { Size: { label: "大小", values: { Big: { value: "big", label: "大" } } } }
        : { Kind: { label: "种类", values: { Kite: { value: 1, label: "风筝" } } } },
    errors: {
      Lost: { code: 8, label: "丢", retry: "never" },
      Broken: { code: 7, label: "坏", retry: "never" },
    },
    examples: { response: { code: 0, data: { toy: { name: "球" } } } },
  }),
);

test("a new service gets its files, whatever the order of the pages", async () => {
  const [a, b, c] = NEW;
  if (a === undefined || b === undefined || c === undefined) throw new Error("no pages");
  const once = merged({}, a, b, c);
  for (const order of [
    [c, b, a],
    [b, a, c],
    [b, c, a],
  ])
    expect(merged({}, ...order)).toEqual(once);
  for (const one of NEW) expect(merged(once, one)).toEqual(once);
  expect(Object.keys(once).sort()).toEqual([
    "enums.yaml",
    "errors.yaml",
    "examples/shop.get.response.json",
    "examples/toy.get.response.json",
    "examples/toy.list.response.json",
    "resources/shop.yaml",
    "resources/toy.yaml",
    "service.yaml",
    "types.yaml",
  ]);
  expect(problems(once)).toEqual([]);
  expect(once["service.yaml"]).toBe(`# yaml-language-server: $schema=../larkgen.schema.json
service:
  name: toy
  label: toy
  package: feishu-toy
  version: 0.1.0
`);
  expect(once["errors.yaml"]).toContain("errors:\n  Broken:\n    code: 7\n");
  expect(once["resources/toy.yaml"]).toBe(`# yaml-language-server: $schema=../../larkgen.schema.json
resource: toy
label: toy

enums:
  Size:
    label: 大小
    values:
      Big: { value: big, label: 大 }

operations:
  get:
    label: toy.get
    http: GET /open-apis/toy/v1/toy/get
    tokens: [tenant]
    effect: write
    response:
      toy: { type: Toy }
      toy.get: { type: Size }
    errors: [Broken, { Lost: { label: toy.get } }]

  list:
    label: toy.list
    http: GET /open-apis/toy/v1/toy/list
    tokens: [tenant]
    effect: write
    response:
      toy: { type: Toy }
      toy.list: { type: Kind }
    errors: [Broken, { Lost: { label: toy.list } }]
`);
  for (const [path, text] of Object.entries(once)) {
    const parser = path.endsWith(".json") ? "json" : "yaml";
    expect(await format(text, { parser, printWidth: 100 })).toBe(text);
  }
});

test("a file that holds another resource is not taken for the new one's", () => {
  const { [TOY]: toy = "", ...others } = SPEC;
  const rest: Texts = { ...others, "resources/kite.yaml": toy };
  const once = merged(rest, fragment("kite.get"), fragment("kite.list"));
  expect(once["resources/kite.yaml"]).toBe(rest["resources/kite.yaml"]);
  expect(once["resources/kite_2.yaml"]).toContain(
    "resource: kite\nlabel: kite\n\noperations:\n  get:",
  );
  expect(problems(once)).toEqual([]);
});
