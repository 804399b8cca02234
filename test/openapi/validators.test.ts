import { expect, test } from "vitest";
import { openApi, type OpenApiDocument } from "../../generator/openapi/openapi.js";
import type { Model } from "../../generator/model/model.js";
import { describeWithPeers, peer } from "../peers/peers.js";
import { everything, hire, resource } from "./models.js";

interface Redocly {
  createConfig(config: { extends: string[] }): Promise<unknown>;
  lintFromString(what: {
    source: string;
    absoluteRef: string;
    config: unknown;
  }): Promise<Problem[]>;
}

interface Problem {
  readonly ruleId: string;
  readonly severity: "error" | "warn";
  readonly message: string;
}

interface Seriousme {
  Validator: new () => {
    validate(document: unknown): Promise<{ readonly valid: boolean; readonly errors?: unknown }>;
  };
}

const services: readonly (readonly [string, () => Model | Promise<Model>])[] = [
  ["the service that larkgen ships", hire],
  ["every part of the grammar", everything],
  ["a service without operations", () => resource("types: {}")],
  ["texts that mean something elsewhere", () => resource(HOSTILE)],
  ["a reply with nulls and unknown keys", () => resource(PLAIN, { "thing.get.response": REPLY })],
];

const PLAIN = `
types:
  Part: { fields: { a: { type: string }, parts: { type: [Part] } } }
operations:
  get:
    label: 取
    http: GET /things
    tokens: [tenant]
    response: { part: { type: Part }, parts: { type: [Part] }, kinds: { type: { map: Part } } }
`;

const REPLY = {
  code: 0,
  msg: "success",
  trace: "x",
  data: {
    more: 1,
    part: { a: null, b: 2, parts: [{ c: 3 }] },
    parts: [{ c: null, d: {} }],
    kinds: { x: { e: [] } },
  },
};

const HOSTILE = String.raw`
operations:
  get:
    label: "</title><script>alert(1)</script> ${"$"}{x} *"
    doc: "A [link](javascript:alert) and <img src=x onerror=alert(1)> in the middle."
    http: GET /open-apis/toy/v1/things/:constructor
    tokens: [tenant]
    path:
      constructor: { type: string, label: "<b onclick=x>" }
    query:
      page-size: { type: int, label: "a\\b" }
      $ref: { type: string, label: "#/components" }
      "1": { type: string, label: "{}" }
    response:
      toString: { type: string, label: "~/%" }
      x-y/z~: { type: [any], label: "'" }
`;

describeWithPeers("OpenAPI validators", () => {
  test.for(services)("redocly has nothing to say about %s", async ([, model]) => {
    const problems = await lint(openApi(await model()));
    expect(problems.filter((problem) => !problem.includes(VENDORS_PATH))).toEqual([]);
  });

  test.for(services)("the OpenAPI 3.1 schema accepts %s", async ([, model]) => {
    const { Validator } = (await peer("@seriousme/openapi-schema-validator")) as Seriousme;
    const { errors, valid } = await new Validator().validate(copy(openApi(await model())));
    expect({ errors, valid }).toEqual({ errors: undefined, valid: true });
  });

  test("redocly does report what is wrong", async () => {
    const document = { ...openApi(everything()), paths: { "/x": { get: {} } } };
    expect((await lint(document)).length).toBeGreaterThan(0);
  });
});

/** The vendor's own path, which ends with a slash: another one would not be served. */
const VENDORS_PATH = "no-path-trailing-slash: `/open-apis/hire/v1/talent_pools/`";

async function lint(document: OpenApiDocument): Promise<readonly string[]> {
  const redocly = (await peer("@redocly/openapi-core")) as Redocly;
  const problems = await redocly.lintFromString({
    source: JSON.stringify(document),
    absoluteRef: "/openapi.json",
    config: await redocly.createConfig({ extends: ["recommended"] }),
  });
  return problems.map(({ ruleId, severity, message }) => `${severity} ${ruleId}: ${message}`);
}

/** The validator resolves references in place. */
function copy(document: OpenApiDocument): unknown {
  return JSON.parse(JSON.stringify(document));
}
