import fc from "fast-check";
import { expect, test } from "vitest";
import { emit } from "../../generator/emit/emit.js";
import { printer } from "../../generator/emit/print.js";
import { formatCode, split } from "../../generator/format/code.js";
import { layout } from "../../generator/format/layout.js";
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

// Or else generating would take half as long again, and nothing but a benchmark would tell.
test("prettier need not see the code of hire", () => {
  const statements = modules.hire.flatMap(split).map(({ lines }) => lines);
  expect(statements.length).toBeGreaterThan(5_000);
  expect(statements.filter((lines) => layout(lines) === undefined)).toEqual([]);
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
function hasMoreThanToy(value: Readonly<Record<string, unknown>>): boolean {
  for (const name in value)
    if (name !== "${text}" && name !== "assessment_dimension_list" && isUnknown(value, name))
      return true;
  return false;
}
export function isToy(value: unknown): value is Toy {
  const { kind } = value;
  if (kind !== undefined && typeof kind !== "string" && kind !== "${text}, whatever") return false;
  return true;
}
`);
  }
});

// NAME stands for names of all lengths.
test.each([
  `const a: A = {\n    list: [{ b: NAME }, { c: 1 }],\n    };`,
  `const a: A = {\n    list: [{ b: NAME, c: 1 }, { b: 2, c: 2 }],\n    };`,
  `const a: A = {\n    list: [[1, NAME], [2, 3]],\n    };`,
  `const a: A = {\n    list: [[NAME], [2]],\n    };`,
  `const a: A = {\n    NAME: ["text", "text", "text"],\n    };`,
  `const a: A = {\n    NAME: "text of some length",\n    };`,
  `const a: A = {\n    NAME: (input, options) => call(client, input, options),\n    };`,
  `const a: A = {\n    NAME: list(limited(checkString, (value) => isString(value) && !(value.length > 1), "length")),\n    };`,
  `const a: A = {\n    NAME: [1002001, -1, 1002003],\n    };`,
  `const a: A = {\n    NAME: [1002001, -1],\n    };`,
  `const a: A = {\n    NAME: [-1],\n    };`,
  `const a: A = {\n    NAME: {\n    b: 1,\n    },\n    c: { d: 1 },\n    } as const;`,
  `const NAME: readonly A[] = [{\n    a: 1,\n    }, b];`,
  `export const NAME: Check = /* @__PURE__ */ member(isA, "\\"a\\" (A) or \\"b'\\" (B)");`,
  `export const NAME: Check = /* @__PURE__ */ member(isA, "'a' or \\"b\\"");`,
  `export const NAME: Check = /* @__PURE__ */ output(() => ({}));`,
  `export const NAME: Check = /* @__PURE__ */ input(() => ({\n    a: checkString,\n    }));`,
  `export const NAME: Check = /* @__PURE__ */ input(() => ({\n    a: checkString,\n    }), ["a", "b"]);`,
  `export const checkA: Check = /* @__PURE__ */ input(() => ({\n    a: checkString,\n    }), [], (out, { a, NAME }) => {\n    if (a === undefined) mismatch(out, "an a", NAME, "b");\n    });`,
  `export const checkA: Check = /* @__PURE__ */ input(() => ({\n    a: checkString,\n    }), ["NAME"], undefined, (out, { a, NAME }) => {\n    if (a !== undefined && NAME !== 1) notApplicable(out, "a", "b");\n    });`,
  `export const checkA: Check = /* @__PURE__ */ input(() => ({\n    a: checkString,\n    }), [], (out, { NAME }) => {\n    if (NAME === undefined) mismatch(out, "an a", NAME, "b");\n    }, (out, { a, NAME }) => {\n    if (a !== undefined && NAME !== 1) notApplicable(out, "NAME is 1", "b");\n    });`,
  `const NAME = await client.call({\n  a: 1,\n});`,
  `const { NAME } = await call(client, {\n  a: 1,\n}, { b: 1 });`,
  `const { NAME } = await call(client, { a: 1, b: "c" });`,
  `const NAME = await call(client, { a: 1, b: "c" }, { d: 1 });`,
  `for await (const item of hire.NAME.list()) console.log(item);`,
  `import { type NAME, B, C } from "./a.js";`,
  `export type A = (typeof NAME)[keyof typeof NAME];`,
  `export type NAME = Record<string, never>;`,
  `export type A = "a" | NAME | "c";`,
  `export type A = B | NAME | C;`,
  `export interface NAME {\n}`,
  `export interface A extends B, NAME {\n    a: string;\n}`,
  `export interface A extends NAME {\n    a: string;\n}`,
  `export interface A {\n    a?: typeof B.C | typeof B.NAME | undefined;\n    b: readonly (readonly NAME[])[];\n}`,
  `export interface A {\n    NAME(input: A, options?: B): C<D>;\n}`,
  `function a(value: unknown): boolean {\n    const { b: NAME } = value;\n    return true;\n}`,
  `function a(value: unknown): boolean {\n    const { b, c: NAME } = value;\n    return true;\n}`,
  `function a(value: unknown): boolean {\n    const { b, c, d: NAME } = value;\n    return true;\n}`,
  `function a(value: unknown): boolean {\n    const { b, c, NAME } = value;\n    return true;\n}`,
  `function a(name: string): boolean {\n    return name === "NAME" || name === "b" || name === "c";\n}`,
  `function a(name: string): boolean {\n    return name === "\\"NAME\\"";\n}`,
  `function a(name: string): boolean {\n    return name === "b" || name === "\\"NAME" || name === "c";\n}`,
  `function a(b: B): boolean {\n    if (b.c !== undefined && !(b.NAME <= 20)) return false;\n    return true;\n}`,
  `function a(b: B): boolean {\n    if (b === undefined && (NAME === "a" || NAME === "b")) return false;\n    return true;\n}`,
  `function a(b: B): boolean {\n    for (let i = 0; i < b.length; i++) if (!isNAME(b[i])) return false;\n    return true;\n}`,
  `function a(value: Readonly<Record<string, unknown>>): boolean {\n    for (const name in value) if (own(value, name) != null) return true;\n    return false;\n}`,
  `function hasMoreThanNAME(value: Readonly<Record<string, unknown>>): boolean {\n    for (const name in value) if (name !== "b" && own(value, name) != null) return true;\n    return false;\n}`,
  `function a(value: Readonly<Record<string, unknown>>): boolean {\n    for (const name in value) if (name !== "b" && name !== "NAME" && isUnknown(value, name)) return true;\n    return false;\n}`,
  `function isA(value: unknown, strict?: boolean): value is NAME {\n    if (strict && hasMoreThanNAME(value)) return false;\n    return true;\n}`,
  `function isA(value: unknown, strict?: boolean): value is A {\n    if (strict) {\n    if (NAME != null && !isB(NAME)) return false;\n    if (hasMoreThanNAME(value)) return false;\n    }\n    return true;\n}`,
  `function a(client: Client): A {\n    return {\n    NAME: bResource(client),\n    c: {\n    d: dResource(client),\n    },\n    };\n}`,
])("so it is whatever the length of a name: %s", async (text) => {
  for (let length = 1; length <= 105; length++) {
    const name = `N${"x".repeat(length - 1)}`;
    await expectSame(`${text.replaceAll("NAME", name)}\n`);
  }
});

test("numbers fill their lines", async () => {
  for (let count = 1; count <= 40; count++)
    for (const first of [1, 12, 123, 1234, 12345]) {
      const numbers = [first, ...Array.from({ length: count }, (_, i) => 1002001 + i)];
      await expectSame(`const a: A = {\n    codes: [${numbers.join(", ")}],\n    };\n`);
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
