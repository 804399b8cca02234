import { expect, test } from "vitest";
import { diagnosticText } from "../../generator/commands/diagnostics.js";
import { diagnose, get, post, toy, type Texts } from "./spec.js";
import pc from "picocolors";

const one = (text: string): Texts => ({ "toy/a.yaml": text });
const example = (text: string): Texts =>
  toy(get("response: { a: { type: any } }"), { "toy/examples/thing.get.response.json": text });

const laughs = Array.from({ length: 40 }, (_, i) => `l${i}: &l${i} [*l${i - 1}, *l${i - 1}]`);

/** What somebody could send to hurt: each must end, and end with a diagnostic of this code. */
const hostile: readonly (readonly [what: string, texts: Texts, code: string])[] = [
  ["a billion laughs", one(["l: &l-1 ha", ...laughs].join("\n")), "alias"],
  ["open brackets", one("a: " + "[".repeat(200_000)), "too-deep"],
  ["brackets", one("a: " + "[".repeat(200_000) + "]".repeat(200_000)), "too-deep"],
  ["braces", one("a: " + "{a: ".repeat(100_000)), "too-deep"],
  ["lists in one line", one("- ".repeat(100_000) + "a"), "too-deep"],
  ["complex keys", one("? ".repeat(100_000) + "a"), "too-deep"],
  [
    "an endless stair",
    one(Array.from({ length: 1000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")),
    "too-deep",
  ],
  ["five megabytes", one("a: b\n".repeat(1024 * 1024)), "file-too-large"],
  [
    "very many unknown keys",
    one(Array.from({ length: 50_000 }, (_, i) => `k${i}: 1`).join("\n")),
    "unknown-key",
  ],
  ["one key very many times", one("label: x\n".repeat(50_000)), "duplicate-key"],
  ["very many documents", one("---\na\n".repeat(50_000)), "second-document"],
  [
    "a name of a megabyte",
    toy(
      post(`body: { a: { type: ${"A".repeat(1e6)} } }`) +
        `types: { ${"B".repeat(1e6)}: { fields: {} } }\n`,
    ),
    "unknown-type",
  ],
  [
    "bytes that are no text",
    one(Buffer.from([0xff, 0xfe, 0x61, 0x00]).toString("utf8")),
    "not-utf8",
  ],
  ["NUL", one("a: \u0000\n"), "unknown-key"],
  ["nothing", one(""), "no-service"],
  ["only comments", one("# nothing\n# at all\n"), "no-service"],
  ["only a marker", one("---\n"), "no-service"],
  ["a scalar", one("hello\n"), "wrong-kind"],
  ["a list", one("- a\n"), "wrong-kind"],
  ["infinity", toy(post("body: { a: { type: float, example: .inf } }")), "lost-digits"],
  ["JSON brackets", example("[".repeat(200_000) + "]".repeat(200_000)), "too-deep"],
  [
    "JSON brackets inside",
    example(`{"data":{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}}`),
    "too-deep",
  ],
  ["JSON of five megabytes", example(`"${"a".repeat(5 * 1024 * 1024)}"`), "file-too-large"],
  ["JSON bytes that are no text", example('"\uFFFD"'), "not-utf8"],
  ["no JSON", example(""), "example-syntax"],
];

test.each(hostile)("%s", (_, texts, code) => {
  const diagnostics = diagnose(texts);
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  const text = diagnosticText(diagnostics, pc.createColors(false));
  expect(text.length).toBeLessThan(200_000);
  expect(text).not.toContain("    at ");
});

test("what a spec holds cannot speak to the terminal", () => {
  const diagnostics = diagnose(
    toy('"\\e[31m\\u202e": 1\ndoc: \u001b[2J\u0007\n"\\e]0;x\\a": &\u009b31m 1\n'),
  );
  const text = diagnosticText(diagnostics, pc.createColors(false));
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
});

test("places in an example that is indented with tabs are exact", () => {
  const text = '{\n\t"data": {\n\t\t"b": null,\n\t\t"a": "x"\n\t}\n}\n';
  const texts = toy(get("response: { a: { type: int } }"), {
    "toy/examples/thing.get.response.json": text,
  });
  const [found, ...others] = diagnose(texts);
  expect(others).toEqual([]);
  expect(found?.at.file.text.slice(found.at.start, found.at.end)).toBe('"x"');
});
