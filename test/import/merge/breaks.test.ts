import { expect, test } from "vitest";
import { compile } from "../../../generator/compile.js";
import type { Fragment } from "../../../generator/import/fragment.js";
import { readBefore, readEndpoint } from "../../../generator/import/import.js";
import { mergeAll } from "../../../generator/import/merge-all.js";
import { fragment, sources, type Texts } from "./spec.js";

const FOLDER = { path: "spec/toy", name: "toy" };

const importInto = (texts: Texts, ...fragments: readonly Fragment[]) =>
  mergeAll(
    readBefore(sources(texts)),
    fragments,
    FOLDER,
    (files, parsing) => compile(files, parsing).diagnostics,
  );

const good = fragment("kite.get", {
  operation: { body: { id: { type: "string", label: "编号" } } },
});

const breaking: readonly (readonly [what: string, page: Fragment, reason: string])[] = [
  [
    "an operation",
    fragment("toy.get", { operation: { body: { id: { type: "Missing" } } } }),
    "spec/toy/resources/toy.yaml: no type or enum is called Missing.",
  ],
  [
    "a type",
    fragment("toy.get", {
      operation: { body: { toy: { type: "Toy" } } },
      types: { Toy: { fields: { id: { type: "string", maxItems: 1 } } } },
    }),
    'spec/toy/resources/toy.yaml: "maxItems" does not apply to string: remove it',
  ],
  [
    "an example",
    fragment("toy.get", {
      operation: { body: { id: { type: "int" } } },
      examples: { request: { id: "one" } },
    }),
    "spec/toy/examples/toy.get.request.json: this example does not fit",
  ],
];

test.each(breaking)(
  "%s that would break the spec is left out, the rest is not",
  async (_, page, reason) => {
    const { files, diagnostics } = await importInto({}, page, good);
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: "breaks-spec", message: expect.stringContaining(reason) }),
    ]);
    expect(files.map(({ path }) => path).sort()).toEqual(["resources/kite.yaml", "service.yaml"]);
  },
);

test("a page alone that would break the spec leaves nothing behind", async () => {
  for (const [, page] of breaking) expect((await importInto({}, page)).files).toEqual([]);
});

test("what was wrong before does not keep pages out", async () => {
  const texts = {
    "service.yaml": "service: { name: toy, label: 玩具, package: toy, version: 1.0.0 }\n",
    "enums.yaml": "enums: { Size: { label: 大小, values: {} } }\n",
  };
  const { files, diagnostics } = await importInto(texts, good);
  expect(files.map(({ path }) => path)).toEqual(["resources/kite.yaml"]);
  expect(diagnostics).toEqual([]);
});

test("files that are not in the common style stay in their own", async () => {
  const service = "service: {name: toy,   label: 玩具, package: toy, version: 1.0.0}\n";
  const kite = `resource:   kite
label: 风筝
operations:
    get:
        label: kite.get
        http: POST /open-apis/toy/v1/kites/get
        tokens: [ tenant ]
        effect: write
        body:
            name: {type: string}
`;
  const texts = { "service.yaml": service, "resources/kite.yaml": kite };
  const { files } = await importInto(texts, good);
  expect(files).toEqual([
    {
      path: "resources/kite.yaml",
      before: kite,
      text: kite.replace("body:\n", "body:\n            id: { type: string, label: 编号 }\n"),
    },
  ]);
});

test("a failure of ours costs one page", () => {
  const file = {
    path: "page.md",
    name: "page.md",
    get text(): string {
      throw new RangeError("Maximum call stack size exceeded");
    },
  };
  const { endpoint, diagnostics } = readEndpoint(file, undefined);
  expect(endpoint).toBe(undefined);
  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
    ["page-failed", "error"],
  ]);
});
