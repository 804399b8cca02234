import { expect, test } from "vitest";
import { mergeExamples } from "../../../generator/import/merge/examples.js";
import { lint } from "../../../generator/lint/lint.js";
import { parse } from "../../../generator/load/parse.js";
import type { Json } from "../../../generator/import/endpoint.js";
import { fragment, sources, type Texts } from "./spec.js";

const PATH = "examples/toy.create.request.json";

/** What an import of a page with an example does with the file, and what it says. */
function imported(
  text: string | undefined,
  request: Json,
  at = "body.id",
  operation = "toy.create",
) {
  const texts: Texts = {
    ...(text === undefined ? {} : { [PATH]: text }),
    "exceptions.yaml": `exceptions:\n  - { operation: ${operation}, at: ${at}, reason: Mended. }\n`,
  };
  const files = sources(texts);
  const parsed = files.filter(({ name }) => name.endsWith(".yaml")).map(parse);
  const { exceptions } = lint(parsed, []).spec;
  const notes: string[] = [];
  const named = [["toy.create", fragment("toy.create", { examples: { request } })]] as const;
  const merged = mergeExamples(files, named, { exceptions, notes });
  return { written: merged.map(({ path }) => path), notes };
}

test("an example that was changed is the page's again, and that is said", () => {
  expect(imported('{ "id": 2 }', { id: 1 })).toEqual({
    written: [PATH],
    notes: [`${PATH} is the page's again`],
  });
});

test.each([
  ["is new", undefined],
  ["says the same", '{"id":1}'],
])("nothing is said of an example that %s", (_, text) => {
  expect(imported(text, { id: 1 }).notes).toEqual([]);
});

test.each(["example", "example.request", "example.request.id"])(
  "an example of which %s speaks stays, and that is said",
  (at) => {
    expect(imported('{ "id": 2 }', { id: 1 }, at)).toEqual({
      written: [],
      notes: [`${PATH} differs from the page's and stays: exceptions.yaml has ${at}`],
    });
  },
);

test.each([
  ["the other example", "example.response", "toy.create"],
  ["another operation", "example.request", "toy.get"],
])("an exception about %s keeps nothing", (_, at, operation) => {
  expect(imported('{ "id": 2 }', { id: 1 }, at, operation).written).toEqual([PATH]);
});

test("an exception keeps no page's example from being written first", () => {
  expect(imported(undefined, { id: 1 }, "example.request")).toEqual({ written: [PATH], notes: [] });
});
