import { readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { inProject } from "./consumer.js";

/** A piece of code that the package shows its readers. */
export interface Block {
  /** Where it stands: `README-1`, the first one there. */
  readonly name: string;
  readonly code: string;
}

const home = inProject("node_modules/feishu-hire");

/** The TypeScript of the README and the pages under `docs/`. */
export function pageBlocks(): Block[] {
  return packed("*.md", "docs/**/*.md").flatMap((path) => named(path, fenced(read(path))));
}

/** The TypeScript of every `@example` in the sources. */
export function exampleBlocks(): Block[] {
  return packed("src/**/*.ts").flatMap((path) => {
    const comments = read(path).match(/\/\*\*.*?\*\//gsu) ?? [];
    const examples = comments.filter((text) => text.includes("@example"));
    return named(path, examples.map((text) => text.replace(/^ *\* ?/gmu, "")).flatMap(fenced));
  });
}

/** The program that a page shows under that file name. */
export function pageProgram(file: string): string {
  const block = pageBlocks().find(({ code }) => fileName(code) === file);
  if (block === undefined) throw new Error(`no page shows a program called ${file}`);
  return block.code;
}

/** What a whole program says of itself in its first line: `// import.ts: node import.js`. */
export const fileName = (code: string): string | undefined =>
  /^\/\/ ([\w-]+\.ts)\b/u.exec(code)?.[1];

const packed = (...patterns: string[]): string[] => globSync(patterns, { cwd: home }).sort();
const read = (path: string): string => readFileSync(join(home, path), "utf8");

function fenced(text: string): string[] {
  return [...text.matchAll(/^```ts\n(.*?)^```$/gmsu)].map(([, code = ""]) => code);
}

function named(path: string, codes: readonly string[]): Block[] {
  const page = path.replace(/\.\w+$/u, "").replaceAll("/", "-");
  return codes.map((code, index) => ({ name: `${page}-${index + 1}`, code }));
}
