import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile } from "../../generator/compile.js";
import { exampleFields } from "../../generator/emit/example.js";
import { readSpec } from "../../generator/load/read.js";
import { serveMock } from "../../generator/mock/serve.js";
import type { Json, Operation } from "../../generator/model/model.js";
import type { Client, Schema } from "../../generated/hire/src/client.js";
import { createClient } from "../../generated/hire/src/client.js";

const { model, diagnostics } = compile(await readSpec("spec/hire"));
if (model === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));

type Run = (client: Client, input: unknown) => Promise<unknown>;
type Exports = Readonly<Record<string, Schema<unknown> & Run>>;

const operations = await Promise.all(
  model.resources.flatMap(({ kebab, operations }) =>
    operations.map(async (operation) => {
      const exports: Exports = await import(`../../generated/hire/src/resources/${kebab}.ts`);
      return { ...operation, exports };
    }),
  ),
);

/** A page's example has the body only; path and query come from the fields' own examples. */
function completed(operation: Operation): Record<string, unknown> {
  const { input, examples } = operation;
  const around = exampleFields(operation).filter(({ place }) => place !== "body");
  const values = around.flatMap(({ property, example }) =>
    example === undefined ? [] : [[property, example] as const],
  );
  // A page shows how a file is sent, not the file.
  const files = input.fields.flatMap(({ property, type, required }) =>
    required && type.kind === "scalar" && type.name === "file"
      ? [[property, new Blob(["a file"])] as const]
      : [],
  );
  const body = examples.request as Readonly<Record<string, Json>> | undefined;
  return { ...Object.fromEntries(values), ...body, ...Object.fromEntries(files) };
}

/** What a server makes anew: ids, and where a page ends. */
const MADE = new Set(["id", "has_more", "page_token"]);

const withoutMade = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? {}, (key, inner) => (MADE.has(key) ? undefined : inner)));

/** An example that contradicts its page is not shown to readers; exceptions.yaml says why. */
const isShown = ({ content, examples }: Operation): boolean =>
  content !== "json" || examples.request !== undefined;

describe.each(operations)("$id", (operation) => {
  const { examples, exports, input, output, functionName } = operation;

  test.runIf(isShown(operation))("the page's request passes the default check", () => {
    const schema = exports[`${input.inputName}Schema`];
    expect(schema?.validate(completed(operation))).not.toHaveProperty("issues");
    expect(schema?.is(completed(operation))).toBe(true);
  });

  test.runIf(examples.response !== undefined)("the page's reply passes the default check", () => {
    const { data = {} } = examples.response as { data?: unknown };
    const schema = exports[`${output.outputName}Schema`];
    expect(schema?.validate(data)).not.toHaveProperty("issues");
    expect(schema?.is(data)).toBe(true);
  });

  describe.runIf(isShown(operation))("through client and fake server", () => {
    let server: Awaited<ReturnType<typeof serveMock>>;
    beforeAll(async () => {
      server = await serveMock(model, { port: 0 });
    });
    afterAll(() => server.close());

    test("the page's request gets the page's reply", async () => {
      const unexpected: unknown[] = [];
      const options = {
        baseUrl: server.url,
        hooks: { onUnexpected: (event: unknown) => void unexpected.push(event) },
      };
      const app = { appId: "cli_1", appSecret: "secret-of-the-test" };
      const client = operation.tokens.includes("tenant")
        ? createClient({ ...app, ...options })
        : createClient({ token: "u-of-the-test", ...options });
      const data = await exports[functionName]?.(client, completed(operation));
      expect(unexpected).toEqual([]);
      if (examples.response === undefined) return;
      expect(withoutMade(data)).toEqual(
        withoutMade((examples.response as { data?: unknown }).data),
      );
    });
  });
});
