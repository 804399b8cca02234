import { expect, test } from "vitest";
import { keyOf, Recall } from "../../generator/import/recall.js";

/** How often something is found out about the same text. */
function searches(text: string, found: unknown): number {
  const recall = new Recall<unknown>();
  let searches = 0;
  for (let i = 0; i < 3; i += 1) {
    const find = () => {
      searches += 1;
      return found;
    };
    expect(recall.of(text, find)).toBe(found);
  }
  return searches;
}

test.each(["kite", undefined, ""])("that a text means %j is found out once", (found) => {
  expect(searches("kite", found)).toBe(1);
});

test("long texts are not kept", () => {
  expect(searches("风".repeat(2_000), "kite")).toBe(1);
  expect(searches("风".repeat(2_001), "kite")).toBe(3);
});

test("what is kept does not grow without end", () => {
  const recall = new Recall<number>();
  for (let i = 0; i < 20_001; i += 1) recall.of(String(i), () => i);
  expect(recall.of("19999", () => -1)).toBe(19_999);
  expect(recall.of("20000", () => -1)).toBe(-1);
});

test("a name ends where it ends", () => {
  expect(keyOf("kite", "_id")).not.toBe(keyOf("kite_id", ""));
  expect(keyOf("1", "1 x")).not.toBe(keyOf("11", " x"));
});
