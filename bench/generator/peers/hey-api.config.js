const { INPUT, OUTPUT, FORMATTER } = process.env;

/** Types, zod schemas, and a fetch function for each operation that checks with them. */
export default {
  input: INPUT,
  output: { path: OUTPUT, clean: true, postProcess: FORMATTER ? [FORMATTER] : [] },
  plugins: [
    "@hey-api/typescript",
    "@hey-api/client-fetch",
    "zod",
    { name: "@hey-api/sdk", validator: true },
  ],
  logs: { file: false, level: "warn" },
};
