import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Import {
  readonly from: string;
  /** A path inside the repository, or the name of a package. */
  readonly to: string;
  readonly isType: boolean;
}

const sources = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name).replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts"));

const IMPORT =
  /(?:\b(import|export)\s+(type\s)?[^;"'`]*?\bfrom\s*|\bimport\(\s*|^import\s*)"([^"]+)"/gmu;

function imports(folder: string): readonly Import[] {
  return sources(folder).flatMap((from) =>
    [...readFileSync(join(root, from), "utf8").matchAll(IMPORT)].map(([, , type, to = ""]) => ({
      from,
      to: to.startsWith(".")
        ? relative(root, join(root, dirname(from), to))
            .replaceAll("\\", "/")
            .replace(/\.js$/u, ".ts")
        : to,
      isType: type !== undefined,
    })),
  );
}

const all = imports("generator");
const lines = (found: readonly Import[]): readonly string[] =>
  found.map(({ from, to }) => `${from} → ${to}`);

/** What each folder may lean on: downhill only. `""` stands for the files of generator/ itself. */
const STAGES = [
  "load",
  "lint",
  "resolve",
  "emit",
  "format",
  "openapi",
  "mock",
  "import",
  "write",
  "diagnostics",
];
const DOWNHILL: Readonly<Record<string, readonly string[]>> = {
  commands: [...STAGES, "model", ""],
  load: ["diagnostics"],
  diagnostics: [],
  lint: ["load", "diagnostics", "model"],
  resolve: ["lint", "load", "model"],
  emit: ["model"],
  format: [],
  openapi: ["model"],
  mock: ["openapi", "model"],
  import: ["lint", "load", "diagnostics", "model"],
  write: [""],
  model: [],
};

/** Small things that anybody may use. */
const COMMON = [
  "generator/columns.ts",
  "generator/hash.ts",
  "generator/source.ts",
  "generator/unreachable.ts",
];

const stageOf = (path: string): string => /^generator\/([^/]+)\//u.exec(path)?.[1] ?? "";

test.each(Object.entries(DOWNHILL))("%s imports downhill only", (stage, below) => {
  const uphill = all.filter(
    ({ from, to }) =>
      stageOf(from) === stage &&
      to.startsWith("generator/") &&
      !COMMON.includes(to) &&
      ![stage, ...below].includes(stageOf(to)),
  );
  expect(lines(uphill)).toEqual([]);
});

test("every folder of the generator has its place", () => {
  const folders = new Set(all.map(({ from }) => stageOf(from)).filter((stage) => stage !== ""));
  expect([...folders].sort()).toEqual(Object.keys(DOWNHILL).sort());
});

test("nothing but the command line imports commands, and nothing imports the command line", () => {
  const into = all.filter(({ to }) => stageOf(to) === "commands" || to === "generator/cli.ts");
  const others = into.filter(
    ({ from }) => stageOf(from) !== "commands" && from !== "generator/cli.ts",
  );
  expect(lines(others)).toEqual([]);
});

test("YAML is read and merged in one place each, and the disk at the edge", () => {
  const uses = (name: RegExp) =>
    new Set(all.filter(({ to }) => name.test(to)).map(({ from }) => stageOf(from)));
  expect([...uses(/^yaml$/u)].sort()).toEqual(["import", "load"]);
  for (const stage of uses(/^node:fs/u))
    expect(["", "commands", "import", "load", "mock", "write"]).toContain(stage);
  const atLoad = all.filter(
    ({ from, to }) => from.startsWith("generator/load/") && to.startsWith("node:fs"),
  );
  expect(lines(atLoad)).toEqual(["generator/load/read.ts → node:fs"]);
});

test("the model knows no library", () => {
  expect(
    lines(
      all.filter(({ from, to }) => stageOf(from) === "model" && !to.startsWith("generator/model/")),
    ),
  ).toEqual([]);
});

test("the runtime imports nothing that a browser lacks", () => {
  const outside = imports("templates/runtime").filter(
    ({ to }) => !to.startsWith("templates/runtime/"),
  );
  expect(lines(outside)).toEqual([]);
});

test("the generated package depends on nothing", () => {
  const text = readFileSync(join(root, "generated/hire/package.json"), "utf8");
  const kinds = ["dependencies", "peerDependencies", "optionalDependencies", "bundledDependencies"];
  expect(Object.keys(JSON.parse(text)).filter((key) => kinds.includes(key))).toEqual([]);
  const outside = imports("generated/hire/src").filter(
    ({ to }) => !to.startsWith("generated/hire/src/"),
  );
  expect(lines(outside)).toEqual([]);
});
