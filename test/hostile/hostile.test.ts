import { afterAll, describe, expect, test } from "vitest";
import { isRuntime, modelOf, packageOf, type Package } from "../fixtures/package.js";
import { unformatted } from "../fixtures/pages.js";
import { openWorkshop } from "../fixtures/workshop.js";
import { freeNames, moduleShape, pageShape, rowWidths } from "./shape.js";
import { specWith } from "./spec.js";
import { asWireName, HOSTILE, HOSTILE_LINK, HOSTILE_NAMES } from "./strings.js";

const LINK = "https://example.com/page";

const filling = {
  text: (): string => "plain",
  name: (place: string) => `plain ${place}`,
  link: LINK,
};
const packageWith = (changed: Partial<typeof filling>): Promise<Package> =>
  packageOf(modelOf(specWith({ ...filling, ...changed })));

/** The same spec with nothing in it that means anything. */
const plain = await packageWith({});
const linked = await packageWith({ link: HOSTILE_LINK });
const texts = new Map<string, Package>();
for (const [what, text] of Object.entries(HOSTILE)) {
  texts.set(what, await packageWith({ text: () => text }));
}
const names = new Map<string, Package>();
for (const [what, text] of Object.entries(HOSTILE_NAMES)) {
  names.set(what, await packageWith({ name: (place) => `${asWireName(text)} ${place}` }));
}

const folder = (what: string) => what.replace(/\W+/gu, "-");
const { problems, close } = await openWorkshop(
  new Map([
    ...[...texts].map(([what, files]) => [`${folder(what)}-in-texts`, files] as const),
    ...[...names].map(([what, files]) => [`${folder(what)}-in-names`, files] as const),
    ["in-links", linked] as const,
  ]),
);
afterAll(close);

const written = (files: Package, ending: string) =>
  [...files].filter(([path]) => path.endsWith(ending) && !isRuntime(path));
const shapes = (files: Package, ending: string, shape: (text: string) => unknown) =>
  Object.fromEntries(written(files, ending).map(([path, text]) => [path, shape(text)]));

test("all of it compiles", () => {
  expect(problems).toEqual([]);
});

describe("a hostile text, in every place that takes one,", () => {
  test.for([...texts])("becomes no code and no tag of a comment: %s", ([, files]) => {
    expect(shapes(files, ".ts", moduleShape)).toEqual(shapes(plain, ".ts", moduleShape));
  });

  test.for([...texts])("becomes no Markdown: %s", ([, files]) => {
    expect(shapes(files, ".md", pageShape)).toEqual(shapes(plain, ".md", pageShape));
    expect(shapes(files, ".md", rowWidths)).toEqual(shapes(plain, ".md", rowWidths));
  });

  test.for([...texts, ...names])("leaves Markdown in prettier's shape: %s", async ([, files]) => {
    expect(await unformatted(files, ".md")).toEqual([]);
  });

  test.for([...texts, ...names])("leaves code in prettier's shape: %s", async ([, files]) => {
    expect(await unformatted(files, ".ts")).toEqual([]);
  });

  test.for([...texts])("is one text in package.json: %s", ([, files]) => {
    const json = (from: Package): unknown => JSON.parse(from.get("package.json") ?? "");
    expect(json(files)).toEqual({ ...(json(plain) as object), description: expect.any(String) });
  });

  test.for([...texts])("leaves files that a disk and a terminal can hold: %s", ([, files]) => {
    for (const [path, text] of files) {
      if (isRuntime(path)) continue;
      expect(Buffer.from(text).toString()).toBe(text);
      expect(text).not.toMatch(INVISIBLE);
    }
  });
});

describe("a hostile wire name, and a hostile value of an enum,", () => {
  const kinds = (text: string) => moduleShape(text, { ignoreNames: true });

  test.for([...names])("becomes no code: %s", ([, files]) => {
    expect(shapes(files, ".ts", kinds)).toEqual(shapes(plain, ".ts", kinds));
    expect(shapes(files, ".ts", freeNames)).toEqual(shapes(plain, ".ts", freeNames));
  });

  test.for([...names])("becomes no Markdown: %s", ([, files]) => {
    expect(shapes(files, ".md", pageShape)).toEqual(shapes(plain, ".md", pageShape));
    expect(shapes(files, ".md", rowWidths)).toEqual(shapes(plain, ".md", rowWidths));
  });
});

describe("a hostile link", () => {
  test("becomes no code and no tag of a comment", () => {
    expect(shapes(linked, ".ts", moduleShape)).toEqual(shapes(plain, ".ts", moduleShape));
  });

  test("is the target of the links to the vendor, and of no other", () => {
    const target = HOSTILE_LINK.replaceAll("(", "%28").replaceAll(")", "%29");
    const page = (text: string) => pageShape(text).map((line) => line.replace(target, LINK));
    expect(shapes(linked, ".md", page)).toEqual(shapes(plain, ".md", page));
  });

  test("leaves Markdown in prettier's shape", async () => {
    expect(await unformatted(linked, ".md")).toEqual([]);
  });
});

const INVISIBLE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;
