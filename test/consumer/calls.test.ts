import { describe, expect, test } from "vitest";
import type { AppOptions } from "../../generated/hire/src/index.js";
import { start } from "../mock/server.js";
import { hire as model } from "../openapi/models.js";
import { installed } from "./consumer.js";
import { pageExample } from "./verdicts.js";

const root = await installed("feishu-hire");
const { createClient } = await installed("feishu-hire/client");
const { createExternalInterviewAssessment } = await installed(
  "feishu-hire/external-interview-assessment",
);
const { ErrorCode, isApiError } = await installed("feishu-hire/errors");

type Input = Parameters<typeof createExternalInterviewAssessment>[1];
type Options = Parameters<typeof createExternalInterviewAssessment>[2];

const input = { external_interview_id: "6986199832494934316", conclusion: 1 } as const;
const page = "/open-apis/hire/v1/external_interview_assessments";

/** Both ways of calling, against one fake server. */
async function connect(more: Partial<AppOptions> = {}) {
  const calls: string[] = [];
  const { url } = await start(await model(), {
    onCall: ({ method, path, status }) => calls.push(`${method} ${path} ${status}`),
  });
  const options: AppOptions = { appId: "cli_1", appSecret: "secret", baseUrl: url, ...more };
  const client = createClient(options);
  const hire = root.createHire(options);
  const ways = {
    function: (sent: Input, how?: Options) => createExternalInterviewAssessment(client, sent, how),
    facade: (sent: Input, how?: Options) => hire.externalInterviewAssessment.create(sent, how),
  };
  return { calls, ways };
}

const made = (output: Awaited<ReturnType<typeof createExternalInterviewAssessment>>) =>
  output.external_interview_assessment;

describe.for(["function", "facade"] as const)("by the %s", (way) => {
  test("an assessment is created, with one token for all calls", async () => {
    const { calls, ways } = await connect();
    expect(made(await ways[way](input))?.id).toMatch(/^\d{19}$/u);
    await ways[way](input);
    const token = "POST /open-apis/auth/v3/tenant_access_token/internal 200";
    expect(calls).toEqual([token, `POST ${page} 200`, `POST ${page} 200`]);
  });

  test("a repeated external_id gets the same assessment, another a new one", async () => {
    const { ways } = await connect();
    const id = async (external_id: string) => made(await ways[way]({ ...input, external_id }))?.id;
    const first = await id("123");
    expect(await id("123")).toBe(first);
    expect(await id("124")).not.toBe(first);
  });

  test("the page's example comes back as the page says", async () => {
    const { ways } = await connect({ validate: "documented" });
    const { data } = pageExample("response") as { data: { [place]: object } };
    // It is the page's JSON: that it passes as an input is what the checks of the client find out.
    const output = made(await ways[way](pageExample("request") as unknown as Input));
    expect({ ...output, id: "" }).toEqual({ ...data[place], id: "" });
  });

  test("the reply can be had with the result", async () => {
    const { ways } = await connect();
    const { data, response, logId } = await ways[way](input).withResponse();
    expect(made(data)?.conclusion).toBe(1);
    expect(response.status).toBe(200);
    expect(logId).toBe(response.headers.get("x-tt-logid"));
  });

  test("what is wrong is found before anything is sent", async () => {
    const { calls, ways } = await connect();
    const error: unknown = await ways[way]({} as Input).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(root.ValidationError);
    expect(error).toMatchObject({
      direction: "input",
      issues: [{ path: ["external_interview_id"], code: "required" }],
    });
    expect(calls).toEqual([]);
  });

  test("what the server refuses comes with advice and the id of its log", async () => {
    const { ways } = await connect({ validate: "off" });
    const wrong = { ...input, conclusion: 9 } as unknown as Input;
    const error: unknown = await ways[way](wrong).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(root.ApiError);
    expect(isApiError(error, ErrorCode.FieldsInvalid)).toBe(true);
    expect(isApiError(error, ErrorCode.InvalidParameter)).toBe(false);
    expect(error).toMatchObject({
      code: 99992402,
      status: 400,
      operation: "external_interview_assessment.create",
      advice: expect.stringMatching(/^Check .*\.$/u),
      logId: expect.stringMatching(/^mock-/u),
      retryable: false,
      docs: expect.stringContaining("open.feishu.cn/document"),
    });
    expect(String(error)).toMatch(
      /^ApiError: external_.* 99992402 .*log id mock-.*\. Check .*\.$/u,
    );
  });

  test("a token that is none is an error of its own class", async () => {
    const { ways } = await connect();
    const refused = ways[way](input, { token: "t-of-somebody-else" });
    await expect(refused).rejects.toBeInstanceOf(root.AuthenticationError);
  });
});

const place = "external_interview_assessment";

test("subpaths and root are one package: same classes, enums and client", async () => {
  const enums = await installed("feishu-hire/enums");
  const errors = await installed("feishu-hire/errors");
  expect(root.AssessmentType).toBe(enums.AssessmentType);
  expect(root).toMatchObject(errors);
  expect(root.isApiError).toBe(isApiError);
  expect(root.createClient).toBe(createClient);
});
