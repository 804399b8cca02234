import { describe, expect, test } from "vitest";
import { call } from "../../templates/runtime/call.js";
import type { CallOptions } from "../../templates/runtime/call.js";
import { ValidationError } from "../../templates/runtime/errors.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { client, create, get, remove, update, upload } from "./fixtures.js";
import { ok, platform } from "./server.js";

/** What the server sees of one call. */
async function send<Input>(
  operation: Operation<Input, unknown>,
  input: Input,
  options?: CallOptions,
) {
  const server = await platform(() => ok());
  await call(client(server.url), operation, input, options);
  const [seen] = server.calls();
  if (seen === undefined) throw new Error("nothing was sent");
  return seen;
}

describe("path values", () => {
  test.each([
    ["6949", "6949"],
    [6949, "6949"],
    ["a/b", "a%2Fb"],
    ["%2e%2e", "%252e%252e"],
    ["x?y", "x%3Fy"],
    ["x#y", "x%23y"],
    ["...", "..."],
    ["../..", "..%2F.."],
    ["\\..\\", "%5C..%5C"],
    ["中", "%E4%B8%AD"],
    [" ", "%20"],
    ["a\nb", "a%0Ab"],
    [":offer_id", "%3Aoffer_id"],
  ])("%s stays one segment", async (offer_id, want) => {
    const { url } = await send(get, { offer_id });
    expect(url).toBe(`/open-apis/hire/v1/offers/${want}/detail`);
  });

  test.each([[""], ["."], [".."], [undefined], [null], [{}], [["a"]], ["\ud800"]])(
    "%j is refused at any level, and nothing is sent",
    async (offer_id) => {
      const server = await platform(() => ok());
      const refused = call(client(server.url), get, { offer_id }, { validate: "off" });
      await expect(refused).rejects.toThrow(ValidationError);
      await expect(refused).rejects.toMatchObject({ issues: [{ path: ["offer_id"] }] });
      expect(server.seen).toEqual([]);
    },
  );
});

describe("the query", () => {
  test.each<[Record<string, unknown>, string]>([
    [{}, ""],
    [{ page: 0, flag: false, text: "" }, "?page=0&flag=false&text="],
    [{ page: undefined }, ""],
    [{ list: ["a", "b&c", 0] }, "?list=a&list=b%26c&list=0"],
    [{ list: [] }, ""],
    [{ text: "a b+c=中/?" }, "?text=a%20b%2Bc%3D%E4%B8%AD%2F%3F"],
  ])("%j → %s", async (values, want) => {
    const { url, body } = await send(get, { offer_id: "1", ...values });
    expect(url).toBe(`/open-apis/hire/v1/offers/1/detail${want}`);
    expect(body).toBe("");
  });

  test("takes extraQuery, which wins", async () => {
    const extraQuery = { text: "new", more: [1, 2], none: undefined };
    const { url } = await send(get, { offer_id: "1", text: "old" }, { extraQuery });
    expect(url).toMatch(/detail\?text=new&more=1&more=2$/);
  });

  test("refuses what has no form in a query", async () => {
    const refused = send(get, { offer_id: "1", text: { a: 1 } });
    await expect(refused).rejects.toThrow("text: expected text, a number or a boolean");
  });

  test("refuses half a character, which has no encoding", async () => {
    const refused = send(get, { offer_id: "1", text: "a\ud800" });
    await expect(refused).rejects.toThrow(ValidationError);
  });
});

describe("the body", () => {
  test("is JSON with its content type, undefined left out", async () => {
    const seen = await send(create, { external_interview_id: "中", external_id: undefined });
    expect(seen.headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(JSON.parse(Buffer.from(seen.body, "latin1").toString())).toEqual({
      external_interview_id: "中",
    });
  });

  test("is {} when only optional fields exist and none is given, path and query left out", async () => {
    expect((await send(update, { offer_id: "1" })).body).toBe("{}");
  });

  test("has what every object inherits as fields like any other", async () => {
    const text = '{"__proto__":{"a":1},"constructor":2,"toString":3}';
    const { body } = await send(update, { offer_id: "1", ...(JSON.parse(text) as object) });
    expect(body).toBe(text);
  });

  test("minds no setter that somebody put on all objects", async () => {
    const setter = { set: () => expect.unreachable(), configurable: true };
    Object.defineProperty(Object.prototype, "remark", setter);
    try {
      const { body } = await send(update, { offer_id: "1", remark: "x" });
      expect(body).toBe('{"remark":"x"}');
    } finally {
      Reflect.deleteProperty(Object.prototype, "remark");
    }
  });

  test("is absent when the operation has no body fields", async () => {
    const seen = await send(remove, { note_id: "1" });
    expect([seen.method, seen.body, seen.headers["content-type"]]).toEqual([
      "DELETE",
      "",
      undefined,
    ]);
  });

  test("keeps properties of one wire name apart", async () => {
    const { url, body } = await send(update, { offer_id: "1", query_id: "q", body_id: "b" });
    expect([url, body]).toEqual(["/open-apis/hire/v1/offers/1?id=q", '{"id":"b"}']);
  });

  test("takes names that every object inherits", async () => {
    const { body } = await send(update, { offer_id: "1", constructor: 1, toString: 2 });
    expect(body).toBe('{"constructor":1,"toString":2}');
  });

  test("takes extraBody, which wins, and never writes to what it is given", async () => {
    const input = Object.freeze({ offer_id: "1", a: 1, b: 2 });
    const extraBody = Object.freeze({ b: 3, c: 4, d: undefined });
    const { body } = await send(update, input, { extraBody });
    expect(body).toBe('{"a":1,"b":3,"c":4}');
    expect((await send(remove, { note_id: "1" }, { extraBody: { a: 1 } })).body).toBe('{"a":1}');
    await expect(send(get, { offer_id: "1" }, { extraBody })).rejects.toThrow(/extraBody/);
  });

  test("is fixed when the call is made", async () => {
    const server = await platform(() => ok());
    const input = { offer_id: "1", a: 1 };
    const sent = call(client(server.url), update, input);
    input.a = 2;
    await sent;
    expect(server.calls()[0]?.body).toBe('{"a":1}');
  });
});

test("multipart keeps file names, wraps bytes, and leaves the content type to fetch", async () => {
  const seen = await send(upload, {
    content: new File(["one"], "cv.pdf", { type: "application/pdf" }),
    bytes: new TextEncoder().encode("two"),
    blob: new Blob(["three"]),
    kind: 3,
    tags: ["x", "y"],
    nothing: undefined,
  });
  expect(seen.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
  const form = await new Response(Buffer.from(seen.body, "latin1"), {
    headers: { "content-type": String(seen.headers["content-type"]) },
  }).formData();
  const files = ["content", "bytes", "blob"].map((name) => form.get(name));
  expect(files.map((file) => file instanceof File && file.name)).toEqual([
    "cv.pdf",
    "bytes",
    "blob",
  ]);
  const texts = files.map((file) => (file instanceof File ? file.text() : ""));
  expect(await Promise.all(texts)).toEqual(["one", "two", "three"]);
  expect([form.get("kind"), form.getAll("tags"), form.has("nothing")]).toEqual([
    "3",
    ["x", "y"],
    false,
  ]);
});

describe("headers", () => {
  test("are the caller's in small letters, and the caller's object is not written to", async () => {
    const headers = Object.freeze({ "X-Trace": "1", "x-none": undefined });
    const seen = await send(create, { external_interview_id: "1" }, { headers });
    expect(seen.headers).toMatchObject({
      "x-trace": "1",
      authorization: "Bearer t-token-0001",
    });
    expect(seen.headers).not.toHaveProperty("x-none");
  });

  test.each([
    [{ Authorization: "Bearer stolen-stolen" }, "Authorization"],
    [{ "content-TYPE": "text/plain" }, "content-TYPE"],
    [{ "content-length": "5" }, "content-length"],
    [{ "Transfer-Encoding": "chunked" }, "Transfer-Encoding"],
    [{ connection: "upgrade" }, "connection"],
    [{ "keep-alive": "5" }, "keep-alive"],
    [{ upgrade: "h2c" }, "upgrade"],
    [{ expect: "100-continue" }, "expect"],
    [{ host: "elsewhere.example" }, "host"],
    [{ "x-key": "secret-value\nx: y" }, "x-key"],
    [{ "bad name": "secret-value" }, "bad name"],
  ])("%j is refused without repeating the value", async (headers, name) => {
    const refused = send(remove, { note_id: "1" }, { headers });
    await expect(refused).rejects.toThrow(TypeError);
    await expect(refused).rejects.toThrow(`headers: "${name}" cannot be set`);
  });
});
