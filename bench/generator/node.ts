import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

/** All sides run under the same Node: the one that the peers with the highest demands need. */
export const NODE = join(dirname(require.resolve("node22/package.json")), "bin/node");

/** The folder in which the peers are installed. */
export const BENCH = fileURLToPath(new URL("..", import.meta.url));

/** A program of an installed package, by its path there. */
export const programOf = (path: string): string => join(BENCH, "node_modules", path);

export const LARKGEN = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
