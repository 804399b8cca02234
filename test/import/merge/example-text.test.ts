import { format } from "prettier";
import { expect, test } from "vitest";
import type { Json } from "../../../generator/import/endpoint.js";
import { exampleText } from "../../../generator/import/merge/example-text.js";

const wide = (count: number): string => "w".repeat(count);

const examples: readonly Json[] = [
  ...["kite", "", 7, -0.5, 1e21, 1e-7, true, null, [], {}, [[]], [{}, {}], [[], []]],
  { a: [], b: {}, "": null, __proto__: 1, 'q"': "\u2028\u0007\n" },
  { a: ["x"], b: [1, 2], c: [true, null, "x", 1] },
  { a: [[1], [2]], b: [[1, 2], [3]] },
  {
    a: [
      [1, 2],
      ["x", "y"],
    ],
    b: [[["x", "y"]]],
  },
  { a: [{ b: 1 }], c: [[{ b: 1, c: 2 }], {}] },
  ...[88, 89, 90, 91].map((count) => ({ a: [wide(count)], b: 1 })),
  ...[88, 89, 90, 91].map((count) => ({ a: [wide(count)] })),
  ...[88, 89, 90, 91].map((count) => [[wide(count)], "x"]),
  { a: ["宽".repeat(43)], b: ["宽".repeat(46)], c: ["宽".repeat(60)] },
  { a: [wide(60), wide(60)], b: [wide(60), 1, null] },
  { numbers: Array.from({ length: 60 }, (_, i) => i * 1000 - 7), more: [1] },
  { a: { b: { c: Array.from({ length: 40 }, (_, i) => 3 - i / 8) } } },
  Array.from({ length: 40 }, (_, i) => [i]),
];

test.each(examples.map((example) => [example]))("%j is in the common style", async (example) => {
  const text = exampleText(example);
  expect(JSON.parse(text)).toEqual(example);
  expect(text).toBe(await format(text, { parser: "json", printWidth: 100 }));
});
