import { fromMarkdown } from "mdast-util-from-markdown";
import { afterAll, expect, test } from "vitest";
import type { Service } from "../../generator/model/model.js";
import { exampleInput } from "../../generator/emit/example.js";
import { everything, hire, packageOf, type Package } from "../fixtures/package.js";
import { openWorkshop } from "../fixtures/workshop.js";

// What the documents tell people to write compiles, and passes the check.
const facade = ({ name, pascal }: Service): string =>
  `declare const ${name}: import("./src/index.js").${pascal}Client;\n`;
const GLOBALS = `
declare const process: { readonly env: Readonly<Record<string, string | undefined>> };
export {};
`;

const models = { hire: await hire(), everything: await everything() };

const programs = new Map<string, Package>();
for (const [name, model] of Object.entries(models)) {
  const files = await packageOf(model);
  programs.set(name, new Map([...files, ...programsOf(files, model.service)]));
}
const workshop = await openWorkshop(programs);
afterAll(workshop.close);

/** A README's blocks stand alone; those of a reference page follow its import. */
function* programsOf(files: Package, service: Service): Iterable<readonly [string, string]> {
  for (const [path, text] of files) {
    if (!path.endsWith(".md")) continue;
    const [first = "", ...others] = codeIn(text);
    const together = [first, ...others.map((code) => `{\n${code}\n}`)].join("\n");
    const blocks = path === "README.md" ? [first, ...others] : [facade(service) + together];
    for (const [i, code] of blocks.entries()) {
      yield [`${path.replace(/\W/gu, "-")}-${i}.ts`, GLOBALS + local(code, service.package)];
    }
  }
}

function codeIn(text: string): string[] {
  return fromMarkdown(text).children.flatMap((node) =>
    node.type === "code" && node.lang === "ts" ? [node.value] : [],
  );
}

/** Imports of the package as imports of its sources. */
function local(code: string, name: string): string {
  return code.replaceAll(new RegExp(`from "${name}(?:/([a-z-]+))?"`, "gu"), (_, path?: string) => {
    const isOwn = path === undefined || ["client", "enums", "errors"].includes(path);
    return `from "./src/${isOwn ? (path ?? "index") : `resources/${path}`}.js"`;
  });
}

test("they compile; that a result is not used is no mistake", () => {
  const isUnused = (line: string) => /error TS(?:6133|6192|6198):/u.test(line);
  expect(workshop.problems.filter((line) => !isUnused(line))).toEqual([]);
});

const operations = Object.entries(models).flatMap(([service, model]) =>
  model.resources.flatMap(({ operations, kebab }) =>
    operations.map((operation) => [operation.id, service, kebab, operation] as const),
  ),
);

test.for(operations)("the example of %s passes the check", async ([, service, file, operation]) => {
  const module = await workshop.load(service, `src/validators/${file}.ts`);
  const is = module[`is${operation.input.inputName}`] as (value: unknown) => boolean;
  const [text = "{}"] = exampleInput(operation);
  // Our own text, which the compiler has just accepted.
  const input: unknown = new Function(`return ${text};`)();
  expect(is(input)).toBe(true);
});
