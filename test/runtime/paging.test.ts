import { describe, expect, expectTypeOf, test } from "vitest";
import {
  AuthenticationError,
  ClientError,
  isApiError,
  ResponseError,
} from "../../templates/runtime/errors.js";
import type { CallOptions } from "../../templates/runtime/call.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { paginate } from "../../templates/runtime/paging.js";
import { fakeClock } from "./clock.js";
import { client, list } from "./fixtures.js";
import type { Talent } from "./fixtures.js";
import { ok, platform, serve, tokenPath, tokenReply } from "./server.js";
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

describe("a page that fails", () => {
  /** Four pages, of which the third fails as often as `answers` says. */
  async function failing(...answers: readonly Answer[]) {
    const left = [...answers];
    const pages = {
      "": { items: [{ id: "1" }, { id: "2" }], has_more: true, page_token: "p2" },
      p2: { items: [{ id: "3" }], has_more: true, page_token: "p3" },
      p3: { items: [{ id: "4" }, { id: "5" }], has_more: true, page_token: "p4" },
      p4: { items: [{ id: "6" }], has_more: false },
    };
    const at = new Map<string, unknown>(Object.entries(pages));
    const server = await platform(({ url }) => {
      const token = new URL(url, "http://x").searchParams.get("page_token") ?? "";
      return (token === "p3" ? left.shift() : undefined) ?? ok(at.get(token));
    });
    const start = (input?: { page_token?: string }, options?: CallOptions) =>
      paginate<{ page_token?: string }, Page, Talent>(client(server.url), list, input, options);
    return { start, server };
  }

  test.each<[string, Answer]>([
    ["a refusal", { status: 400, json: { code: 1002002, msg: "no" } }],
    ["a refused token", { status: 400, json: { code: 99991663, msg: "no" } }],
    ["a page of a proxy's", { status: 404, text: "<html>" }],
    ["broken JSON", { text: '{"code":0,"data":{"items":[{"id":' }],
    ["a list that is none", ok({ items: "none" })],
  ])("says where to go on from: %s", async (_, answer) => {
    const { start } = await failing(answer);
    const seen: Talent[] = [];
    const walk = async (input?: { page_token: string }) => {
      for await (const talent of start(input)) seen.push(talent);
    };
    const error: unknown = await walk().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ClientError);
    expect(error).toMatchObject({ pageToken: "p3" });
    expect(seen.map(({ id }) => id)).toEqual(["1", "2", "3"]);
    await walk({ page_token: "p3" });
    expect(seen.map(({ id }) => id)).toEqual(["1", "2", "3", "4", "5", "6"]);
  });

  test("says so to who walks the pages, too", async () => {
    const { start } = await failing({ json: { code: 1002002, msg: "no" } });
    const pages: Page[] = [];
    const walk = async () => {
      for await (const one of start().pages()) pages.push(one);
    };
    await expect(walk()).rejects.toMatchObject({ code: 1002002, pageToken: "p3" });
    expect(pages).toHaveLength(2);
  });

  test("is asked for again where that may help, and nobody is the wiser", async () => {
    const { start, server } = await failing({ status: 502, text: "<html>" });
    const options = { retries: 1 };
    expect((await collect(start({}, options))).map(({ id }) => id)).toEqual([..."123456"]);
    expect(server.calls()).toHaveLength(5);
  });

  test("is each iteration's own, although they share the failure to get a token", async () => {
    const clock = fakeClock();
    let asked = 0;
    const server = await serve(({ url }) => {
      if (url === tokenPath)
        return asked++ ? { status: 400, json: { code: 10015, msg: "no" } } : tokenReply("t-1");
      const token = new URL(url, "http://x").searchParams.get("page_token") ?? "";
      return ok({ items: [], has_more: true, page_token: `${token}+` });
    });
    const hire = client(server.url, {}, clock);
    const start = (page_token: string) =>
      paginate<{ page_token?: string }, Page, Talent>(hire, list, { page_token }).pages();
    const [one, other] = [start("one"), start("other")];
    await one.next();
    await one.next();
    await other.next();
    await clock.advance(7_200_000);
    const failures = [one.next(), other.next()];
    await expect(failures[0]).rejects.toMatchObject({ pageToken: "one++", code: 10015 });
    await expect(failures[1]).rejects.toMatchObject({ pageToken: "other+", code: 10015 });
    const [error, another] = await Promise.all(
      failures.map((failure) => failure?.catch((reason: unknown) => reason)),
    );
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(isApiError(error, 10015) && error.message).toMatch(
      /^tenant_access_token\.internal fail/,
    );
    expect(error).not.toBe(another);
    expect(error).toMatchObject({ stack: expect.stringContaining("AuthenticationError: ten") });
    expect(asked).toBe(2);
  });

  test("on the first page of a walk that goes on has the token it was given", async () => {
    const { start } = await talents({ p9: { json: { code: 5, msg: "no" } } });
    await expect(collect(start({ page_token: "p9" }))).rejects.toMatchObject({ pageToken: "p9" });
  });

  test.each([{}, { items: null }, { total: 3 }])(
    "%j is no last page: it has no list and does not say that it is the last",
    async (page) => {
      const { start } = await talents({ "": three[""], a: page });
      const error: unknown = await collect(start()).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ResponseError);
      expect(error).toMatchObject({
        message: "talent.list failed: a page came without its list",
        pageToken: "a",
      });
    },
  );

  test("a list without a word on more is a last page", async () => {
    const { start } = await talents({ "": three[""], a: { items: [{ id: "3" }] } });
    expect(await collect(start())).toHaveLength(3);
    const one = await talents({ "": {} });
    expect(await collect(one.start())).toEqual([]);
  });

  test("on the first page has nowhere to go on from", async () => {
    const { start } = await talents({ "": { json: { code: 5, msg: "no" } } });
    const error: unknown = await collect(start()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 5 });
    expect(error).not.toHaveProperty("pageToken");
  });
});

describe("an abort in the middle", () => {
  test("between two pages ends the walk with the signal's reason", async () => {
    const { server } = await talents(three);
    const controller = new AbortController();
    const { signal } = controller;
    const seen: Talent[] = [];
    const walk = async () => {
      const talents = paginate<object, Page, Talent>(client(server.url), list, {}, { signal });
      for await (const talent of talents) {
        seen.push(talent);
        controller.abort("enough");
      }
    };
    await expect(walk()).rejects.toBe("enough");
    // What has come is handed out; no further page is asked for.
    expect([seen.length, server.calls().length]).toEqual([2, 1]);
  });

  test("while a page is on its way, too", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const server = await platform(({ url }) => {
      if (!url.includes("page_token=")) return ok(three[""]);
      controller.abort("enough");
      return undefined;
    });
    const seen: Talent[] = [];
    const walk = async () => {
      const talents = paginate<object, Page, Talent>(client(server.url), list, {}, { signal });
      for await (const talent of talents) seen.push(talent);
    };
    await expect(walk()).rejects.toBe("enough");
    expect([seen.length, server.calls().length]).toEqual([2, 2]);
  });
});

test("0, false, empty text and repeated keys travel with every page", async () => {
  const { server } = await talents(three);
  const paged: Operation<Record<string, unknown>, Page> = {
    ...list,
    query: ["page_token", "page_size", "flag", "keyword", "stage"],
  };
  const input = { page_size: 0, flag: false, keyword: "", stage: ["a", "b&c", 0], none: undefined };
  await collect(paginate(client(server.url), paged, input));
  const fixed = "?page_size=0&flag=false&keyword=&stage=a&stage=b%26c&stage=0";
  expect(server.calls().map(({ url }) => url.slice(list.path.length))).toEqual([
    fixed,
    `${fixed}&page_token=a`,
    `${fixed}&page_token=b`,
  ]);
});

function page(token: string) {
  return { items: [], has_more: true, page_token: token };
}
