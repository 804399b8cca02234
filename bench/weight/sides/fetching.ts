import { TOKEN } from "../../client/seed.js";
import { ASSESSMENT, parameter, pathOf, PREFIX, type Operation } from "../operations.js";
import { ASSESSMENT_TYPES, ENVELOPE, printAll, type Side } from "../side.js";

const quoted = (text: string): string => JSON.stringify(text);
const HEADERS = `{ authorization: "Bearer ${TOKEN}" }`;
/** Types of this operation are there; those of others would be written when they are used. */
const typesOf = (operation: Operation): string =>
  operation === ASSESSMENT ? "AssessmentOutput" : "unknown";
const typed = (operation: Operation): string =>
  parameter(operation) + (operation === ASSESSMENT ? " satisfies AssessmentInput" : "");

export const rawFetch: Side = {
  name: "raw fetch",
  platform: "browser",
  program: (operations, baseUrl) => `${ENVELOPE}${ASSESSMENT_TYPES}
async function call<Data>(method: string, path: string, body?: object): Promise<Data | undefined> {
  const response = await fetch(${quoted(baseUrl)} + path, {
    method,
    headers: { authorization: "Bearer ${TOKEN}", "content-type": "application/json; charset=utf-8" },
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(\`HTTP \${response.status}\`);
  return open((await response.json()) as Envelope<Data>);
}

${printAll(
  operations.map((operation) => {
    const { method, place, key, value } = operation;
    const path = pathOf(operation) + (place === "query" ? `?${key}=${value}` : "");
    const words = [quoted(method), quoted(path), ...(place === "body" ? [typed(operation)] : [])];
    return `call<${typesOf(operation)}>(${words.join(", ")})`;
  }),
)}`,
};

/** With the types that openapi-typescript makes of our export, in `hire.d.ts`. */
export const openapiFetch: Side = {
  name: "openapi-fetch",
  platform: "browser",
  program: (operations, baseUrl) => `
import createClient from "openapi-fetch";
import type { paths } from "./hire.js";

const client = createClient<paths>({ baseUrl: ${quoted(baseUrl)}, headers: ${HEADERS} });

function open<Data>({ data: envelope, response }: {
  data?: { code: number; msg?: string; data?: Data };
  response: Response;
}): Data | undefined {
  if (envelope === undefined) throw new Error(\`HTTP \${response.status}\`);
  if (envelope.code !== 0) throw new Error(\`\${envelope.code} \${envelope.msg}\`);
  return envelope.data;
}

${printAll(
  operations.map((operation) => {
    const { method, path, place, key } = operation;
    const given = parameter(operation);
    const options = place === "body" ? `body: ${given}` : `params: { ${place}: ${given} }`;
    const template = quoted(PREFIX + path.replace(":id", `{${key}}`));
    return `client.${method}(${template}, { ${options} }).then(open)`;
  }),
)}`,
};

export const ky: Side = {
  name: "ky",
  platform: "browser",
  program: (operations, baseUrl) => `
import ky from "ky";
${ENVELOPE}${ASSESSMENT_TYPES}
const api = ky.create({ prefixUrl: ${quoted(baseUrl)}, headers: ${HEADERS} });

${printAll(
  operations.map((operation) => {
    const { method, place } = operation;
    const given = typed(operation);
    const options = {
      path: "",
      query: `, { searchParams: ${given} }`,
      body: `, { json: ${given} }`,
    };
    const words = quoted(pathOf(operation).slice(1)) + options[place];
    return `api.${method.toLowerCase()}(${words}).json<Envelope<${typesOf(operation)}>>().then(open)`;
  }),
)}`,
};

export const axios: Side = {
  name: "axios",
  platform: "browser",
  program: (operations, baseUrl) => `
import axios from "axios";
${ENVELOPE}${ASSESSMENT_TYPES}
const api = axios.create({ baseURL: ${quoted(baseUrl)}, headers: ${HEADERS} });

${printAll(
  operations.map((operation) => {
    const { method, place } = operation;
    const given = typed(operation);
    const options = { path: "", query: `, { params: ${given} }`, body: `, ${given}` };
    const words = quoted(pathOf(operation)) + options[place];
    return `api.${method.toLowerCase()}<Envelope<${typesOf(operation)}>>(${words}).then(({ data }) => open(data))`;
  }),
)}`,
};
