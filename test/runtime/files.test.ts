import { randomBytes } from "node:crypto";
import { openAsBlob } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { call } from "../../templates/runtime/call.js";
import { NetworkError, ValidationError } from "../../templates/runtime/errors.js";
import { broken, mismatch } from "../../templates/runtime/expect.js";
import { isRecord } from "../../templates/runtime/issues.js";
import type { Check } from "../../templates/runtime/issues.js";
import { byteSize, isFile } from "../../templates/runtime/measure.js";
import { fakeClock } from "./clock.js";
import { leaks, shown } from "./faults/shown.js";
import { client, upload } from "./fixtures.js";
import { issuing, ok, platform, tokenReply, watchRejections } from "./server.js";
import type { Answer, Seen } from "./server.js";

const name = "Ada Lovelace.pdf";
/** Of all byte values, and more of them than travel in one piece. */
const bytes = randomBytes(3_000_001);

/** A file of these bytes on the disk, gone with the test. */
async function onDisk(content: Uint8Array = bytes): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "larkgen-files-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** The form as a server reads it. */
async function formOf({ headers, body }: Seen): Promise<FormData> {
  const type = String(headers["content-type"]);
  expect(type).toMatch(/^multipart\/form-data; boundary=\S+$/);
  return new Response(Buffer.from(body, "latin1"), {
    headers: { "content-type": type },
  }).formData();
}

/** Name, media type and bytes of the file in a request. */
async function fileOf(seen: Seen | undefined) {
  const file = seen && (await formOf(seen)).get("content");
  if (!(file instanceof File)) throw new Error("no file came");
  return { name: file.name, type: file.type, content: Buffer.from(await file.arrayBuffer()) };
}

describe("a file arrives byte by byte, under its name", () => {
  const pdf = { type: "application/pdf" };

  test.each<[string, () => unknown, string, string]>([
    ["a File", () => new File([bytes], name, pdf), name, pdf.type],
    ["a Blob", () => new Blob([bytes], pdf), "content", pdf.type],
    ["a Blob from the disk", async () => openAsBlob(await onDisk(), pdf), "content", pdf.type],
    [
      "a File from the disk",
      async () => new File([await openAsBlob(await onDisk())], name),
      name,
      "",
    ],
    ["bytes", () => new Uint8Array(bytes), "content", ""],
    ["a Buffer", () => Buffer.from(bytes), "content", ""],
    ["a view", () => new Uint8Array([0, ...bytes, 0]).subarray(1, -1), "content", ""],
  ])("%s", async (_, make, wantedName, wantedType) => {
    const server = await platform(() => ok({ id: "1" }));
    const sent = await call(client(server.url), upload, { content: await make(), kind: "cv" });
    expect(sent).toEqual({ id: "1" });
    const file = await fileOf(server.calls()[0]);
    expect(file.name).toBe(wantedName);
    // A part without a type of its own has the one that stands for any bytes.
    expect(file.type).toBe(wantedType || "application/octet-stream");
    expect(file.content.equals(bytes)).toBe(true);
  });

  test("an empty one, too", async () => {
    const server = await platform(() => ok());
    await call(client(server.url), upload, { content: new File([], name) });
    const { name: arrived, content } = await fileOf(server.calls()[0]);
    expect([arrived, content.length]).toEqual([name, 0]);
  });

  test.each(["简历.pdf", 'a"b.pdf', "a\r\nb.pdf", "a%0Ab.pdf"])("named %j", async (odd) => {
    const server = await platform(() => ok());
    await call(client(server.url), upload, { content: new File(["x"], odd), kind: "cv" });
    const [seen] = server.calls();
    if (seen === undefined) throw new Error("nothing was sent");
    const form = await formOf(seen);
    expect([...form.keys()]).toEqual(["content", "kind"]);
  });
});

describe("a file is sent again as it was", () => {
  const sources: readonly (readonly [string, () => unknown])[] = [
    ["a File", () => new File([bytes], name)],
    ["a File from the disk", async () => new File([await openAsBlob(await onDisk())], name)],
    ["bytes", () => new Uint8Array(bytes)],
  ];

  async function expectTwice(seen: readonly Seen[]) {
    expect(seen).toHaveLength(2);
    const [first, second] = await Promise.all(seen.map(fileOf));
    expect(first?.name).toBe(second?.name);
    for (const file of [first, second]) expect(file?.content.equals(bytes)).toBe(true);
  }

  test.each(sources)("after a refusal by the limits: %s", async (_, make) => {
    const limited: Answer = {
      status: 400,
      json: { code: 99991400, msg: "slow down" },
      headers: { "x-ogw-ratelimit-reset": "1" },
    };
    const server = await platform(() => (server.calls().length === 1 ? limited : ok({ id: "1" })));
    const hire = client(server.url, {}, fakeClock("skipped"));
    expect(await call(hire, upload, { content: await make() })).toEqual({ id: "1" });
    await expectTwice(server.calls());
  });

  test.each(sources)("with another token: %s", async (_, make) => {
    const server = await issuing([tokenReply("t-1"), tokenReply("t-2")], ({ headers }) =>
      headers.authorization === "Bearer t-2"
        ? ok({ id: "1" })
        : { status: 400, json: { code: 99991663, msg: "no" } },
    );
    expect(await call(client(server.url), upload, { content: await make() })).toEqual({ id: "1" });
    expect(server.used()).toEqual(["Bearer t-1", "Bearer t-2"]);
    await expectTwice(server.seen.filter(({ headers }) => headers.authorization));
  });

  test("but not when it may have arrived: there is no key to tell it by", async () => {
    const server = await platform((_, response) => {
      response.socket?.resetAndDestroy();
      return undefined;
    });
    const hire = client(server.url, {}, fakeClock("skipped"));
    const lost = call(hire, upload, { content: new File([bytes], name) });
    await expect(lost).rejects.toMatchObject({
      name: "NetworkError",
      retryable: false,
      mayHaveBeenApplied: true,
    });
    expect(server.calls()).toHaveLength(1);
  });
});

describe("a file that is too large", () => {
  /** What the generator writes for a file field with `maxBytes`. */
  const check: Check = (out, value) => {
    if (!isRecord(value)) return mismatch(out, "an object", value);
    const { content } = value;
    if (!isFile(content)) mismatch(out, "a file", content, "content");
    else if (!(byteSize(content) <= 1000))
      broken(out, "length", "at most 1000 bytes", content, "content");
  };
  const small = { ...upload, input: check };

  test.each<[string, () => unknown]>([
    ["a File", () => new File([bytes], name)],
    ["a Blob from the disk", async () => openAsBlob(await onDisk())],
    ["bytes", () => new Uint8Array(1001)],
    ["one byte over", () => new Blob([new Uint8Array(1001)])],
  ])("%s is refused, and nothing is sent", async (_, make) => {
    const server = await platform(() => ok());
    const refused = call(client(server.url), small, { content: await make() });
    await expect(refused).rejects.toThrow(ValidationError);
    await expect(refused).rejects.toMatchObject({
      direction: "input",
      retryable: false,
      mayHaveBeenApplied: false,
      issues: [{ path: ["content"], code: "length", expected: "at most 1000 bytes" }],
    });
    expect(server.seen).toEqual([]);
  });

  test("and one that just fits is sent", async () => {
    const server = await platform(() => ok());
    await call(client(server.url), small, { content: new Uint8Array(1000) });
    expect((await fileOf(server.calls()[0])).content).toHaveLength(1000);
  });
});

describe("a file that is not as it was when it was opened", () => {
  test.each<[string, (path: string) => Promise<void>]>([
    ["it is gone", (path) => rm(path)],
    ["it is shorter", (path) => writeFile(path, "x")],
    ["it is longer", (path) => writeFile(path, Buffer.concat([bytes, bytes]))],
  ])("%s: the call fails, with the cause", async (_, change) => {
    const rejections = watchRejections();
    const server = await platform(() => ok({ id: "1" }));
    const path = await onDisk();
    const content = new File([await openAsBlob(path)], name);
    await change(path);
    const hire = client(server.url, {}, fakeClock("skipped"));
    const failing = call(hire, upload, { content });
    await expect(failing).rejects.toThrow(NetworkError);
    await expect(failing).rejects.toMatchObject({ retryable: false });
    const error: unknown = await failing.catch((reason: unknown) => reason);
    expect(error instanceof Error && error.cause).toMatchObject({
      cause: { name: "NotReadableError" },
    });
    expect(leaks(shown(error), [path, name, "t-token-0001"])).toEqual([]);
    expect(server.calls(), "no whole request came").toEqual([]);
    expect(await rejections()).toEqual([]);
    // The client goes on as if nothing had been.
    await call(hire, upload, { content: new File(["x"], "x.pdf") });
    expect((await fileOf(server.calls()[0])).content.toString()).toBe("x");
  });
});
