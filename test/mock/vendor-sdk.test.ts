import { expect, test, vi } from "vitest";
import { hire } from "../openapi/models.js";
import { describeWithPeers, peer } from "../peers/peers.js";
import { start } from "./server.js";

/** As much of the vendor's SDK as is used here. */
interface Sdk {
  readonly Client: new (options: object) => {
    readonly hire: {
      readonly externalInterviewAssessment: {
        create(payload: { data: object }, options?: unknown): Promise<Created>;
      };
    };
  };
  readonly AppType: { readonly ISV: unknown };
  readonly CAppTicket: unknown;
  readonly DefaultCache: new () => {
    set(key: unknown, value: string, end: undefined, at: { namespace: string }): Promise<unknown>;
  };
  readonly withTenantKey: (key: string) => unknown;
}

interface Created {
  readonly code?: number;
  readonly data?: { readonly external_interview_assessment?: { readonly id?: string } };
}

const quiet = (): undefined => undefined;
const silent = { error: quiet, warn: quiet, info: quiet, debug: quiet, trace: quiet };

const PATH = "/open-apis/hire/v1/external_interview_assessments";
const assessment = { external_interview_id: "6986199832494934316", conclusion: 1 };

describeWithPeers("the vendor's Node SDK against the mock", () => {
  test("creates an assessment and gets its id", async () => {
    const { create } = await connect();
    expect((await create(assessment)).data?.external_interview_assessment?.id).toMatch(/^\d{19}$/u);
  });

  test("gets the same id for the same external_id, and new ones without", async () => {
    const { create } = await connect();
    const id = async (more: object): Promise<string | undefined> =>
      (await create({ ...assessment, ...more })).data?.external_interview_assessment?.id;
    const first = await id({ external_id: "123" });
    expect(await id({ external_id: "123" })).toBe(first);
    expect(await id({ external_id: "124" })).not.toBe(first);
    expect(await id({})).not.toBe(await id({}));
  });

  test("is told which field has a value of no member", async () => {
    const { create } = await connect();
    await expect(create({ ...assessment, conclusion: 9 })).rejects.toMatchObject({
      response: {
        status: 400,
        data: {
          code: 99992402,
          error: {
            field_violations: [
              { field: "conclusion", value: "9", description: "must be one of 1, 2, 3" },
            ],
          },
        },
      },
    });
  });

  test("takes one token for several calls", async () => {
    const { create, paths } = await connect();
    await create(assessment);
    await create(assessment);
    expect(paths).toEqual(["/open-apis/auth/v3/tenant_access_token/internal", PATH, PATH]);
  });
});

describeWithPeers("the vendor's Node SDK as a store app", () => {
  const APP_TOKEN = "/open-apis/auth/v3/app_access_token";
  const TENANT_TOKEN = "/open-apis/auth/v3/tenant_access_token";

  test("gets a token with its ticket, and one token for each tenant", async () => {
    const { createFor, calls } = await connectStoreApp("ticket-1");
    await createFor("tenant-1", assessment);
    await createFor("tenant-1", assessment);
    await createFor("tenant-2", assessment);
    const fetched = [APP_TOKEN, TENANT_TOKEN];
    const paths = [...fetched, PATH, PATH, ...fetched, PATH];
    expect(calls).toEqual(paths.map((path) => [path, 0]));
  });

  test("finds its external_ids told apart by tenant", async () => {
    const { createFor } = await connectStoreApp("ticket-1");
    const id = async (tenant: string): Promise<string | undefined> => {
      const { data } = await createFor(tenant, { ...assessment, external_id: "123" });
      return data?.external_interview_assessment?.id;
    };
    const first = await id("tenant-1");
    expect(first).toMatch(/^\d{19}$/u);
    expect(await id("tenant-2")).not.toBe(first);
    expect(await id("tenant-1")).toBe(first);
  });

  test("is refused with a ticket that is out of date", async () => {
    const { createFor } = await connectStoreApp("ticket-0");
    await expect(createFor("tenant-1", assessment)).rejects.toMatchObject({
      response: { data: { code: 10012 } },
    });
  });

  test("asks for a ticket when it has none", async () => {
    const { calls } = await connectStoreApp(undefined);
    await vi.waitUntil(() => calls.length > 0, { timeout: 30_000 });
    expect(calls).toEqual([["/open-apis/auth/v3/app_ticket/resend", 0]]);
  });
});

const sdk = async (): Promise<Sdk> => (await peer("@larksuiteoapi/node-sdk")) as Sdk;

async function connectStoreApp(ticket: string | undefined) {
  const calls: (readonly [path: string, code: number | undefined])[] = [];
  const { url } = await start(await hire(), {
    appTicket: "ticket-1",
    onCall: ({ path, code }) => calls.push([path, code]),
  });
  const { AppType, CAppTicket, Client, DefaultCache, withTenantKey } = await sdk();
  const [appId, cache] = ["cli_store", new DefaultCache()];
  // Where the SDK puts the ticket when it comes as an event.
  if (ticket !== undefined) await cache.set(CAppTicket, ticket, undefined, { namespace: appId });
  const app = { appId, appSecret: "secret", appType: AppType.ISV, cache };
  const client = new Client({ ...app, domain: url, logger: silent });
  const createFor = (tenant: string, data: object) =>
    client.hire.externalInterviewAssessment.create({ data }, withTenantKey(tenant));
  return { createFor, calls };
}

async function connect() {
  const paths: string[] = [];
  const { url } = await start(await hire(), { onCall: ({ path }) => paths.push(path) });
  const { Client } = await sdk();
  // Its token cache is shared by all clients of a process, but keyed by the app's id.
  const appId = `cli_${new URL(url).port}`;
  const client = new Client({ appId, appSecret: "secret", domain: url, logger: silent });
  const create = (data: object) => client.hire.externalInterviewAssessment.create({ data });
  return { create, paths };
}
