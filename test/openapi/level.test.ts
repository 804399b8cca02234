import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import type { Direction } from "../../generator/model/model.js";
import { levelSchema } from "../../generator/openapi/level.js";
import type { Level } from "../../generator/openapi/schema.js";
import { everything, hire, operationOf } from "./models.js";

const input = {
  shop_id: "1",
  kind: 1,
};

type Row = readonly [what: string, value: object, documented: boolean, strict: boolean];

const inputs: readonly Row[] = [
  ["the least", input, true, true],
  ["a missing required field", { shop_id: "1" }, false, false],
  ["an unknown key", { ...input, colours: "red" }, false, false],
  ["a value of no member", { ...input, kind: 9 }, false, false],
  ["a member as text", { ...input, kind: "1" }, false, false],
  ["an item of no member", { ...input, states: ["new"] }, false, false],
  ["a number above its maximum", { ...input, kind: 2, length: 501 }, false, false],
  ["half of a whole number", { ...input, kind: 2, length: 1.5 }, false, false],
  ["a whole number that lost digits", { ...input, tags: [2 ** 53] }, false, false],
  ["too many items", { ...input, uses: [1, 2, 1] }, false, false],
  ["too few items", { ...input, uses: [] }, false, false],
  ["a text that is too long", { ...input, parts: [{ name: "123456789" }] }, false, false],
  [
    "a text as long as it may be, in code points",
    { ...input, parts: [{ name: "🪁🪁🪁🪁🪁🪁🪁🪁" }] },
    true,
    true,
  ],
  [
    "a wrong field deep inside",
    { ...input, parts: [{ name: "a", parts: [{ size: 1 }] }] },
    false,
    false,
  ],
  ["a list of lists", { ...input, grid: [["a"], []] }, true, true],
  ["a plain list for a list of lists", { ...input, grid: ["a"] }, false, false],
  ["a map", { ...input, names: { zh: "球" } }, true, true],
  ["a map with another kind of value", { ...input, names: { zh: 1 } }, false, false],
  ["null", { ...input, colour: null }, false, false],
  ["anything at all", { ...input, extra_data: [{ a: [] }] }, true, true],
  ["a renamed field", { ...input, toy_number: "7" }, true, true],
  ["a renamed field under its wire name", { ...input, id: "7" }, false, false],
  ["an unusable field", { ...input, legacy: "x" }, false, false],
  ["a deprecated field", { ...input, old: "x" }, true, true],
  [
    "a number in a string beyond its maximum, which no keyword can say",
    { ...input, price: "101" },
    true,
    true,
  ],
  ["required when: it holds, the field is missing", { ...input, kind: 2 }, false, false],
  ["required when: it holds, the field is there", { ...input, kind: 2, length: 3 }, true, true],
  ["required when a boolean is true", { ...input, sold: true }, false, false],
  ["required when a boolean is true, and it is not", { ...input, sold: false }, true, true],
  [
    "required when two things hold, and one does",
    { ...input, buyer: "a", states: ["in_shop"] },
    true,
    true,
  ],
  [
    "required when a list contains a member",
    { ...input, buyer: "a", states: ["in_shop", "gone"] },
    false,
    false,
  ],
  ["a field that does not apply to the member", { ...input, kind: 1, length: 3 }, true, false],
  [
    "a field that applies to one of several members",
    { ...input, kind: 3, colour: "red" },
    true,
    true,
  ],
  [
    "a field that does not apply while another is there",
    { ...input, buyer: "a", note: "b" },
    true,
    false,
  ],
  ["a field that applies while another is absent", { ...input, note: "b" }, true, true],
];

const outputs: readonly Row[] = [
  ["nothing", {}, true, true],
  ["an object without what is always there", { toy: {} }, false, false],
  ["an unknown key", { toy: { id: "1", more: 1 } }, true, false],
  ["a value of no member", { toy: { id: "1", kind: 9 } }, true, false],
  ["another kind of value", { toy: { id: "1", kind: "9" } }, false, false],
  ["an item of no member", { toy: { id: "1", states: ["new"] } }, true, false],
  ["a number above its maximum", { toy: { id: "1", count: 11 } }, true, true],
  ["too many items", { toy: { id: "1", parts: [{}, {}, {}, {}] } }, true, true],
  ["a required field missing", { toy: { id: "1", parts: [{}] } }, true, true],
  ["an unusable field", { toy: { id: "1", legacy: "x" } }, true, true],
];

for (const [direction, rows] of [
  ["input", inputs],
  ["output", outputs],
] as const) {
  for (const level of ["documented", "strict"] as const) {
    test.for(rows)(`${direction}, ${level}: %s`, ([, value, documented, strict]) => {
      expect(verdict(direction, level, value)).toBe(level === "strict" ? strict : documented);
    });
  }
}

test("the page's own request passes the documented level and not the strict one", async () => {
  const operation = operationOf(await hire(), "external_interview_assessment.create");
  const passes = (level: Level): boolean =>
    ajv().validate(
      levelSchema(operation.input, { direction: "input", level }),
      operation.examples.request,
    );
  expect([passes("documented"), passes("strict")]).toEqual([true, false]);
});

const { input: given, output } = operationOf(everything(), "toy.create");

function verdict(direction: Direction, level: Level, value: object): boolean {
  const schema = levelSchema(direction === "input" ? given : output, { direction, level });
  return ajv().validate(schema, value);
}

/** As it comes, ajv refuses keywords that it does not know. */
function ajv(): Ajv2020 {
  return new Ajv2020({ strictTypes: false });
}
