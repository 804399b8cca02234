import { camel, parameter } from "../operations.js";
import { printAll, type Side } from "../side.js";

const PLACES = { path: "path", query: "params", body: "data" } as const;

/** Gets its token itself. For Node only: it asks for `fs`, `http` and more. */
export const vendorsSdk: Side = {
  name: "vendor's SDK",
  platform: "node",
  program: (operations, baseUrl) => `
import { Client, LoggerLevel } from "@larksuiteoapi/node-sdk";

const client = new Client({
  appId: "cli_bench",
  appSecret: "bench-secret",
  domain: ${JSON.stringify(baseUrl)},
  loggerLevel: LoggerLevel.error,
});

function open<Data>({ code, msg, data }: { code?: number; msg?: string; data?: Data }): Data | undefined {
  if (code !== 0) throw new Error(\`\${code} \${msg}\`);
  return data;
}

${printAll(
  operations.map((operation) => {
    const name = operation.name.map(camel).join(".");
    return `client.hire.v1.${name}({ ${PLACES[operation.place]}: ${parameter(operation)} }).then(open)`;
  }),
)}`,
};
