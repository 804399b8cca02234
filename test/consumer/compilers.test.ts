import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, test } from "vitest";
import { describeWithPeers, peerFolder } from "../peers/peers.js";
import { inProject, linkNodeTypes, node } from "./consumer.js";

/** From the oldest that the package says it needs. */
const compilers = ["typescript54", "typescript5", "typescript6", "typescript7"];

const nodenext = { module: "nodenext" };
const bundler = { module: "preserve", moduleResolution: "bundler" };
const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
};
const inBrowser = { target: "es2022", types: [] };
const onServer = { target: "es2022", lib: ["es2022"], types: ["node"] };
const longAgo = { target: "es2020", types: [], strict: false };

/** Our declarations are checked always, the compiler's own never. */
const always = { noEmit: true, skipLibCheck: false, skipDefaultLibCheck: true };

const settings = {
  "nodenext, strict": { files: ["*.ts"], options: { ...nodenext, ...strict, ...inBrowser } },
  "bundler, strict": { files: ["*.ts"], options: { ...bundler, ...strict, ...inBrowser } },
  "nodenext, strict, without the DOM": {
    files: ["use.ts"],
    options: { ...nodenext, ...strict, ...onServer },
  },
  "nodenext, loose and old": { files: ["use.ts"], options: { ...nodenext, ...longAgo } },
  "bundler, loose and old": { files: ["use.ts"], options: { ...bundler, ...longAgo } },
};

const cells = compilers.flatMap((compiler) =>
  Object.entries(settings).map(([setting, rest]) => ({ compiler, setting, ...rest })),
);

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const tsc = (compiler: string, project: string, ...more: string[]) =>
  node([join(peerFolder(compiler), "bin/tsc"), "--project", project, ...more]);

describeWithPeers("compilers", () => {
  beforeAll(async () => {
    await cp(at("programs"), inProject("programs"), { recursive: true });
    await linkNodeTypes();
  });

  describe.concurrent("take the installed package", () => {
    test.for(cells)("$compiler, $setting", async ({ compiler, setting, files, options }) => {
      const config = inProject("programs", `${compiler}-${setting.replace(/\W+/gu, "-")}.json`);
      const compilerOptions = { ...always, ...options };
      await writeFile(config, JSON.stringify({ compilerOptions, include: files }));
      await tsc(compiler, config);
    });
  });

  describe.concurrent("take its sources, as its own settings have them", () => {
    test.for(compilers)("%s", async (compiler) => {
      const project = at("../../generated/hire/tsconfig.json");
      await tsc(compiler, project, "--noEmit", "--skipDefaultLibCheck");
    });
  });
});
