import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { inProject, node } from "./consumer.js";

interface Manifest {
  readonly exports: Readonly<Record<string, string | { types: string; default: string }>>;
}

const { packed } = inject("consumer");
const home = inProject("node_modules/feishu-hire");
const read = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(join(home, path), "utf8"));
const manifest = (await read("package.json")) as Manifest;
const subpaths = Object.entries(manifest.exports);
const modules = subpaths.flatMap(([subpath, target]) =>
  typeof target === "string" ? [] : [{ name: posix.join("feishu-hire", subpath), target }],
);

const RUNTIME = "dist/runtime.js";

describe("what is packed", () => {
  test("needs nothing, does nothing on import or install, and runs from Node 20 on", () => {
    expect(manifest).toMatchObject({
      name: "feishu-hire",
      type: "module",
      sideEffects: false,
      engines: { node: ">=20" },
    });
    const wanting = Object.keys(manifest).filter((key) => /^(\w+D|d|bundle.*D)ependenc/u.test(key));
    expect(wanting).toEqual(["devDependencies"]);
    const { scripts = {} } = manifest as { scripts?: object };
    expect(Object.keys(scripts)).toEqual(["prepack"]);
  });

  test("is the compiled code, its sources and its documentation, nothing else", () => {
    const places = new Set(packed.map((path) => path.split("/")[0]));
    expect([...places].sort()).toEqual([
      "LICENSE",
      "README.md",
      "dist",
      "docs",
      "package.json",
      "src",
    ]);
    expect(packed).not.toContain("dist/stale.js");
    expect(packed.filter((path) => path.split("/").some((part) => part.startsWith(".")))).toEqual(
      [],
    );
  });

  test("has the declarations of every module, and one file of code for each entry and the runtime", () => {
    const sources = packed.filter((path) => path.startsWith("src/"));
    const declarations = sources.flatMap((path) =>
      [".d.ts", ".d.ts.map"].map((kind) => path.replace(/^src(.*)\.ts$/u, `dist$1${kind}`)),
    );
    const code = [...modules.map(({ target }) => posix.normalize(target.default)), RUNTIME];
    const wanted = [...declarations, ...code, ...code.map((path) => `${path}.map`)];
    expect(packed.filter((path) => path.startsWith("dist/")).sort()).toEqual(wanted.sort());
  });

  test("is a few files wherever it is entered, which is quick to load", async () => {
    const importsOf = async (path: string): Promise<string[]> => {
      const text = await readFile(join(home, path), "utf8");
      const imports = text.matchAll(/^(?:import|export)\b[^;]*?\bfrom "(.*)";$/gmu);
      return [...imports].map(([, to = ""]) => posix.join(posix.dirname(path), to));
    };
    const shared = ["client", "enums", "errors", "runtime"].map((name) => `dist/${name}.js`);
    for (const { name, target } of modules) {
      const own = posix.normalize(target.default);
      const files = new Set([own]);
      for (const path of files) for (const other of await importsOf(path)) files.add(other);
      const others = [...files].filter((path) => path !== own);
      const most = name === "feishu-hire" ? shared : [RUNTIME];
      expect(most, name).toEqual(expect.arrayContaining(others));
    }
  });

  test("has maps that lead to packed sources", async () => {
    for (const path of packed.filter((name) => name.endsWith(".map"))) {
      const { sources } = (await read(path)) as { sources: string[] };
      for (const source of sources)
        expect(packed).toContain(posix.join(posix.dirname(path), source));
    }
  });

  test("keeps links in its README whole", async () => {
    const readme = await readFile(join(home, "README.md"), "utf8");
    const links = [...readme.matchAll(/\]\((?!https:)([^)#]+)/gu)].map(([, path]) => path);
    expect(links.length).toBeGreaterThan(0);
    for (const path of links) expect(packed).toContain(path);
  });
});

describe("what is exported", () => {
  test("is packed", () => {
    expect(modules.length).toBeGreaterThanOrEqual(5);
    for (const { target } of modules) {
      expect(packed).toContain(posix.normalize(target.types));
      expect(packed).toContain(posix.normalize(target.default));
    }
  });

  test.for(modules)("can be imported by plain Node, and says nothing: $name", async ({ name }) => {
    const program = `const names = Object.keys(await import(${JSON.stringify(name)}));
      if (names.length === 0) throw new Error("it exports nothing");`;
    const { stdout, stderr } = await node(["--input-type=module", "--eval", program]);
    expect(stdout + stderr).toBe("");
  });

  test("has the same classes wherever they are imported from", async () => {
    const program = `const root = await import("feishu-hire");
      const { ApiError, PermissionError } = await import("feishu-hire/errors");
      if (ApiError !== root.ApiError || PermissionError !== root.PermissionError) process.exit(1);`;
    await node(["--input-type=module", "--eval", program]);
  });

  test("is all there is: the runtime is private", async () => {
    const program = 'await import("feishu-hire/dist/runtime.js")';
    await expect(node(["--input-type=module", "--eval", program])).rejects.toThrow(
      "ERR_PACKAGE_PATH_NOT_EXPORTED",
    );
  });

  test.runIf(process.features.require_module)("can be required, too", async () => {
    const program = 'if (typeof require("feishu-hire").createHire !== "function") process.exit(1);';
    await node(["--input-type=commonjs", "--eval", program]);
  });
});
