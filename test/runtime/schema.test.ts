import { expect, expectTypeOf, test } from "vitest";
import { schema } from "../../templates/runtime/schema.js";
import type { Open } from "../../templates/runtime/types.js";
import { checkCreate } from "./fixtures.js";
import type { CreateInput } from "./fixtures.js";

function isCreate(value: unknown, strict = false): value is CreateInput {
  const out = { issues: [], strict };
  checkCreate(out, value);
  return out.issues.length === 0;
}
const CreateSchema = schema(isCreate, checkCreate);
const misplaced = { external_interview_id: "1", score: 3 };

test("checks as documented unless told", () => {
  expect(CreateSchema.is(misplaced)).toBe(true);
  const result = CreateSchema.validate(misplaced);
  expect(result.issues).toBeUndefined();
  if (!result.issues) expect(result.value).toBe(misplaced);
  expect(CreateSchema.validate({}).issues).toHaveLength(1);
});

test("strict adds, off accepts", () => {
  expect(CreateSchema.validate(misplaced, { level: "strict" }).issues).toMatchObject([
    { code: "notApplicable", path: ["score"] },
  ]);
  expect(CreateSchema.validate(null, { level: "off" })).toEqual({ value: null });
});

test("says no more than whether a value is right, at either level", () => {
  const { is, isStrict } = CreateSchema;
  expect(
    [{ external_interview_id: "1" }, misplaced, {}].map((value) => [is(value), isStrict(value)]),
  ).toEqual([
    [true, true],
    [true, false],
    [false, false],
  ]);
  expectTypeOf([misplaced].filter(isStrict)).toExtend<CreateInput[]>();
});

test("what a list hands over beside a value is no level", () => {
  const { is } = CreateSchema;
  const calls: readonly (readonly [unknown, unknown])[] = [
    [misplaced, 1],
    [misplaced, true],
  ];
  for (const words of calls) expect(Reflect.apply(is, undefined, words)).toBe(true);
  expectTypeOf([misplaced].filter(is)).toExtend<CreateInput[]>();
});

test("speaks Standard Schema", () => {
  expect(CreateSchema["~standard"]).toMatchObject({ version: 1, vendor: "larkgen" });
  expect(misplaced).toEqual(expect.schemaMatching(CreateSchema));
  expect({}).not.toEqual(expect.schemaMatching(CreateSchema));
  expectTypeOf<
    NonNullable<(typeof CreateSchema)["~standard"]["types"]>["output"]
  >().toEqualTypeOf<CreateInput>();
});

test("an open value narrows and wants a default branch", () => {
  const name = (value: Open<1 | 2>): string => {
    switch (value) {
      case 1:
        return "one";
      case 2:
        return "two";
      default:
        expectTypeOf(value).toExtend<number>();
        return "other";
    }
  };
  expect([1, 2, 3].map(name)).toEqual(["one", "two", "other"]);
  // @ts-expect-error: without a default branch some value returns nothing.
  const incomplete = (value: Open<"a">): string => {
    switch (value) {
      case "a":
        return "a";
    }
  };
  expect(incomplete("a")).toBe("a");
  // @ts-expect-error: open, but of its own kind.
  const wrong: Open<"a"> = 1;
  expect(wrong).toBe(1);
});
