import fc, { type Arbitrary } from "fast-check";
import type { Direction, Field, ObjectType, Scalar, TypeRef } from "../../generator/model/model.js";
import { isNeeded, isUsable, keyOf } from "./samples.js";

const DEPTH = 5;

/** Values of a type as its page has them, with any of the fields that need not be there. */
export function arbitrary(type: ObjectType, direction: Direction): Arbitrary<unknown> {
  const made = new Map<string, Arbitrary<unknown>>();

  const objectOf = (of: ObjectType, depth: number): Arbitrary<unknown> => {
    const key = `${of.name} ${depth}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const usable = of.fields.filter((field) => isUsable(field, direction));
    const needed = usable.filter((field) => isNeeded(field, direction));
    const fields = depth < DEPTH ? usable : needed;
    const entries = fields.map((field): [string, Arbitrary<unknown>] => [
      keyOf(field, direction),
      direction === "input" || isNeeded(field, direction)
        ? fieldOf(field, depth)
        : fc.oneof({ weight: 9, arbitrary: fieldOf(field, depth) }, fc.constant(null)),
    ]);
    const requiredKeys = needed.map((field) => keyOf(field, direction));
    const arbitraryOf = fc.record(Object.fromEntries(entries), { requiredKeys });
    made.set(key, arbitraryOf);
    return arbitraryOf;
  };

  const fieldOf = ({ type: of, bounds }: Field, depth: number): Arbitrary<unknown> => {
    const { min, max, minLength, maxLength, minItems, maxItems } = bounds;
    if (of.kind === "array") return list(of.of, depth, minItems, maxItems);
    if (of.kind !== "scalar") return valueOf(of, depth);
    if (of.name === "int") return integer(min, max);
    if (of.name !== "string") return valueOf(of, depth);
    if (min !== undefined || max !== undefined) return integer(min, max).map(String);
    return minLength === undefined && maxLength === undefined ? text() : text(minLength, maxLength);
  };

  const valueOf = (of: TypeRef, depth: number): Arbitrary<unknown> => {
    switch (of.kind) {
      case "scalar":
        return SCALARS[of.name];
      case "enum":
        return fc.constantFrom(...of.of.members.map(({ value }) => value));
      case "object":
        return objectOf(of.of, depth + 1);
      case "array":
        return list(of.of, depth);
      case "map":
        return fc.dictionary(text(1), valueOf(of.of, depth), { maxKeys: 3, noNullPrototype: true });
    }
  };

  const list = (of: TypeRef, depth: number, minLength = 0, most = 3) =>
    fc.array(valueOf(of, depth), { minLength, maxLength: Math.min(most, Math.max(minLength, 3)) });

  return objectOf(type, 0);
}

const text = (minLength = 0, maxLength = minLength + 8) =>
  fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 8), unit: "grapheme-ascii" });

const integer = (min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER) =>
  fc.integer({ min: Math.max(min, -(2 ** 31)), max: Math.min(max, 2 ** 31 - 1) });

const SCALARS: Readonly<Record<Scalar, Arbitrary<unknown>>> = {
  string: fc.oneof(text(), fc.constantFrom("", "示例", "🪁", "9".repeat(40))),
  int: fc.oneof(integer(), fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, -0)),
  float: fc.double({ noNaN: true, noDefaultInfinity: true }),
  boolean: fc.boolean(),
  file: fc.constant(new Uint8Array(1)),
  any: fc.jsonValue({ maxDepth: 2 }),
};
