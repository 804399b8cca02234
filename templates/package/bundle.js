// Writes the code in dist/: one file for each entry of the package and one for the runtime, because a file costs
// more to load than what is in it. They share what may be compared: classes of errors, enums, the client. What is a
// resource's own is in its entry and in the root.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, posix, relative, resolve } from "node:path";
import { rolldown } from "rolldown";

const RUNTIME = "src/runtime.ts";
const { exports } = JSON.parse(readFileSync("package.json", "utf8"));
const entries = Object.values(exports).flatMap(({ default: file }) =>
  file === undefined ? [] : [file.replace("./dist/", "src/").replace(/js$/, "ts")],
);
const shared = entries.filter((entry) => dirname(entry) === "src" && entry !== "src/index.ts");

/** All modules of the runtime as one. */
const runtime = {
  name: "runtime",
  resolveId: (id) => (id === RUNTIME ? resolve(id) : null),
  load(id) {
    if (id !== resolve(RUNTIME)) return null;
    const names = readdirSync("src/runtime");
    return names.map((name) => `export * from "./runtime/${name}";`).join("\n");
  },
};

/** Leaves imports of shared files as they are. */
const sharing = (entry) => ({
  name: "sharing",
  resolveId(id, importer) {
    if (importer === undefined) return null;
    const path = relative(".", resolve(dirname(importer), id)).replaceAll("\\", "/");
    const source = path.replace(/js$/, "ts");
    const isShared = shared.includes(source) && source !== entry;
    if (!isShared && !source.startsWith("src/runtime/")) return null;
    const file = posix.relative(posix.dirname(entry), isShared ? path : "src/runtime.js");
    return {
      id: file.startsWith(".") ? file : `./${file}`,
      external: true,
      moduleSideEffects: false,
    };
  },
});

async function bundle(input, plugin) {
  const made = await rolldown({ input, plugins: [plugin], platform: "neutral" });
  const file = input.replace("src/", "dist/").replace(/ts$/, "js");
  await made.write({
    file,
    sourcemap: true,
    sourcemapExcludeSources: true,
    // Engines read a file of nothing but ASCII faster. The declarations have the comments for people.
    charset: "ascii",
    comments: { jsdoc: false },
  });
}

await bundle(RUNTIME, runtime);
for (const entry of entries) await bundle(entry, sharing(entry));
