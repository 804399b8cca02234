import { camel, parameter, pascal, type Operation } from "../operations.js";
import { printAll, type Side } from "../side.js";

const optionsOf = (baseUrl: string): string =>
  `{ appId: "cli_bench", appSecret: "bench-secret", baseUrl: ${JSON.stringify(baseUrl)} }`;

const functionOf = ({ name: [resource, operation] }: Operation): string =>
  camel(operation) + pascal(resource);

/** Functions, each imported from its resource. */
export const ourSide: Side = {
  name: "feishu-hire",
  platform: "browser",
  program: (operations, baseUrl) => `
import { createClient } from "feishu-hire/client";
${operations.map((operation) => `import { ${functionOf(operation)} } from "feishu-hire/${operation.name[0].replaceAll("_", "-")}";`).join("\n")}

const client = createClient(${optionsOf(baseUrl)});
${printAll(operations.map((operation) => `${functionOf(operation)}(client, ${parameter(operation)})`))}`,
};

/** One object with all operations. */
export const ourFacade: Side = {
  name: "feishu-hire, facade",
  platform: "browser",
  program: (operations, baseUrl) => `
import { createHire } from "feishu-hire";

const hire = createHire(${optionsOf(baseUrl)});
${printAll(operations.map((operation) => `hire.${operation.name.map(camel).join(".")}(${parameter(operation)})`))}`,
};
