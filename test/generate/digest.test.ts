import { expect, test } from "vitest";
import { digest } from "../../generator/digest.js";

interface Node {
  name: string;
  next?: Node;
}

test("equal structures have equal digests, circles included", () => {
  const circle = (): Node => {
    const first: Node = { name: "a" };
    first.next = { name: "b", next: first };
    return first;
  };
  expect(digest(circle())).toBe(digest(circle()));
  expect(digest({ of: new Set(["x"]), no: undefined })).toBe(
    digest({ of: new Set(["x"]), no: undefined }),
  );
});

const shared = {};
test.each<[unknown, unknown]>([
  [1, "1"],
  ["a b", ["a", "b"]],
  [["a", "b"], ["a b"]],
  [["a, b"], ["a", "b"]],
  [{ a: "b" }, { "a:": "b" }],
  [
    { a: 1, b: 2 },
    { a: 1, c: 2 },
  ],
  [
    { a: {}, b: {} },
    { a: {}, b: { c: {} } },
  ],
  [
    [shared, shared],
    [{}, {}],
  ],
  [["#1"], [[]]],
  [{ '1"a 1 1"b': 2 }, { a: 1, b: 2 }],
  [{ "a 1 b": 2 }, { a: 1, b: 2 }],
  [undefined, null],
  [true, "true"],
  [new Set([1, 2]), new Set([2, 1])],
])("%o and %o have not", (a, b) => {
  expect(digest(a)).not.toBe(digest(b));
});

test("what cannot be seen through is refused", () => {
  expect(() => digest(new Map([[1, 2]]))).toThrow(TypeError);
});
