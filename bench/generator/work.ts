import { readFileSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { check } from "prettier";
import type { Case } from "./case.js";
import { OURS, outputOf, PEERS, type Peer } from "./sides.js";

interface Work {
  /** Where it is, in the side's folder. */
  readonly at: string;
  /** Captures a name for each operation. */
  readonly names: RegExp;
}

/** By what each side calls an operation's type, function, or the schema of its reply. */
const WORK: Readonly<Record<typeof OURS | Peer, readonly Work[]>> = {
  larkgen: [
    { at: "src/types", names: /^export (?:interface|type) (\w+Output)\b/gmu },
    { at: "src/resources", names: /^const (\w+)Operation: Operation</gmu },
    { at: "src/validators", names: /^export const (\w+)OutputSchema\b/gmu },
  ],
  "openapi-typescript": [{ at: "", names: /\boperations\["(\w+)"\]/gu }],
  "hey-api": [
    { at: "sdk.gen.ts", names: /^export const (\w+)\s+=\s+</gmu },
    { at: "zod.gen.ts", names: /^export const z(\w+)Response\b/gmu },
  ],
  orval: [
    { at: "client", names: /^export const (\w+)\s+=\s+async\b/gmu },
    { at: "zod", names: /^export const (\w+)Response\b/gmu },
  ],
  kubb: [
    { at: "clients", names: /^export async function (\w+)\(/gmu },
    { at: "zod", names: /^export const (\w+)(?:Mutation|Query)ResponseSchema\b/gmu },
  ],
};

/** Throws unless every side has dealt with every operation, and formatted it if it should. */
export async function checkWork(of: Case, isFormatted: boolean): Promise<void> {
  for (const side of isFormatted ? PEERS.slice(1) : ([OURS, ...PEERS] as const))
    for (const { at, names } of WORK[side]) {
      const files = await readFiles(join(outputOf(of, side), at));
      const found = new Set(
        files.flatMap(({ text }) => [...text.matchAll(names)].map(([, name]) => name)),
      );
      if (found.size !== of.count)
        throw new Error(
          `${side} has ${found.size} of ${of.count} operations in ${at || "its file"}`,
        );
      const [first] = files.filter(({ text }) => text.search(names) >= 0);
      if (
        isFormatted &&
        first !== undefined &&
        !(await check(first.text, { parser: "typescript" }))
      )
        throw new Error(`${side} was to format ${first.path} and did not`);
    }
}

/** How much a side wrote, in KB. */
export async function written(of: Case, side: string): Promise<number> {
  const sizes = (await filesIn(outputOf(of, side))).map((path) => statSync(path).size);
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

/** One after the other: 17,000 files are more than may be open at once. */
async function readFiles(at: string): Promise<readonly { path: string; text: string }[]> {
  return (await filesIn(at)).map((path) => ({ path, text: readFileSync(path, "utf8") }));
}

async function filesIn(at: string): Promise<readonly string[]> {
  if (at.endsWith(".ts")) return [at];
  const entries = await readdir(at, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}
