import { describe, expect, expectTypeOf, test } from "vitest";
import { isApiError, ResponseError } from "../../templates/runtime/errors.js";
import { paginate } from "../../templates/runtime/paging.js";
import { client, list } from "./fixtures.js";
import type { Talent } from "./fixtures.js";
import { ok, platform } from "./server.js";
import type { Answer } from "./server.js";

/** A talent list that answers with `pages` by page token: "" for the first. */
async function talents(pages: Record<string, unknown>, options?: { token: string }) {
  const server = await platform(({ url }) => {
    const page = pages[new URL(url, "http://x").searchParams.get("page_token") ?? ""];
    return isAnswer(page) ? page : ok(page);
  });
  const hire = client(server.url);
  const start = (input?: { page_token?: string; keyword?: string }) =>
    paginate<{ page_token?: string; keyword?: string }, Page, Talent>(hire, list, input, options);
  const tokens = () =>
    server.calls().map(({ url }) => new URL(url, "http://x").searchParams.get("page_token") ?? "");
  return { start, tokens, server };
}

type Page = { items?: Talent[]; has_more?: boolean; page_token?: string };

function isAnswer(page: unknown): page is Answer {
  return typeof page === "object" && page !== null && "json" in page;
}

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of source) all.push(one);
  return all;
}

const three = {
  "": { items: [{ id: "1" }, { id: "2" }], has_more: true, page_token: "a" },
  a: { items: [], has_more: true, page_token: "b" },
  b: { items: [{ id: "3" }], has_more: false, page_token: "c" },
};

test("awaited it is the first page, and no other is asked for", async () => {
  const { start, tokens } = await talents(three);
  expect(await start()).toEqual(three[""]);
  const { data, response } = await start().withResponse();
  expect([data, response.status]).toEqual([three[""], 200]);
  expect(tokens()).toEqual(["", ""]);
});

test("iterated it is all items; an empty page in the middle is not the end", async () => {
  const { start, tokens } = await talents(three);
  const promise = start({ keyword: "k" });
  expectTypeOf(collect(promise)).toEqualTypeOf<Promise<Talent[]>>();
  expect(await collect(promise)).toEqual([{ id: "1" }, { id: "2" }, { id: "3" }]);
  expect(await promise).toEqual(three[""]);
  expect(tokens().filter((token) => token === "")).toHaveLength(1);
});

test("the input and the options travel with every page", async () => {
  const { start, server } = await talents(three, { token: "u-1" });
  expect(await collect(start({ keyword: "k" }).pages())).toEqual(Object.values(three));
  expect(server.seen.map(({ url }) => /keyword=k/.test(url))).toEqual([true, true, true]);
  expect(new Set(server.seen.map(({ headers }) => headers.authorization))).toEqual(
    new Set(["Bearer u-1"]),
  );
});

test("leaving early asks for no more", async () => {
  const { start, tokens } = await talents(three);
  for await (const talent of start()) if (talent.id === "2") break;
  expect(tokens()).toEqual([""]);
});

describe("the end", () => {
  test.each<[string, Record<string, unknown>, number]>([
    ["no data", { "": undefined }, 0],
    ["an empty object", { "": {} }, 0],
    ["items only", { "": { items: [{ id: "1" }] } }, 1],
    ["null for all", { "": { items: null, has_more: null, page_token: null } }, 0],
    ["an empty token", { "": { items: [{ id: "1" }], page_token: "" } }, 1],
    ["false with a token", { "": { items: [], has_more: false, page_token: "a" } }, 0],
  ])("%s", async (_, pages, count) => {
    const { start, tokens } = await talents(pages);
    expect(await collect(start())).toHaveLength(count);
    expect(tokens()).toEqual([""]);
  });

  test("has_more left out is no end while tokens come", async () => {
    const { start } = await talents({ "": { page_token: "a" }, a: { items: [{ id: "1" }] } });
    expect(await collect(start())).toEqual([{ id: "1" }]);
  });
});

describe("errors reach the caller", () => {
  test("on the first page", async () => {
    const { start } = await talents({ "": { json: { code: 5, msg: "no" } } });
    await expect(collect(start())).rejects.toMatchObject({ code: 5 });
    await expect(start()).rejects.toMatchObject({ code: 5 });
  });

  test("on a later page, after the items before it", async () => {
    const { start } = await talents({ ...three, b: { json: { code: 5, msg: "no" } } });
    const seen: Talent[] = [];
    const walk = async () => {
      for await (const talent of start()) seen.push(talent);
    };
    await expect(walk()).rejects.toSatisfy((error) => isApiError(error, 5));
    expect(seen).toHaveLength(2);
  });

  test.each<[string, Record<string, unknown>, { page_token: string } | undefined, RegExp]>([
    ["a token that repeats", { "": page("a"), a: page("a") }, undefined, /repeats/],
    ["tokens in a circle", { "": page("a"), a: page("b"), b: page("a") }, undefined, /repeats/],
    ["back to where it began", { a: page("b"), b: page("a") }, { page_token: "a" }, /repeats/],
    [
      "more without a token",
      { "": { items: [], has_more: true } },
      undefined,
      /without a page token/,
    ],
    ["a list that is none", { "": { items: { id: "1" } } }, undefined, /something else/],
  ])("%s", async (_, pages, input, message) => {
    const { start } = await talents(pages);
    const walk = collect(start(input));
    await expect(walk).rejects.toThrow(ResponseError);
    await expect(walk).rejects.toThrow(message);
  });
});

test("finds a list that lies deeper", async () => {
  const server = await platform(() => ok({ minutes: { sentences: [{ id: "1" }] } }));
  const deep = { ...list, paging: { items: ["minutes", "sentences"] } };
  expect(await collect(paginate(client(server.url), deep))).toEqual([{ id: "1" }]);
});

function page(token: string) {
  return { items: [], has_more: true, page_token: token };
}
