import { formBody } from "../../templates/runtime/body.js";
import { connect } from "../../templates/runtime/client.js";
import type { Service } from "../../templates/runtime/client.js";
import type { Clock } from "../../templates/runtime/clock.js";
import type { AppOptions } from "../../templates/runtime/options.js";
import {
  checkInteger,
  checkString,
  checkValue,
  input,
  member,
  output,
} from "../../templates/runtime/checks.js";
import { notApplicable } from "../../templates/runtime/expect.js";
import type { Check } from "../../templates/runtime/issues.js";
import type { ErrorEntry, Operation } from "../../templates/runtime/operation.js";

export const appSecret = "app-secret-e3b0c44298fc";

export const service: Service = {
  name: "hire",
  errors: [
    { codes: [99991400], retry: "always", kind: "rateLimit" },
    { codes: [99991403], retry: "never", kind: "rateLimit" },
    { codes: [99991663, 99991664], kind: "token" },
    { codes: [99991672], retry: "never", kind: "scope" },
    { codes: [99991676], retry: "never", kind: "permission" },
    { codes: [10012, 10015], retry: "never", kind: "authentication" },
  ],
};

export function client(
  baseUrl: string,
  options: Partial<AppOptions> = {},
  clock: Partial<Clock> = {},
) {
  return connect({ appId: "cli_1", appSecret, baseUrl, ...options }, service, clock);
}

export const anything: Check = () => undefined;

export interface CreateInput {
  external_interview_id: string;
  external_id?: string | undefined;
  conclusion?: number | undefined;
  score?: number | undefined;
}

const isConclusion = (value: unknown) => value === 1 || value === 2;

export const checkCreate: Check = input(
  () => ({
    external_interview_id: checkString,
    external_id: checkValue,
    conclusion: member(isConclusion, "1 (Failed) or 2 (Passed)"),
    score: checkInteger,
  }),
  ["external_interview_id"],
  undefined,
  (out, { conclusion, score }) => {
    if (score !== undefined && conclusion !== 1)
      notApplicable(out, "conclusion is 1 (Failed)", "score");
  },
);

/** In replies: an optional `id`, and unknown keys only when strict. */
export const checkReply: Check = output(() => ({ id: checkString }));

export const invalidParameter: ErrorEntry = {
  code: 1002002,
  name: "InvalidParameter",
  label: "参数错误",
  advice: "Check the type and size of every parameter.",
  retry: "never",
};

const systemError: ErrorEntry = {
  code: 1002001,
  name: "SystemError",
  label: "系统错误",
  retry: "ifIdempotent",
};

const base = {
  tokens: ["tenant"],
  limits: [],
  scopes: ["hire:external_application"],
  errors: [invalidParameter, systemError],
  input: anything,
  output: checkReply,
} as const;

export const create: Operation<CreateInput, { id?: string }> = {
  ...base,
  id: "external_interview_assessment.create",
  method: "POST",
  path: "/open-apis/hire/v1/external_interview_assessments",
  effect: "write",
  idempotency: { field: "external_id" },
  content: "json",
  docs: "https://open.feishu.cn/document/x",
  input: checkCreate,
};

type Bag = Record<string, unknown>;

export const get: Operation<Bag, Bag> = {
  ...base,
  id: "offer.get",
  method: "GET",
  path: "/open-apis/hire/v1/offers/:offer_id/detail",
  effect: "read",
  query: ["flag", "page", "text", "list", "user_id_type"],
};

export const update: Operation<Bag, Bag> = {
  ...base,
  id: "offer.update",
  method: "PUT",
  path: "/open-apis/hire/v1/offers/:offer_id",
  effect: "write",
  query: ["query_id"],
  content: "json",
  rename: { query_id: "id", body_id: "id" },
};

export const remove: Operation<Bag, Bag> = {
  ...base,
  id: "note.delete",
  method: "DELETE",
  path: "/open-apis/hire/v1/notes/:note_id",
  effect: "write",
};

export const upload: Operation<Bag, Bag> = {
  ...base,
  id: "attachment.create",
  method: "POST",
  path: "/open-apis/hire/v1/attachments",
  effect: "write",
  content: "multipart",
  form: formBody,
};

export const todo: Operation<Bag, Bag> = {
  ...base,
  id: "todo.list",
  method: "GET",
  path: "/open-apis/hire/v1/todos",
  effect: "read",
  tokens: ["user"],
};

export interface Talent {
  readonly id: string;
}

export const list: Operation<
  { page_token?: string; page_size?: number; keyword?: string },
  { items?: Talent[]; has_more?: boolean; page_token?: string }
> = {
  ...base,
  id: "talent.list",
  method: "GET",
  path: "/open-apis/hire/v1/talents",
  effect: "read",
  query: ["page_token", "page_size", "keyword"],
  paging: { items: ["items"] },
  output: anything,
};
