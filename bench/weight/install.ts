import { readdirSync, readFileSync, statSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Table } from "../report/table.js";
import { NOTES } from "./notes.js";
import { OURS } from "./sides.js";
import { inModules, OUR_PACKAGE } from "./workplace.js";

const PACKAGES: Readonly<Record<string, string>> = {
  [OURS]: OUR_PACKAGE,
  "openapi-fetch": inModules("openapi-fetch"),
  ky: inModules("ky"),
  axios: inModules("axios"),
  "vendor's SDK": inModules("@larksuiteoapi/node-sdk"),
};

/** What `npm install` brings: the package and all that it depends on. */
export function installTable(): Table {
  const packages = new Map<string, number[]>();
  const sizes = new Map<string, number[]>();
  for (const [name, home] of Object.entries(PACKAGES)) {
    const folders = [...closure(home)];
    packages.set(name, [folders.length]);
    sizes.set(name, [folders.reduce((sum, folder) => sum + sizeOf(folder), 0) / 1024]);
  }
  return {
    title: "Installed: the package and all that it depends on, unpacked",
    base: OURS,
    sides: Object.keys(PACKAGES),
    unit: "as named",
    rows: [
      { name: "packages", figures: packages },
      { name: "KB", figures: sizes, note: NOTES.install },
    ],
  };
}

/** The folders of a package and of its dependencies, found as Node finds them. */
function closure(folder: string, seen = new Set<string>()): Set<string> {
  if (seen.has(folder)) return seen;
  seen.add(folder);
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  for (const name of Object.keys(dependencies)) closure(find(name, folder), seen);
  return seen;
}

function find(name: string, from: string): string {
  const found = join(from, "node_modules", name);
  if (existsSync(found)) return found;
  if (from === dirname(from)) throw new Error(`${name} is not installed`);
  return find(name, dirname(from));
}

/** Without packages inside, which are counted by themselves. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules")
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? sizeOf(path) : statSync(path).size;
    })
    .reduce((sum, size) => sum + size, 0);
}
