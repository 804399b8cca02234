import type { RequestListener } from "node:http";
import { expect, test } from "vitest";
import { all, told } from "./all.js";
import { serve } from "./server.js";

const PAGE = "# Build a kite\n";

test("a page is asked for with .md, and its link goes without", async () => {
  const asked: (string | undefined)[] = [];
  const host = await serve((request, response) => {
    asked.push(request.url);
    response.end(PAGE);
  });
  const [source] = await all([`${host}/document/kite/build?appId=cli_1`]);
  expect(asked).toEqual(["/document/kite/build.md"]);
  expect(source).toEqual({
    link: `${host}/document/kite/build`,
    file: {
      path: `${host}/document/kite/build?appId=cli_1`,
      name: `${host.slice("http://".length)}/document/kite/build?appId=cli_1`,
      text: PAGE,
    },
  });
});

const answers: readonly (readonly [string, RequestListener, string])[] = [
  [
    "404",
    (_, response) => response.writeHead(404).end("nothing"),
    "HOST/kite.md answered 404: open it in a browser and check the address, or save the page and import the file",
  ],
  [
    "503",
    (_, response) => response.writeHead(503).end(),
    "HOST/kite.md answered 503: try again later, or save the page and import the file",
  ],
  [
    "HTML",
    (_, response) => response.end("\n<!DOCTYPE html>\n<html></html>"),
    "HOST/kite.md answered with HTML instead of Markdown: open it in a browser and check the address, or save the page and import the file",
  ],
  [
    "a picture",
    (_, response) => response.end(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff])),
    "HOST/kite.md is not UTF-8 text: save it as UTF-8, and import that",
  ],
  [
    "zeros",
    (_, response) => response.end(Buffer.alloc(10)),
    "HOST/kite.md is not text: save the page as Markdown, and import that",
  ],
  [
    "more than the limit, without an end",
    (_, response) => {
      const more = (): void =>
        void (response.destroyed || response.write("kites ".repeat(100), more));
      more();
    },
    "HOST/kite.md is larger than 1000 bytes: no page is; check what it is",
  ],
  [
    "an end before the end",
    (_, response) => {
      response.writeHead(200, { "content-length": "100" }).write("# Ki");
      setImmediate(() => response.destroy());
    },
    "HOST/kite.md cannot be fetched (UND_ERR_SOCKET): check the network, or save the page and import the file",
  ],
];

test.each(answers)("a server that answers with %s", async (_, answer, problem) => {
  const host = await serve(answer);
  const found = await told([`${host}/kite`], { maxBytes: 1000 });
  expect(found).toEqual([problem.replace("HOST", host)]);
});

test.each([
  ["never", () => undefined],
  ["in half", (_, response) => void response.write("# Ki")],
] satisfies [string, RequestListener][])(
  "a server that answers %s is given up",
  async (_, answer) => {
    const host = await serve(answer);
    expect(await told([`${host}/kite`], { timeout: 50 })).toEqual([
      `${host}/kite.md did not answer within 0.05 s: try again, or save the page and import the file`,
    ]);
  },
);

test("a server that is not there", async () => {
  // Port 9 is the discard service: nobody listens there in a test.
  expect(await told(["http://127.0.0.1:9/kite"])).toEqual([
    expect.stringMatching(
      /^(?:127\.0\.0\.1:9 refused the connection|.* cannot be fetched).*import the file$/u,
    ),
  ]);
});

test("redirects are followed, three of them", async () => {
  const host = await serve(({ url = "" }, response) => {
    const left = Number(url.slice(1, 2));
    if (left === 0) response.end(PAGE);
    else response.writeHead(302, { location: `/${left - 1}.md` }).end();
  });
  expect(await told([`${host}/3`, `${host}/4`])).toEqual([
    PAGE,
    `${host}/4.md leads to more than 3 other addresses: open it in a browser and use the last one`,
  ]);
});

test.each([
  [
    "http://toys.example/a",
    "leads elsewhere, and toys.example is asked without encryption: write https:// instead of http://",
  ],
  [
    "ftp://127.0.0.1/a",
    "leads to ftp://127.0.0.1, which is not safe to follow: open it in a browser, or save the page and import the file",
  ],
  [
    "file:///etc/hosts",
    "leads to file://, which is not safe to follow: open it in a browser, or save the page and import the file",
  ],
  [
    "http://[",
    'leads to "http://[", which is no address: open it in a browser, or save the page and import the file',
  ],
])("a redirect to %s is not followed", async (location, problem) => {
  const host = await serve((_, response) => response.writeHead(301, { location }).end());
  expect(await told([`${host}/kite`])).toEqual([`${host}/kite.md ${problem}`]);
});

test("no more than four pages are fetched at once, and they keep their order", async () => {
  let open = 0;
  let most = 0;
  const waiting: (() => void)[] = [];
  const host = await serve(({ url = "" }, response) => {
    most = Math.max(most, ++open);
    waiting.push(() => {
      open--;
      response.end(url);
    });
    // The last of those that may be open is answered first.
    if (open === 4) for (const answer of waiting.splice(0).reverse()) answer();
  });
  const pages = Array.from({ length: 8 }, (_, i) => `${host}/${i}.md`);
  expect(await told(pages)).toEqual(pages.map((page) => page.slice(host.length)));
  expect(most).toBe(4);
});
