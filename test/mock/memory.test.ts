import { expect, test } from "vitest";
import { accept } from "../../generator/mock/answer.js";
import { createMemory } from "../../generator/mock/memory.js";

const MOST = 10_000;
const answer = accept({});

test("the oldest of too many is forgotten, and one that is kept anew is not the oldest", () => {
  let time = 0;
  const { keep, recall } = createMemory(() => time);
  keep("renewed", answer, 3_600_000);
  keep("oldest", answer, Infinity);
  time = 3_600_000;
  expect(recall("renewed")).toBeUndefined();
  keep("renewed", answer, 3_600_000);
  for (let count = 2; count < MOST; count++) keep(String(count), answer, Infinity);
  expect(["renewed", "oldest", "2"].map(recall)).toEqual([answer, answer, answer]);
  keep("one more", answer, Infinity);
  expect(["renewed", "oldest", "2"].map(recall)).toEqual([answer, undefined, answer]);
});
