import type { Fragment } from "../../../generator/import/fragment.js";
import { fragment, type Texts } from "./spec.js";

/** A small spec, and the page that says the same. */

export const SERVICE = "service: { name: play, label: 玩具, package: toy, version: 1.0.0 }\n";

export const SPEC: Texts = {
  "service.yaml": SERVICE,
  "enums.yaml": `enums:
  # the kinds
  Kind:
    label: 种类
    doc: Ours.
    values:
      Kite: { value: 1, label: 风筝 } # flies
      Ball: { value: 2, label: 球 }
`,
  "errors.yaml": `errors:
  Broken: { code: 7, label: 坏, advice: Mend it., retry: never }
`,
  "resources/toy.yaml": `# yaml-language-server: $schema=../../larkgen.schema.json
resource: toy
label: 玩具
operations:
  # the only one
  create:
    http: POST /open-apis/toy/v1/toys/create # odd
    label: 新建
    doc: Makes a toy.
    tokens:   [ tenant ]
    scopes: [toy:write]
    effect: write
    body:
      kind: { type: Kind, label: 种类, required: true, doc: Ours. }
      # how long
      length: { label: "长", type: int, min: 1, max: 5, when: { kind: Kite } }
      ours: { type: string, extra: seen in replies }
      kept: { type: int, keep: the page is wrong, label: 我 }
    response:
      toy: { type: Toy, label: 玩具 }
    errors: [Broken]
types:
  Toy:
    fields:
      id: { type: string, label: 编号, example: "1" }
`,
};

/** What a page says that agrees with the spec above. */
export const PAGE: Fragment = fragment("toy.create", {
  operation: {
    label: "新建",
    scopes: ["toy:write"],
    body: {
      kind: { type: "Kind", label: "种类", required: true },
      length: { type: "int", label: "长", min: 1, max: 5, when: { kind: "Kite" } },
      kept: { type: "string", label: "它" },
    },
    response: { toy: { type: "Toy", label: "玩具" } },
    errors: ["Broken"],
  },
  types: { Toy: { fields: { id: { type: "string", label: "编号", example: "1" } } } },
  enums: {
    Kind: {
      label: "种类",
      values: { Kite: { value: 1, label: "风筝" }, Ball: { value: 2, label: "球" } },
    },
  },
  errors: { Broken: { code: 7, label: "坏", retry: "ifIdempotent" } },
});

export const TOY = "resources/toy.yaml";

/** The page with another operation. */
export const page = (
  change: Partial<Fragment["operation"]>,
  more: Partial<Fragment> = {},
): Fragment => ({
  ...PAGE,
  ...more,
  operation: { ...PAGE.operation, ...change },
});
export const body = PAGE.operation.body ?? {};
