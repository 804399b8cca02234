import { format } from "prettier";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { patch } from "../../../generator/import/merge/yaml/patch.js";

const FIELDS = `# head

types:   # odd spacing
    Kite:
        label:   风筝
        # before fields
        fields:
            colour: {type: string,   label: '颜色'}   # why
            # about size
            size:
                type: int    # whole
                max: 5


            tail: { type: [ string ] }
            # the end
# behind
`;

type Tree = { [key: string]: Tree };
const changed = (text: string, change: (tree: Tree) => void): string | undefined => {
  const tree = parse(text) as Tree;
  change(tree);
  return patch(text, tree);
};
const fieldsOf = (tree: Tree): Tree => tree["types"]?.["Kite"]?.["fields"] ?? {};
const value = (plain: unknown): Tree => plain as Tree;

const cases: readonly (readonly [
  what: string,
  change: (fields: Tree) => void,
  from: string,
  to: string,
])[] = [
  ["nothing", () => {}, "", ""],
  [
    "a scalar, its comment staying",
    (fields) => (fields["size"] = value({ type: "float", max: 5 })),
    "type: int    # whole",
    "type: float    # whole",
  ],
  [
    "a value in a flow map, the others as they were written",
    (fields) => (fields["colour"] = value({ type: "int", label: "颜色" })),
    "{type: string,   label: '颜色'}   # why",
    "{type: int,   label: '颜色'}   # why",
  ],
  [
    "one key more in a block",
    (fields) => (fields["size"] = value({ type: "int", max: 5, min: 1 })),
    "max: 5\n",
    "max: 5\n                min: 1\n",
  ],
  [
    "one key less in a block",
    (fields) => (fields["size"] = value({ type: "int" })),
    "                max: 5\n",
    "",
  ],
  [
    "a field more at the end",
    (fields) => (fields["line"] = value({ type: "string", label: "线, 长" })),
    "tail: { type: [ string ] }\n",
    'tail: { type: [ string ] }\n            line: { type: string, label: "线, 长" }\n',
  ],
  [
    "a list in flow",
    (fields) => (fields["tail"] = value({ type: ["int"] })),
    "{ type: [ string ] }",
    "{ type: [int] }",
  ],
  [
    "a flow map that no longer fits",
    (fields) => (fields["tail"] = value({ type: ["string"], label: "尾".repeat(50) })),
    "tail: { type: [ string ] }",
    `tail:\n              type: [string]\n              label: ${"尾".repeat(50)}`,
  ],
  [
    "inline fields, always in a block",
    (fields) => (fields["tail"] = value({ type: "object", fields: { a: { type: "int" } } })),
    "tail: { type: [ string ] }",
    "tail:\n              type: object\n              fields:\n                a: { type: int }",
  ],
];

test.each(cases)("%s, and nothing else changes", (_, change, from, to) => {
  expect(FIELDS).toContain(from);
  const result = changed(FIELDS, (tree) => change(fieldsOf(tree)));
  expect(result).toBe(FIELDS.replace(from, () => to));
});

test("a field may go first, above what belongs to the next", () => {
  const text =
    "types:\n  Kite:\n    fields: # all\n      # about tail\n      tail: { type: int }\n";
  const result = changed(text, (tree) => {
    const kite = tree["types"]?.["Kite"] ?? {};
    kite["fields"] = value({ line: { type: "int" }, ...fieldsOf(tree) });
  });
  expect(result).toBe(text.replace("# all\n", "# all\n      line: { type: int }\n"));
});

test.each([
  ["an item more", ["a", "b", "c", "d"], "  - c # 3\n", "  - c # 3\n  - d\n"],
  ["an item between", ["a", "x", "b", "c"], "  - a\n", "  - a\n  - x\n"],
  ["an item first", ["x", "a", "b", "c"], "list:\n", "list:\n  - x\n"],
  ["an item less", ["a", "c"], "  - b # 2\n", ""],
])("%s in a list of lines", (_, list, from, to) => {
  const text = "list:\n  - a\n  - b # 2\n  - c # 3\n# end\n";
  expect(patch(text, { list })).toBe(text.replace(from, to));
});

test("comments inside of what must be written anew go above it", () => {
  const text = "a: 1\nb: { c: 1, # one\n  d: [2 # two\n  ] } # out\n";
  expect(patch(text, { a: 1, b: { c: 1, d: 3 } })).toBe(
    "a: 1\n# one\n# two\nb: { c: 1, d: 3 } # out\n",
  );
});

test.each(["", "# only a comment\n", "# no end"])("a file that says nothing yet: %j", (text) => {
  const head = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  expect(patch(text, { enums: { A: { label: "甲" } } })).toBe(
    `${head}enums:\n  A:\n    label: 甲\n`,
  );
});

test("a file without an end of line gets what is new on a line of its own", () => {
  expect(patch("a: 1", { a: 1, b: 2 })).toBe("a: 1\nb: 2");
});

test("block texts are found whole", () => {
  const text = "a: |\n  one\n  two\n\n# c\nb: 1\n";
  expect(patch(text, { a: "one\ntwo\n", b: 1, c: 2 })).toBe(`${text}c: 2\n`);
  expect(patch(text, { a: "three", b: 1 })).toBe("a: three\n\n# c\nb: 1\n");
});

test.each(["[1, 2]", "{ a: 1 }", "text"])("no lines to work with: %s", (text) => {
  expect(patch(text, { a: 2 })).toBe(undefined);
});

const HOSTILE = [
  ...["", " ", "a: b", "a #b", "- a", "[a", "{a", "1", "1e3", "0x1f", "true", "No", "~", "null"],
  ...[
    "'",
    '"',
    "\n",
    "a\nb",
    "\u0000",
    "a\\",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`a",
    "？",
    " a",
    "a ",
  ],
  ...["a, b", "a]", "a}", "---", "...", "\u2028", "\u{1f600}", "=", "<<", "__proto__", "#", "a: "],
];

test.each(HOSTILE)(
  "%j is the same text again, as a key and as a value, in flow and in block",
  async (text) => {
    const tree = Object.fromEntries([
      ["operations", { get: { body: Object.fromEntries([[text, { type: text, list: [text] }]]) } }],
      ["long", { one: text, two: "x".repeat(120), [`k${text}`]: [text] }],
    ]);
    const written = patch("", tree) ?? "";
    expect(parse(written)).toEqual(tree);
    expect(await format(written, { parser: "yaml", printWidth: 100 })).toBe(written);
  },
);
