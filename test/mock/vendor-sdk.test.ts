import { expect, test } from "vitest";
import { hire } from "../openapi/models.js";
import { describeWithPeers, peer } from "../peers/peers.js";
import { start } from "./server.js";

/** As much of the vendor's SDK as is used here. */
interface Sdk {
  readonly Client: new (options: object) => {
    readonly hire: {
      readonly externalInterviewAssessment: { create(payload: { data: object }): Promise<Created> };
    };
  };
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

async function connect() {
  const paths: string[] = [];
  const { url } = await start(await hire(), { onCall: ({ path }) => paths.push(path) });
  const { Client } = (await peer("@larksuiteoapi/node-sdk")) as Sdk;
  // Its token cache is shared by all clients of a process, but keyed by the app's id.
  const appId = `cli_${new URL(url).port}`;
  const client = new Client({ appId, appSecret: "secret", domain: url, logger: silent });
  const create = (data: object) => client.hire.externalInterviewAssessment.create({ data });
  return { create, paths };
}
