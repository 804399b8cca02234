import { mkdir, writeFile } from "node:fs/promises";
import { ASSESSMENT } from "./operations.js";
import { FACADE, OPENAPI_FETCH, OURS, RAW, sideOf, VENDOR } from "./sides.js";
import { inWorkplace } from "./workplace.js";

/** Those with types of the API. */
export const TYPED: readonly string[] = [OURS, FACADE, RAW, OPENAPI_FETCH, VENDOR];

export const projectOf = (side: string): string => inWorkplace(`project-${TYPED.indexOf(side)}`);

const COMPILER_OPTIONS = {
  strict: true,
  noEmit: true,
  target: "es2022",
  module: "nodenext",
  types: [] as readonly string[],
};

/** A folder a side, with the program of one call in it. */
export async function writeProjects(): Promise<void> {
  for (const name of TYPED) {
    const folder = projectOf(name);
    await mkdir(folder, { recursive: true });
    // Its declarations ask for Node's.
    const types = name === VENDOR ? ["node"] : [];
    const program = sideOf(name).program([ASSESSMENT], "https://open.feishu.cn");
    const files: Readonly<Record<string, string>> = {
      "package.json": JSON.stringify({ type: "module" }),
      "main.ts": program.replace("./hire.js", "../hire.js"),
      "tsconfig.json": JSON.stringify({
        compilerOptions: { ...COMPILER_OPTIONS, types },
        files: ["main.ts"],
      }),
    };
    for (const [file, text] of Object.entries(files)) await writeFile(`${folder}/${file}`, text);
  }
}
