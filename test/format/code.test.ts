import fc from "fast-check";
import { expect, test } from "vitest";
import { emit } from "../../generator/emit/emit.js";
import { printer } from "../../generator/emit/print.js";
import { formatCode } from "../../generator/format/code.js";
import { prettier } from "../../generator/format/prettier.js";
import type { Model } from "../../generator/model/model.js";
import { everything, hire } from "../fixtures/package.js";

// Most code has prettier's shape without being formatted by it; here is the proof.
const print = printer();
const printed = (model: Model) => emit(model).map(({ make }) => print(make()));
const modules = { everything: printed(await everything()), hire: printed(await hire()) };

async function expectSame(text: string): Promise<void> {
  expect(await formatCode(text)).toBe(await prettier(text, "babel-ts"));
}

test.each(["everything", "hire"] as const)("the code of %s is as prettier has it", async (name) => {
  for (const text of modules[name]) await expectSame(text);
});

test("so it is whatever the length of names", async () => {
  const all = [...modules.everything, ...modules.hire];
  const properties = fc.record({ text: fc.constantFrom(...all), seed: fc.nat() });
  await fc.assert(
    fc.asyncProperty(properties, ({ text, seed }) => expectSame(renamed(text, seed))),
    { seed: 1, numRuns: 150 },
  );
});

// Of these only the first is two columns wide, wherever it is shown.
test.each(["示", "é", "…"])("so it is where %s decides how long a line is", async (letter) => {
  for (let n = 0; n < 40; n++) {
    const text = letter.repeat(n);
    await expectSame(`export const checkToy: Check = /* @__PURE__ */ member(isToy, "1 (${text}) or 2 (Ball)");
function knownToToy(name: string): boolean {
  return name === "${text}" || name === "assessment_dimension_list" || name === "content";
}
export function isToy(value: unknown): value is Toy {
  const { kind } = value;
  if (kind !== undefined && typeof kind !== "string" && kind !== "${text}, whatever") return false;
  return true;
}
`);
  }
});

const WORDS =
  /^(?:any|async|boolean|const|export|extends|false|from|function|import|interface|keyof|larkgen|never|null|number|readonly|return|string|true|type|typeof|undefined|unknown|void|__PURE__|\d+)$/u;

/** Each name longer or shorter by some letters, the same everywhere. */
function renamed(text: string, seed: number): string {
  const names = new Map<string, string>();
  const rename = (name: string): string => {
    const known = names.get(name);
    if (known !== undefined || WORDS.test(name)) return known ?? name;
    const size = ((seed + names.size * 2_654_435_761) >>> 7) % 12;
    const other = size < 4 ? `${name.slice(0, 4)}${names.size}` : name + "x".repeat(size - 4);
    names.set(name, other);
    return other;
  };
  return text
    .split("\n")
    .map((line) =>
      /^ *(?:\/?\*|\/\/)/u.test(line) ? line : line.replace(/\b[A-Za-z_]\w{3,}\b/gu, rename),
    )
    .join("\n");
}
