import { format } from "prettier";
import { expect, test } from "vitest";
import type { Fragment } from "../../../generator/import/fragment.js";
import { after, fragment, merged, mergeInto, problems, type Texts } from "./spec.js";

const SERVICE = "service: { name: play, label: 玩具, package: toy, version: 1.0.0 }\n";

const SPEC: Texts = {
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
const PAGE: Fragment = fragment("toy.create", {
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

const TOY = "resources/toy.yaml";

/** The page with another operation. */
const page = (change: Partial<Fragment["operation"]>, more: Partial<Fragment> = {}): Fragment => ({
  ...PAGE,
  ...more,
  operation: { ...PAGE.operation, ...change },
});
const body = PAGE.operation.body ?? {};

test("the spec of these tests is right", () => {
  expect(problems(SPEC)).toEqual([]);
});

test("a page that says what the spec says changes nothing", () => {
  expect(mergeInto(SPEC, PAGE)).toEqual({ files: [], diagnostics: [], notes: [] });
});

const changes: readonly (readonly [
  what: string,
  page: Fragment,
  path: string,
  from: string,
  to: string,
])[] = [
  ["a label", page({ label: "创建" }), TOY, "label: 新建", "label: 创建"],
  [
    "a bound, and one more",
    page({
      body: { ...body, length: { ...body["length"], type: "int", max: 9, deprecated: true } },
    }),
    TOY,
    "max: 5, when: { kind: Kite } }",
    "max: 9, deprecated: true, when: { kind: Kite } }",
  ],
  [
    "a type",
    page({ body: { ...body, kind: { type: ["Kind"], label: "种类", required: true } } }),
    TOY,
    "{ type: Kind, ",
    "{ type: [Kind], ",
  ],
  [
    "a field more, after the one that it follows on the page",
    page({ body: { kind: body["kind"] ?? { type: "int" }, weight: { type: "float" }, ...body } }),
    TOY,
    "doc: Ours. }\n",
    "doc: Ours. }\n      weight: { type: float }\n",
  ],
  [
    "another limit",
    page({ rateLimit: ["50/s"] }),
    TOY,
    "scopes: [toy:write]\n",
    "scopes: [toy:write]\n    rateLimit: [50/s]\n",
  ],
  [
    "scopes in another order are the same, and one more is not",
    page({ scopes: ["toy:all", "toy:write"] }),
    TOY,
    "[toy:write]",
    "[toy:all, toy:write]",
  ],
  [
    "a value more",
    page(
      {},
      {
        enums: {
          Kind: {
            label: "种类",
            values: {
              Kite: { value: 1, label: "风筝" },
              Top: { value: 3, label: "陀螺" },
              Ball: { value: 2, label: "球" },
            },
          },
        },
      },
    ),
    "enums.yaml",
    "# flies\n",
    "# flies\n      Top: { value: 3, label: 陀螺 }\n",
  ],
  [
    "values are found by what is sent, and members keep their names",
    page(
      {},
      {
        enums: {
          Kind: {
            label: "种类",
            values: { A: { value: 1, label: "纸鸢" }, B: { value: 2, label: "球" } },
          },
        },
      },
    ),
    "enums.yaml",
    "label: 风筝 }",
    "label: 纸鸢 }",
  ],
  [
    "an error more",
    page(
      { errors: ["Broken", "Lost"] },
      { errors: { ...PAGE.errors, Lost: { code: 8, label: "丢", retry: "never" } } },
    ),
    TOY,
    "errors: [Broken]",
    "errors: [Broken, Lost]",
  ],
  [
    "inside of a type",
    page({}, { types: { Toy: { fields: { id: { type: "int", label: "编号", example: 1 } } } } }),
    TOY,
    'id: { type: string, label: 编号, example: "1" }',
    "id: { type: int, label: 编号, example: 1 }",
  ],
];

test.each(changes)("%s: nothing else changes, and once is enough", (_, given, path, from, to) => {
  expect(SPEC[path]).toContain(from);
  const once = merged(SPEC, given);
  expect(once[path]).toBe(SPEC[path]?.replace(from, () => to));
  expect(problems(once)).toEqual([]);
  expect(merged(once, given)).toEqual(once);
});

test("what the page no longer says is taken away, and said", () => {
  const { kind: _, ...rest } = body;
  const given = page({
    scopes: undefined,
    body: { kind: { type: "Kind", label: "种类" }, ...rest, length: { type: "int" } },
  } as Partial<Fragment["operation"]>);
  const result = mergeInto(SPEC, given);
  expect(result.notes).toEqual([
    'toy.create: the page no longer says "scopes": removed',
    'toy.create.body.kind: the page no longer says "required": removed',
    'toy.create.body.length: the page no longer says "min": removed',
    'toy.create.body.length: the page no longer says "max": removed',
  ]);
  const text = after(SPEC, result)[TOY];
  expect(text).toContain("kind: { type: Kind, label: 种类, doc: Ours. }");
  expect(text).toContain('length: { label: "长", type: int, when: { kind: Kite } }');
});

test("fields, values and errors that the page lacks stay, with a warning at their place", () => {
  const { length: _, ...rest } = body;
  const given = page(
    { body: rest, errors: [] },
    { enums: { Kind: { label: "种类", values: { Kite: { value: 1, label: "风筝" } } } } },
  );
  const { files, diagnostics } = mergeInto(SPEC, given);
  expect(files).toEqual([]);
  expect(
    diagnostics.map(({ at, code, severity }) => [
      severity,
      code,
      at.file.text.slice(at.start, at.end),
    ]),
  ).toEqual([
    ["warning", "field-gone", "length"],
    ["warning", "error-gone", "Broken"],
    ["warning", "value-gone", "Ball"],
  ]);
});

test.each([
  ["body.length", "toy.create.body.length"],
  ["request.body.length", "the same, as exceptions may write it"],
])("an exception at %s keeps the spec's side", (at) => {
  const texts = {
    ...SPEC,
    "exceptions.yaml": `exceptions:\n  - { operation: toy.create, at: ${at}, reason: tried it }\n`,
  };
  const given = page({ body: { ...body, length: { type: "string" } } });
  expect(merged(texts, given)).toEqual(texts);
  const { length: _, ...rest } = body;
  expect(mergeInto(texts, page({ body: rest })).diagnostics).toEqual([]);
});

test("exceptions explain a missing value and a missing error", () => {
  const texts = {
    ...SPEC,
    "exceptions.yaml": `exceptions:
  - { operation: toy.create, at: body.kind.2, reason: it works }
  - { operation: toy.create, at: errors.7, reason: it happens }
`,
  };
  const given = page(
    { errors: [] },
    { enums: { Kind: { label: "种类", values: { Kite: { value: 1, label: "风筝" } } } } },
  );
  expect(mergeInto(texts, given)).toEqual({ files: [], diagnostics: [], notes: [] });
});

test("exceptions of the page are added once; a person's reason stays", () => {
  const exceptions = [
    { operation: "toy.create", at: "example.request", reason: "page" },
    { operation: "toy.create", at: "response.toy", reason: "page" },
  ];
  const start = `exceptions:\n  # mine\n  - operation: toy.create\n    at: response.toy\n    reason: mine\n`;
  const once = merged({ ...SPEC, "exceptions.yaml": start }, page({}, { exceptions }));
  expect(once["exceptions.yaml"]).toBe(
    `${start}  - operation: toy.create\n    at: example.request\n    reason: page\n`,
  );
  expect(merged(once, page({}, { exceptions }))).toEqual(once);
  const fresh = merged(SPEC, page({}, { exceptions }));
  expect(fresh["exceptions.yaml"]).toBe(`# yaml-language-server: $schema=../larkgen.schema.json
exceptions:
  - operation: toy.create
    at: example.request
    reason: page
  - operation: toy.create
    at: response.toy
    reason: page
`);
});

test("a type that other operations use is filled in only, unless all their pages are there", () => {
  const shared = (id: string, label: string, more = {}) =>
    fragment(id, {
      operation: { response: { toy: { type: "Toy" } } },
      types: { Toy: { fields: { id: { type: "string", label, ...more } } } },
    });
  const two = merged(
    { "service.yaml": SERVICE },
    shared("toy.get", "甲"),
    shared("toy.list", "甲"),
  );
  expect(two[TOY]).toContain("id: { type: string, label: 甲 }");
  const filled = merged(two, shared("toy.list", "乙", { example: "1" }));
  expect(filled[TOY]).toContain('id: { type: string, label: 甲, example: "1" }');
  const gone = mergeInto(two, shared("toy.list", "甲", {}), fragment("toy.get", {}));
  expect(gone.diagnostics.map(({ message }) => message)).toEqual([
    expect.stringContaining("toy.get.response.toy"),
  ]);
  const unlike = merged(filled, shared("toy.list", "乙"), shared("toy.get", "丙"));
  expect(unlike[TOY]).toContain('id: { type: string, label: 甲, example: "1" }');
  const both = merged(filled, shared("toy.list", "丙"), shared("toy.get", "丙"));
  expect(both[TOY]).toContain('id: { type: string, label: 丙, example: "1" }');
});

test("the example of one page is none of a type that many others use", () => {
  const shared = (id: string, more = {}) =>
    fragment(id, {
      operation: { response: { toy: { type: "Toy" } } },
      types: { Toy: { fields: { id: { type: "string", ...more } } } },
    });
  const three = ["toy.get", "toy.list", "toy.find"].map((id) => shared(id));
  const before = merged({ "service.yaml": SERVICE }, ...three);
  const after = merged(before, shared("toy.get", { example: "1" }));
  expect(after[TOY]).toContain("id: { type: string }");
});

test("fields written inline stay inline", () => {
  const inline = SPEC[TOY]?.replace(
    "toy: { type: Toy, label: 玩具 }",
    "toy: { type: object, fields: { id: { type: string, doc: Ours. } } }",
  ).replace(/types:[^]*/u, "");
  const texts = { ...SPEC, [TOY]: inline ?? "" };
  const once = merged(texts, page({}, { types: { Toy: { fields: { id: { type: "int" } } } } }));
  expect(once[TOY]).toBe(
    inline?.replace(
      "toy: { type: object, fields: { id: { type: string, doc: Ours. } } }",
      "toy: { type: object, label: 玩具, fields: { id: { type: int, doc: Ours. } } }",
    ),
  );
});

test("an operation that the spec calls something else is found by its route", () => {
  const given = { ...PAGE, resource: "plaything", action: "make" };
  expect(merged(SPEC, given)).toEqual(SPEC);
});

test("types that hold themselves come to an end", () => {
  const given = fragment("toy.get", {
    operation: { response: { toy: { type: "Toy" } } },
    types: { Toy: { fields: { toys: { type: ["Toy"] }, of: { type: { map: "Toy" } } } } },
  });
  const once = merged({ "service.yaml": SERVICE }, given);
  expect(problems(once)).toEqual([]);
  expect(merged(once, given)).toEqual(once);
});

test("a page without errors, and a definition without limits and scopes, say nothing of them", () => {
  const { errors: _, scopes: __, ...operation } = PAGE.operation;
  const file = { path: "toy.json", name: "toy.json", text: '{ "apiPath": "/" }' };
  const given = { ...PAGE, operation, at: { file, start: 0, end: 1 } };
  expect(mergeInto(SPEC, given)).toEqual({ files: [], diagnostics: [], notes: [] });
});

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

test.each([
  ["says it otherwise", "风 筝"],
  ["says nothing", "1"],
])("the label of a value stays when the page only %s", (_, label) => {
  const values = { Kite: { value: 1, label }, Ball: { value: 2, label: "球" } };
  const given = page({}, { enums: { Kind: { label: "种类", values } } });
  expect(merged(SPEC, given)).toEqual(SPEC);
});

test("an example that says the same stays as it is written, another one is the page's", () => {
  const path = "examples/toy.create.response.json";
  const texts = { ...SPEC, [path]: '{"code":0,\n"data":{}}' };
  const given = (code: number) => page({}, { examples: { response: { data: {}, code } } });
  expect(merged(texts, given(0))).toEqual(texts);
  expect(merged(texts, given(1))[path]).toBe('{\n  "data": {},\n  "code": 1\n}\n');
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
