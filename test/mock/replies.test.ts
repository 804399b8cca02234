import { expect, test } from "vitest";
import { everything, resource } from "../openapi/models.js";
import { start } from "./server.js";

const model = everything();
const CREATE = "/open-apis/toy/v1/shops/1/toys";

test("without an example of the page, one is made of the fields' examples and types", async () => {
  const { call } = await start(model);
  expect((await call("POST", CREATE, { kind: 1 })).body).toEqual({
    code: 0,
    msg: "success",
    data: {
      toy: {
        id: "7000000000000000001",
        kind: 1,
        states: ["in_shop"],
        price: "text",
        count: 1,
        parts: [{ name: "轮子", size: 1.5 }],
      },
    },
  });
});

test("every creation has an id of its own, of nineteen digits", async () => {
  const { call } = await start(model);
  const ids = [
    await call("POST", CREATE, { kind: 1 }),
    await call("POST", CREATE, { kind: 1 }),
  ].map(({ body }) => JSON.stringify(body.data).match(/"id":"(\d{19})"/u)?.[1]);
  expect(ids).toEqual(["7000000000000000001", "7000000000000000002"]);
});

test("the same idempotency value gets the same reply, another one another", async () => {
  const { call } = await start(model);
  const create = async (external_id: string): Promise<unknown> =>
    (await call("POST", CREATE, { kind: 1, external_id })).body;
  const first = await create("a");
  expect(await create("b")).not.toEqual(first);
  expect(await create("a")).toEqual(first);
});

test("another app's idempotency values are its own, and a refusal is not remembered", async () => {
  const { send } = await start(model);
  const create = async (token: string, kind: number): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}` };
    return (await send("POST", CREATE, JSON.stringify({ kind, external_id: "a" }), headers)).body;
  };
  expect(await create("u-1", 9)).toMatchObject({ code: 99992402 });
  const first = await create("u-1", 1);
  expect(first).toMatchObject({ code: 0 });
  expect(await create("u-2", 1)).not.toEqual(first);
});

test("the page's example is the reply, with its own spelling of msg", async () => {
  const example = {
    code: 0,
    data: { id: "1", box: { id: "2" }, list: [{ id: "3" }] },
    message: "OK",
  };
  const things = resource(
    `operations:
  create: { label: 建, http: POST /things, tokens: [tenant], response: { id: { type: string } } }
  update: { label: 改, http: PUT /things, tokens: [tenant], response: { id: { type: string } } }
  get: { label: 取, http: GET /things, tokens: [tenant], response: { id: { type: string } } }
`,
    {
      "thing.create.response": example,
      "thing.update.response": example,
      "thing.get.response": example,
    },
  );
  const { call } = await start(things);
  const id = "7000000000000000001";
  expect((await call("POST", "/things")).body).toEqual({
    ...example,
    data: { id, box: { id }, list: [{ id: "3" }] },
  });
  expect((await call("GET", "/things")).body).toEqual(example);
  // Nothing is created, so nothing is new.
  expect((await call("PUT", "/things")).body).toEqual(example);
});

test("a paged call has one page", async () => {
  const { call } = await start(model);
  expect((await call("GET", CREATE)).body.data).toMatchObject({ has_more: false });
  const search = await call("POST", "/open-apis/toy/v1/toys/search", {});
  expect(search.body.data).toMatchObject({ has_more: false, items: [{ name: "轮子" }] });
});

test("an operation without a reply has no data", async () => {
  const { call } = await start(model);
  const { body } = await call("DELETE", "/open-apis/toy/v1/toys/7");
  expect(body).toEqual({ code: 0, msg: "success" });
});
