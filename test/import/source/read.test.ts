import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";
import { all, told } from "./all.js";

function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), "larkgen-source-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

const FILES = {
  "kites/fly.md": "fly",
  "kites/build.md": "build",
  "kites/old/land.json": "{}",
  "kites/old/Tie.MD": "tie",
  "kites/notes.txt": "notes",
  "kites/kite.png": "picture",
  "kites/node_modules/a/README.md": "foreign",
};

test("a file, with the path that diagnostics print", async () => {
  const cwd = folder(FILES);
  expect(await all(["kites/fly.md"], { cwd })).toEqual([
    { file: { path: "kites/fly.md", name: "fly.md", text: "fly" }, link: undefined },
  ]);
});

test("a folder, with everything in it that can be a page, in the order of names", async () => {
  const cwd = folder(FILES);
  const sources = await all(["./kites/"], { cwd });
  expect(sources.map(({ file }) => [file?.path, file?.name])).toEqual([
    ["kites/build.md", "kites/build.md"],
    ["kites/fly.md", "kites/fly.md"],
    ["kites/notes.txt", "kites/notes.txt"],
    ["kites/old/Tie.MD", "kites/old/Tie.MD"],
    ["kites/old/land.json", "kites/old/land.json"],
  ]);
});

test("a pattern that the shell left alone", async () => {
  const cwd = folder(FILES);
  expect(await told(["kites/{fly,b*}.md"], { cwd })).toEqual(["build", "fly"]);
});

test("a file whose name looks like a pattern", async () => {
  expect(
    await told(["[a].md"], { cwd: folder({ "[a].md": "brackets", "a.md": "plain" }) }),
  ).toEqual(["brackets"]);
});

test("standard input, once", async () => {
  const stdin = Readable.from([Buffer.from("# Ki"), Buffer.from("te\r\n")]);
  expect(await all(["-", "-"], { stdin })).toEqual([
    { file: { path: "stdin", name: "stdin", text: "# Kite\n" }, link: undefined },
    { argument: "-", problem: "standard input can be read only once: give - once" },
  ]);
});

test.each([
  ["by its name", ["kites/*.md", "kites/fly.md", "kites"]],
  ["on another way", ["kites/build.md", "kites/../kites/fly.md", "kites"]],
  ["by a link", ["kites/build.md", "kites/fly.md", "link.md", "kites"]],
])("a file that is given again %s is read once", async (_, pages) => {
  const cwd = folder(FILES);
  symlinkSync(join(cwd, "kites/fly.md"), join(cwd, "link.md"));
  const paths = (await all(pages, { cwd })).map(({ file }) => file?.path);
  expect(paths).toEqual([
    "kites/build.md",
    "kites/fly.md",
    "kites/notes.txt",
    "kites/old/Tie.MD",
    "kites/old/land.json",
  ]);
});

test("standard input with nothing in it", async () => {
  expect(await told(["-"], { stdin: Readable.from([]) })).toEqual([
    "standard input is empty: check where the page is",
  ]);
});

test("results come in the order of the arguments, and one that fails keeps none back", async () => {
  const cwd = folder(FILES);
  const stdin = Readable.from(["in"]);
  expect(await told(["kites/fly.md", "none.md", "-", "kites/build.md"], { cwd, stdin })).toEqual([
    "fly",
    "there is no file or folder none.md: check the path",
    "in",
    "build",
  ]);
});

test("a byte order mark and the line ends of Windows are gone", async () => {
  expect(await told(["a.md"], { cwd: folder({ "a.md": "\uFEFFa\r\nb\rc" }) })).toEqual(["a\nb\nc"]);
});

test.each([
  ["none/at/all.md", "there is no file or folder none/at/all.md: check the path"],
  ["kite.md/inside", "there is no file or folder kite.md/inside: check the path"],
  ["*.html", "no file matches *.html: check the pattern"],
  ["nothing.md", "nothing.md is empty: check where the page is"],
  ["blank.md", "blank.md is empty: check where the page is"],
  [
    "ftp://toys.example/a.md",
    "nothing is fetched from ftp:// addresses: give an address with https://",
  ],
  ["empty", "empty has no pages in it: .md, .json or .txt files"],
  ["latin.md", "latin.md is not UTF-8 text: save it as UTF-8, and import that"],
  ["wide.md", "wide.md is not UTF-8 text: save it as UTF-8, and import that"],
  ["zeros.md", "zeros.md is not text: save the page as Markdown, and import that"],
  ["large.md", "large.md is larger than 1000 bytes: no page is; check what it is"],
  ["\0", "\0 cannot be read (ERR_INVALID_ARG_VALUE): check what it is"],
])("%j is no page", async (argument, problem) => {
  const cwd = folder({
    "kite.md": "kite",
    "empty/kite.png": "picture",
    "nothing.md": "",
    "blank.md": "\uFEFF \n\n",
    "latin.md": Buffer.from("papalote: caña", "latin1"),
    "wide.md": Buffer.from("\uFEFFkite", "utf16le"),
    "zeros.md": "\0\0\0",
    "large.md": "kite ".repeat(1000),
  });
  expect(await told([argument], { cwd, maxBytes: 1000 })).toEqual([problem]);
});
