import { basename, dirname } from "node:path";
import { defineConfig } from "@kubb/core";
import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";
import { pluginZod } from "@kubb/plugin-zod";

const { INPUT, OUTPUT, FORMATTER } = process.env;

/** Types, zod schemas, and a fetch function for each operation that checks with them. */
export default defineConfig({
  root: dirname(OUTPUT),
  input: { path: INPUT },
  output: { path: basename(OUTPUT), clean: true, lint: false, format: FORMATTER ?? false },
  plugins: [
    pluginOas({ validate: false, generators: [] }),
    pluginTs(),
    pluginZod(),
    pluginClient({ client: "fetch", parser: "zod" }),
  ],
});
