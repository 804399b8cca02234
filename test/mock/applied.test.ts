import { expect, test } from "vitest";
import type { MockOptions } from "../../generator/mock/app.js";
import type { Model } from "../../generator/model/model.js";
import { everything, hire, resource } from "../openapi/models.js";
import { start } from "./server.js";

const model = everything();
const CREATE = "/open-apis/toy/v1/shops/1/toys";
const HOUR = 3_600_000;

async function watched(service: Model, options: MockOptions = {}) {
  const applied: unknown[] = [];
  const client = await start(service, { ...options, onApplied: (one) => applied.push(one) });
  return { ...client, applied };
}

test("a write that is carried out is told with what it was given", async () => {
  const { applied, call } = await watched(model);
  await call("POST", `${CREATE}?dry=true`, { kind: 1, external_id: "a" });
  await call("DELETE", "/open-apis/toy/v1/toys/7");
  expect(applied).toEqual([
    { operation: "toy.create", input: { shop_id: "1", dry: true, kind: 1, external_id: "a" } },
    { operation: "toy.delete", input: { toy_id: 7 } },
  ]);
});

test.for([
  ["a read", "GET", CREATE, undefined, 0],
  ["a read that is a POST", "POST", "/open-apis/toy/v1/toys/search", {}, 0],
  ["a refused write", "POST", CREATE, { kind: 9 }, 99992402],
] as const)("%s is not told", async ([, method, path, body, code]) => {
  const { applied, call } = await watched(model);
  expect((await call(method, path, body)).body.code).toBe(code);
  expect(applied).toEqual([]);
});

test("a repeated idempotency value is told once, its absence every time", async () => {
  const { applied, call } = await watched(model);
  for (const external_id of ["a", "a", "b", "a", "", ""])
    await call("POST", CREATE, { kind: 1, external_id });
  for (const _ of [1, 2]) await call("POST", CREATE, { kind: 1 });
  expect(applied).toHaveLength(2 + 2 + 2);
});

const daily = resource(`operations:
  create:
    label: 建
    http: POST /things
    tokens: [tenant]
    idempotency: { field: key, window: 2d }
    body: { key: { type: string } }
    response: { id: { type: string } }
`);

test.for<[string, Model, string, object, number]>([
  ["24h", model, CREATE, { kind: 1, external_id: "a" }, 24 * HOUR],
  ["2d", daily, "/things", { key: "a" }, 48 * HOUR],
])("with a window of %s, its end makes the value new", async ([, service, path, body, window]) => {
  let time = 1_700_000_000_000;
  const { applied, call } = await watched(service, { now: () => time });
  const create = async (): Promise<unknown> => (await call("POST", path, body)).body;
  const first = await create();
  time += window - 1;
  expect(await create()).toEqual(first);
  expect(applied).toHaveLength(1);
  time += 1;
  const second = await create();
  expect(second).not.toEqual(first);
  expect(applied).toHaveLength(2);
  // And that one opens a window of its own.
  time += window - 1;
  expect(await create()).toEqual(second);
  expect(applied).toHaveLength(2);
});

test("without a window the value counts for good", async () => {
  let time = 1_700_000_000_000;
  const { applied, call } = await watched(await hire(), { now: () => time });
  const body = { external_interview_id: "6986199832494934316", external_id: "a" };
  const create = async (): Promise<unknown> =>
    (await call("POST", "/open-apis/hire/v1/external_interview_assessments", body)).body;
  const first = await create();
  time += 10_000 * HOUR;
  expect(await create()).toEqual(first);
  expect(applied).toHaveLength(1);
});
