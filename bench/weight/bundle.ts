import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Side } from "./side.js";
import { inWorkplace } from "./workplace.js";

const OLD_MODULES =
  'import{createRequire}from"node:module";const require=createRequire(import.meta.url),__dirname=import.meta.dirname;';

/** One file with everything a program needs. */
export async function bundle(program: string, platform: Side["platform"]): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: inWorkplace(), loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    platform,
    target: "es2022",
    charset: "utf8",
    // What modules of the old kind find there, and those of the new kind do not.
    ...(platform === "node" && { banner: { js: OLD_MODULES } }),
    write: false,
    logLevel: "silent",
  });
  return outputFiles.map(({ text }) => text).join("");
}

export const KB = 1024;
export const minified = (text: string): number => Buffer.byteLength(text) / KB;
export const gzipped = (text: string): number => gzipSync(text, { level: 9 }).length / KB;
