import { createRequire } from "node:module";
import { fromMarkdown } from "mdast-util-from-markdown";
import { afterAll, expect, test } from "vitest";
import type { Service } from "../../generator/model/model.js";
import { exampleEnums, exampleInput } from "../../generator/emit/example.js";
import { everything, hire, packageOf, type Package } from "../fixtures/package.js";
import { openWorkshop } from "../fixtures/workshop.js";

// What the documents tell people to write compiles, and passes the check.
const facade = ({ name, pascal }: Service): string =>
  `declare const ${name}: import("./src/index.js").${pascal}Client;\n`;
const nodeTypes = createRequire(import.meta.url).resolve("@types/node/package.json");
const node = `/// <reference path="${nodeTypes.replace("package.json", "index.d.ts")}" />`;

/** Pages each of whose blocks is a program. */
const WHOLE = ["README.md", "docs/production.md"];

const models = { hire: await hire(), everything: await everything() };

const programs = new Map<string, Package>();
for (const [name, model] of Object.entries(models)) {
  const files = await packageOf(model);
  programs.set(name, new Map([...files, ["node.d.ts", node], ...programsOf(files, model.service)]));
}
const workshop = await openWorkshop(programs);
afterAll(workshop.close);

/** The blocks of a reference page follow its import. */
function* programsOf(files: Package, service: Service): Iterable<readonly [string, string]> {
  for (const [path, text] of files) {
    if (!path.endsWith(".md")) continue;
    const [first = "", ...others] = codeIn(text);
    const together = [first, ...others.map((code) => `{\n${code}\n}`)].join("\n");
    const blocks = WHOLE.includes(path) ? [first, ...others] : [facade(service) + together];
    for (const [i, code] of blocks.entries()) {
      // What needs further packages is compiled, and run, by the consumer's tests.
      if (code.includes('"@opentelemetry/')) continue;
      const program = `${local(code, service.package)}\nexport {};\n`;
      yield [`${path.replace(/\W/gu, "-")}-${i}.ts`, program];
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
  const enums = await workshop.load(service, "src/enums.ts");
  const named = exampleEnums(operation);
  // Our own text, which the compiler has just accepted.
  const input: unknown = new Function(...named, `return ${text};`)(
    ...named.map((name) => enums[name]),
  );
  expect(is(input)).toBe(true);
});
