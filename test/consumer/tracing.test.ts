import { once } from "node:events";
import { mkdir, rm, symlink } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { createMock } from "../../generator/mock/app.js";
import { hire as model } from "../openapi/models.js";
import { describeWithPeers, peerFolder } from "../peers/peers.js";
import { pageProgram } from "./blocks.js";
import { node } from "./consumer.js";
import { environment, Workplace } from "./workplace.js";

/** A span as the tests look at it. */
interface Shown {
  readonly name: string;
  readonly kind: number;
  readonly id: string;
  readonly trace: string;
  readonly parent?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly status: { readonly code: number };
  readonly events: readonly { readonly name: string; readonly attributes: object }[];
}

const PAGE = "/open-apis/hire/v1/external_interview_assessments";
const TOKEN = "/open-apis/auth/v3/tenant_access_token/internal";
const [UNSET, ERROR] = [0, 2];
const [INTERNAL, CLIENT] = [0, 2];

/** Prints all there is to the spans when the program ends. */
const print = `
process.on("exit", () => {
  const spans = exporter.getFinishedSpans().map((span) => ({
    id: span.spanContext().spanId,
    trace: span.spanContext().traceId,
    parent: span.parentSpanContext?.spanId,
    name: span.name,
    kind: span.kind,
    attributes: span.attributes,
    status: span.status,
    events: span.events,
    links: span.links,
    resource: span.resource.attributes,
    scope: span.instrumentationScope,
  }));
  console.log(JSON.stringify(spans));
});`;

/** The page's program, with another exporter and with data that are easy to find again. */
const watched = (code: string): string =>
  code
    .replaceAll("ConsoleSpanExporter", "InMemorySpanExporter")
    .replace("provider.register();", `$&${print}`)
    .replace('external_id: "123"', 'external_id: "somebody"');

/** The fake server, which is in trouble when the first write comes. */
async function serve(trouble: (reply: ServerResponse) => void): Promise<string> {
  const { fetch } = createMock(await model());
  const listener = getRequestListener((request, env) => fetch(request, env), {
    overrideGlobalObjects: false,
  });
  let isFirst = true;
  const server = createServer((request, reply) => {
    if (request.url !== PAGE || !isFirst) return void listener(request, reply);
    isFirst = false;
    trouble(reply);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  // A server that listens on a port has an address with one.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function refuse(reply: ServerResponse): void {
  const headers = { "x-ogw-ratelimit-reset": "0", "x-tt-logid": "log-of-the-refusal" };
  reply.writeHead(429, headers);
  reply.end(JSON.stringify({ code: 99991400, msg: "somebody calls too often" }));
}

describeWithPeers("the page's OpenTelemetry program", () => {
  const workplace = new Workplace("tracing");

  beforeAll(async () => {
    const name = "node_modules/@opentelemetry";
    await mkdir(workplace.at("node_modules"), { recursive: true });
    await rm(workplace.at(name), { force: true });
    await symlink(peerFolder("@opentelemetry"), workplace.at(name), "junction");
    await workplace.write([{ name: "tracing", code: watched(pageProgram("tracing.ts")) }]);
    await workplace.compile();
  });

  test.for([
    {
      trouble: refuse,
      what: "a refusal",
      seen: {
        "http.response.status_code": 429,
        "feishu.log_id": "log-of-the-refusal",
        "error.type": "99991400",
      },
    },
    {
      trouble: (reply: ServerResponse) => void reply.destroy(),
      what: "a lost connection",
      seen: { "error.type": "NetworkError" },
    },
  ])("shows each attempt below the caller's span: after $what", async ({ trouble, seen }) => {
    const url = await serve(trouble);
    const { stdout, stderr } = await node([workplace.program("tracing")], environment(url));
    expect(stderr).toBe("");
    const spans = JSON.parse(stdout) as Shown[];
    const [parent] = spans.filter(({ name }) => name === "import");
    expect(parent).toMatchObject({ kind: INTERNAL, status: { code: UNSET } });
    expect(parent?.parent).toBeUndefined();

    const attributes = (path: string, operation: string) => ({
      "http.request.method": "POST",
      "url.template": path,
      "server.address": "127.0.0.1",
      "server.port": Number(new URL(url).port),
      "feishu.operation": operation,
    });
    const create = attributes(PAGE, "external_interview_assessment.create");
    const fine = { "http.response.status_code": 200, "feishu.log_id": expect.any(String) };
    const attempts = spans.filter((span) => span !== parent);
    const shown = attempts.map(({ name, attributes, status }) => ({ name, attributes, status }));
    expect(shown).toEqual([
      {
        name: `POST ${TOKEN}`,
        attributes: { ...attributes(TOKEN, "tenant_access_token.internal"), ...fine },
        status: { code: UNSET },
      },
      {
        name: `POST ${PAGE}`,
        attributes: { ...create, ...seen },
        status: { code: ERROR },
      },
      {
        name: `POST ${PAGE}`,
        attributes: { ...create, ...fine, "http.request.resend_count": 1 },
        status: { code: UNSET },
      },
    ]);
    for (const { kind, parent: above, trace } of attempts) {
      expect([kind, above, trace]).toEqual([CLIENT, parent?.id, parent?.trace]);
    }
    expect(parent?.events).toMatchObject([
      {
        name: "feishu.retry",
        attributes: {
          "error.type": seen["error.type"],
          "feishu.retry.delay_ms": expect.any(Number),
        },
      },
    ]);
    // Secrets, what was sent, what came back, and what the server said of it.
    for (const word of ["the-app-secret", "t-mock", "6986199832494934316", "somebody", "shaojiale"])
      expect(stdout).not.toContain(word);
  });
});
