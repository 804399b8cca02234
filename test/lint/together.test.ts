import { expect, test } from "vitest";
import { diagnose, get, lines, post, SERVICE, toy, type Texts } from "./spec.js";

const codes = (texts: Texts): readonly string[] =>
  diagnose(texts).map(({ at, code }) => `${at.file.name} ${code}`);

test("all problems of all files come in one run, in the order of files and places", () => {
  const texts: Texts = {
    "toy/z.yaml": "types: { T: { fields: { a: { type: Tring } } } }\n",
    "toy/a.yaml": `${SERVICE}lable: x\nenums: { E: { label: 枚举, values: {} } }\n`,
    "toy/broken.yaml": "doc: 'a\n",
  };
  const found = ["toy/a.yaml unknown-key", "toy/a.yaml bad-value", "toy/broken.yaml yaml-syntax"];
  expect(codes(texts)).toEqual(found);
  const reversed = Object.fromEntries(Object.entries(texts).reverse());
  expect(lines(reversed)).toEqual(lines(texts));
});

test("a file with several syntax errors is reported once, and so is each of several files", () => {
  const broken = "a: [\nb: }\nc: 'd\n\te: @\n";
  expect(codes({ "toy/a.yaml": broken, "toy/b.yaml": broken, "toy/c.yaml": SERVICE })).toEqual([
    "toy/a.yaml yaml-syntax",
    "toy/b.yaml yaml-syntax",
  ]);
});

test("a grammar error hides neither its neighbours nor other files", () => {
  const texts = toy(
    post(
      "efect: write\nbody: { a: { type: int, example: x }, b: { type: Tring } }\nerrors: [Nope]",
    ),
    { "toy/z.yaml": "types: { T: { lable: t, fields: { a: { type: Nought } } } }\n" },
  );
  expect(codes(texts)).toEqual([
    "toy/thing.yaml unknown-key",
    "toy/thing.yaml misfit",
    "toy/thing.yaml unknown-type",
    "toy/thing.yaml unknown-error",
    "toy/z.yaml unknown-key",
    "toy/z.yaml unknown-type",
  ]);
});

/** One mistake, and everything around that leans on what is mistaken. */
const leaning: readonly (readonly [mistake: string, texts: Texts, line: string])[] = [
  [
    "a broken type",
    toy(post("body: { t: { type: T } }") + "types: { T: { fields: [a] } }\n"),
    "thing.yaml:10:23 wrong-kind",
  ],
  [
    "a broken enum",
    toy(
      post("body: { e: { type: E, example: 1 }, a: { type: int, when: { e: A } } }") +
        "enums: { E: { label: 枚举, values: { A: { value: [] , label: 甲 } } } }\n",
    ),
    "thing.yaml:10:48 bad-value",
  ],
  [
    "a broken error",
    toy(get("errors: [Busy]") + "errors: { Busy: { code: x, label: 忙, retry: never } }\n"),
    "thing.yaml:10:25 wrong-kind",
  ],
  [
    "a broken field",
    toy(post("body: { a: { typ: int }, b: { type: int, when: { a: present } } }")),
    "thing.yaml:9:18 unknown-key",
  ],
  [
    "a broken path parameter",
    toy(get("path: { id: { type: 3 } }").replace("things", "things/:id")),
    "thing.yaml:9:25 bad-value",
  ],
  [
    "a broken operation with an example",
    toy(
      get().replace("GET", "FETCH") +
        "exceptions:\n  - { operation: thing.get, at: response, reason: r }\n",
      {
        "toy/examples/thing.get.response.json": "{}",
      },
    ),
    "thing.yaml:7:11 bad-value",
  ],
  [
    "an alias for a type",
    toy(post("body: { t: { type: T } }") + "types: { T: *x }\n"),
    "thing.yaml:10:13 alias",
  ],
  [
    "a null for a list",
    toy(post("tokens:").replace("    tokens: [tenant]\n", "")),
    "thing.yaml:8:5 null",
  ],
  [
    "an unreadable file",
    toy(post("body: { t: { type: T } }\nerrors: [X]"), { "toy/z.yaml": "a: '" }),
    "z.yaml:1:4 yaml-syntax",
  ],
];

test.each(leaning)("%s has no echo", (_, texts, line) => {
  expect(lines(texts).map((found) => found.slice("toy/".length).split(": ")[0])).toEqual([line]);
});

test("a service without its keys is told what each of them is, and not that it is missing", () => {
  expect(codes({ "toy/a.yaml": "service: { name: toy }\n" })).toEqual(
    Array(3).fill("toy/a.yaml missing-key"),
  );
});

test("names that JavaScript objects have of themselves are no names of the spec", () => {
  const texts = toy(
    post(
      "idempotency: { field: constructor }\nbody: { a: { type: int, when: { toString: present } } }",
    ),
  );
  expect(codes(texts)).toEqual(["toy/thing.yaml unknown-field", "toy/thing.yaml unknown-sibling"]);
});
