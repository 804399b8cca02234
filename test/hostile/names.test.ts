import { afterAll, expect, test } from "vitest";
import { modelOf, packageOf } from "../fixtures/package.js";
import { openWorkshop } from "../fixtures/workshop.js";

// Fields called what every object has already, from the spec to the verdict.
const SPEC = `
service: { name: play, label: 玩具, package: toys, version: 1.0.0 }
resource: toy
label: 玩具
enums:
  Kind:
    label: 种类
    values: { First: { value: __proto__, label: 一 }, Second: { value: toString, label: 二 } }
types:
  Toy:
    fields:
      constructor: { type: string, required: true, always: true }
      hasOwnProperty: { type: boolean, requiredWhen: { toString: present } }
      toString: { type: int }
      isPrototypeOf: { type: string, unusable: true }
      kind: { type: Kind }
operations:
  create:
    label: 创建玩具
    http: POST /toys
    tokens: [tenant]
    body:
      toy: { type: Toy }
      names: { type: { map: string } }
    response:
      toy: { type: Toy }
`;

const spec = { path: "toy.yaml", name: "play/toy.yaml", text: SPEC };
const workshop = await openWorkshop(new Map([["toys", await packageOf(modelOf([spec]))]]));
afterAll(workshop.close);

interface Schema {
  is(value: unknown): boolean;
  validate(
    value: unknown,
    options: object,
  ): { readonly issues?: readonly { readonly path: readonly unknown[]; readonly code: string }[] };
}

// What the generated modules are known to export.
const { CreateToyInputSchema: input, CreateToyOutputSchema: output } = (await workshop.load(
  "toys",
  "src/resources/toy.ts",
)) as Record<"CreateToyInputSchema" | "CreateToyOutputSchema", Schema>;

const issues = (schema: Schema, value: unknown, level = "documented"): readonly string[] =>
  (schema.validate(value, { level }).issues ?? []).map(
    ({ path, code }) => `${path.join("/")} ${code}`,
  );

/** As it comes from the wire: \`__proto__\` is a key like any other. */
const parse = (text: string): unknown => JSON.parse(text);

const rows: readonly (readonly [string, Schema, unknown, readonly string[]])[] = [
  ["an inherited name is no value", input, { toy: {} }, ["toy/constructor required"]],
  ["nor is it one in a reply", output, { toy: {} }, ["toy/constructor required"]],
  ["an own value is one", input, { toy: { constructor: "x" } }, []],
  ["of its type", input, { toy: { constructor: 1 } }, ["toy/constructor type"]],
  [
    "an inherited name is not present",
    input,
    { toy: { constructor: "x", toString: 1 } },
    ["toy/hasOwnProperty required"],
  ],
  ["an object without a prototype has none", input, Object.create(null), []],
  [
    "an unusable one counts when it is there",
    input,
    { toy: { constructor: "x", isPrototypeOf: "y" } },
    ["toy/isPrototypeOf unusable"],
  ],
  [
    "__proto__ is an unknown key",
    input,
    parse('{ "__proto__": { "toy": 1 } }'),
    ["__proto__ unknown"],
  ],
  [
    "deep inside too",
    input,
    parse('{ "toy": { "constructor": "x", "__proto__": 1 } }'),
    ["toy/__proto__ unknown"],
  ],
  [
    "in a map it is an entry",
    input,
    parse('{ "names": { "__proto__": 1 } }'),
    ["names/__proto__ type"],
  ],
  ["and may be one", input, parse('{ "names": { "__proto__": "x" } }'), []],
  ["a value of an enum", input, { toy: { constructor: "x", kind: "__proto__" } }, []],
  ["what is no value", input, { toy: { constructor: "x", kind: "valueOf" } }, ["toy/kind enum"]],
];

test("it compiles", () => {
  expect(workshop.problems).toEqual([]);
});

test.for(rows)("names of every object: %s", ([, schema, value, want]) => {
  expect(issues(schema, value)).toEqual(want);
  expect(schema.is(value)).toBe(want.length === 0);
});

test("a reply with __proto__ differs at the level strict only, and harms nobody", () => {
  const reply = parse('{ "__proto__": { "polluted": true }, "toy": { "constructor": "x" } }');
  expect(issues(output, reply)).toEqual([]);
  expect(issues(output, reply, "strict")).toEqual(["__proto__ unknown"]);
  expect({}).not.toHaveProperty("polluted");
});

test("labels are found by values that every object has", async () => {
  const { KindLabel } = (await workshop.load("toys", "src/enums.ts")) as {
    readonly KindLabel: Readonly<Record<string, string>>;
  };
  expect(Object.entries(KindLabel)).toEqual([
    ["__proto__", "一"],
    ["toString", "二"],
  ]);
});
