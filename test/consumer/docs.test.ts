import { writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { start } from "../mock/server.js";
import { hire as model } from "../openapi/models.js";
import { exampleBlocks, fileName, pageBlocks } from "./blocks.js";
import { inProject, installed, node } from "./consumer.js";
import { environment, Workplace } from "./workplace.js";

const pages = pageBlocks();
const examples = exampleBlocks();
const on = (page: string) => pages.filter(({ name }) => name.startsWith(`${page}-`));
const readme = on("README");
const guide = on("docs-production");

/** Programs with a name are run by tests of their own; this one has dependencies, too. */
const isOurs = ({ code }: { readonly code: string }) => fileName(code) !== "tracing.ts";
const callers = guide.filter(
  ({ code }) => code.includes("await hire.") && fileName(code) === undefined,
);

/** What a reader of a block without imports knows from the text around it. */
const givens = `
  export * from "feishu-hire";
  export declare const client: import("feishu-hire").Client;
  export declare const hire: import("feishu-hire").HireClient;`;

const workplace = new Workplace("docs");

beforeAll(async () => {
  const known = ["client", "hire", ...Object.keys(await installed("feishu-hire"))].join(", ");
  const blocks = [...pages, ...examples].filter(isOurs).map(({ name, code }) => {
    const isWhole = /^import /mu.test(code);
    return { name, code: isWhole ? code : `import { ${known} } from "./givens.js";\n${code}` };
  });
  await workplace.write(blocks);
  await writeFile(workplace.at("givens.d.ts"), givens);
});

test("there is an example for every operation, in the sources and in the pages", () => {
  expect(readme.length).toBeGreaterThanOrEqual(4);
  expect(guide.length).toBeGreaterThanOrEqual(8);
  expect(callers.length).toBeGreaterThanOrEqual(1);
  expect(pages.length - readme.length - guide.length).toBeGreaterThanOrEqual(2);
  expect(examples.length).toBeGreaterThanOrEqual(2);
});

describe("what the package shows its readers", () => {
  test("compiles as it stands", async () => {
    await workplace.compile();
  });

  test.for([...readme, ...callers])("runs, whole: $name", async ({ name, code }) => {
    // A page may send a file of its reader's.
    await writeFile(inProject("letter.pdf"), "%PDF-1.7");
    const calls: string[] = [];
    const { url } = await start(await model(), {
      onCall: ({ path, status }) => calls.push(`${path} ${status}`),
    });
    const { stderr } = await node([workplace.program(name)], environment(url));
    if (code.includes("await")) {
      const resource = code.includes("openAsBlob")
        ? "attachments"
        : "external_interview_assessments";
      expect(calls.at(-1)).toBe(`/open-apis/hire/v1/${resource} 200`);
      expect(stderr).toBe("");
    } else {
      expect(calls).toEqual([]);
      expect(stderr).toContain("unknown: unknown key");
    }
  });
});
