import { expect, test } from "vitest";
import { excused, lines, type Texts } from "./spec.js";

const codes = (texts: Texts): readonly string[] =>
  lines(texts).map((line) => line.split(" ")[1] ?? "");

const MISFIT = '{ "a": "one" }';
const FITTING = '{ "a": 1 }';

test.each([
  ["the place itself", "example.request.a", MISFIT],
  ["the whole example", "example.request", MISFIT],
  ["a whole example that is no JSON", "example.request", "{"],
  ["a whole example that fits, which it keeps from import", "example.request", FITTING],
  ["all examples", "example", FITTING],
  ["what is held against the page", "body.a", FITTING],
])("an exception that speaks of %s has its use", (_, at, example) => {
  expect(codes(excused(at, example))).toEqual([]);
});

test.each([
  ["a field that fits now", "example.request.a", FITTING],
  ["a field that is not there", "example.request.nothing.at.all", FITTING],
  ["the example of the other side", "example.response", FITTING],
  ["no side", "example.reply", FITTING],
])("an exception that speaks of %s has none", (_, at, example) => {
  expect(codes(excused(at, example))).toEqual(["unneeded-exception:"]);
});

test("one that has no use does not hide what is wrong beside it", () => {
  expect(codes(excused("example.request.b", MISFIT))).toEqual([
    "example-misfit:",
    "unneeded-exception:",
  ]);
});

test("of a whole example that is not there nothing can be kept", () => {
  const { "toy/examples/thing.get.request.json": _, ...texts } = excused("example.request", "{}");
  expect(lines(texts)).toEqual([
    'toy/thing.yaml:11:33 unneeded-exception: nothing in an example of thing.get needs "example.request": remove this entry',
  ]);
});

test("where the fields cannot be read, nobody knows what an example needs", () => {
  const texts = excused("example.request.a", MISFIT);
  const broken = (texts["toy/thing.yaml"] ?? "").replace("type: int", "typ: int");
  expect(codes({ ...texts, "toy/thing.yaml": broken })).not.toContain("unneeded-exception:");
});
