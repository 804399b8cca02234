import { expect, test } from "vitest";
import type { Fragment } from "../../../generator/import/fragment.js";
import { after, merged, mergeInto, problems } from "./spec.js";
import { body, page, PAGE, SPEC, TOY } from "./toy.js";

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
