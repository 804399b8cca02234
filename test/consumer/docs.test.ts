import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { start } from "../mock/server.js";
import { hire as model } from "../openapi/models.js";
import { exampleBlocks, pageBlocks } from "./blocks.js";
import { inProject, installed, linkNodeTypes, node } from "./consumer.js";

const root = createRequire(import.meta.url).resolve("typescript/package.json");
const tsc = join(dirname(root), "bin/tsc");

const pages = pageBlocks();
const examples = exampleBlocks();
const readme = pages.filter(({ name }) => name.startsWith("README-"));

/**
 * A reader has an app at the vendor's; we have a fake server. So each client that a block makes
 * gets one option more, and nothing else is changed.
 */
const toServer = (code: string): string =>
  code.replace(/(createHire|createClient)\(\{/gu, '$&\n  baseUrl: process.env["BASE_URL"],');

/** What a reader of a block without imports knows from the text around it. */
const givens = `
  export * from "feishu-hire";
  export declare const client: import("feishu-hire").Client;
  export declare const hire: import("feishu-hire").HireClient;`;

beforeAll(async () => {
  await linkNodeTypes();
  await mkdir(inProject("docs"));
  await writeFile(inProject("docs/givens.d.ts"), givens);
  const known = ["client", "hire", ...Object.keys(await installed("feishu-hire"))].join(", ");
  for (const { name, code } of [...pages, ...examples]) {
    const isWhole = /^import /mu.test(code);
    const before = isWhole ? "" : `import { ${known} } from "./givens.js";\n`;
    await writeFile(inProject("docs", `${name}.ts`), before + toServer(code));
  }
  const compilerOptions = {
    module: "nodenext",
    target: "es2022",
    types: ["node"],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    rootDir: ".",
    outDir: "compiled",
  };
  await writeFile(inProject("docs/tsconfig.json"), JSON.stringify({ compilerOptions }));
});

test("there is an example for every operation, in the sources and in the pages", () => {
  expect(readme.length).toBeGreaterThanOrEqual(4);
  expect(pages.length - readme.length).toBeGreaterThanOrEqual(2);
  expect(examples.length).toBeGreaterThanOrEqual(2);
});

describe("what the package shows its readers", () => {
  test("compiles as it stands", async () => {
    await node([tsc, "--project", inProject("docs")]);
  });

  test.for(readme)("runs, whole: $name", async ({ name, code }) => {
    const calls: string[] = [];
    const { url } = await start(await model(), {
      onCall: ({ path, status }) => calls.push(`${path} ${status}`),
    });
    const env = { ...process.env, BASE_URL: url, APP_ID: "cli_1", APP_SECRET: "secret" };
    const { stderr } = await node([inProject("docs/compiled", `${name}.js`)], env);
    if (code.includes("await")) {
      const page = "/open-apis/hire/v1/external_interview_assessments 200";
      expect(calls.at(-1)).toBe(page);
      expect(stderr).toBe("");
    } else {
      expect(calls).toEqual([]);
      expect(stderr).toContain("unknown: unknown key");
    }
  });
});
