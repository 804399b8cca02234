// Writes the texts of a JSON file into a folder, as `larkgen generate` does once it has the texts.
import { readFileSync } from "node:fs";
import { plan } from "../../dist/write/plan.js";
import { recover, write } from "../../dist/write/write.js";
import { MANIFEST, readManifest } from "../../dist/write/manifest.js";
import { readText } from "../../dist/write/folder.js";

const [out, input] = process.argv.slice(2);
const { files, decided } = JSON.parse(readFileSync(input, "utf8"));
await recover(out);
const manifest = readManifest(await readText(`${out}/${MANIFEST}`));
await write(out, await plan(out, files, decided, manifest));
