import { readFileSync } from "node:fs";
import { inProject } from "../consumer.js";

const page = readFileSync(inProject("node_modules/feishu-hire/docs/production.md"), "utf8");

/** The whole module that the page shows for Deno. */
export const denoModule = (): string => found(/^```js\n(.*?)^```$/msu);

/** Its options, in place of the client that they make. */
export const denoOptions = (): string =>
  denoModule().replace("export const hire = createHire(", "export const options = (");

/** The option that the page names for Bun. */
export const bunOptions = (): string =>
  `export const options = { ${found(/^\| Bun .*`(fetch: .*)` *\|$/mu)} };`;

function found(pattern: RegExp): string {
  const [, text] = pattern.exec(page) ?? [];
  if (text === undefined) throw new Error(`the page has nothing like ${pattern}`);
  return text;
}
