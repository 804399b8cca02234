import { once } from "node:events";
import type { IncomingHttpHeaders, RequestListener } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { reasonOf } from "../../../generator/import/source/fetch-reason.js";
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
    "ADDRESS broke off the connection (UND_ERR_SOCKET): check the network, or save the page and import the file",
  ],
  [
    "nothing at all",
    (_, response) => response.end(),
    "HOST/kite.md is empty: check where the page is",
  ],
  [
    "little that unpacks to much",
    (_, response) => {
      response.setHeader("content-encoding", "gzip");
      response.end(gzipSync("kites ".repeat(10_000)));
    },
    "HOST/kite.md is larger than 1000 bytes: no page is; check what it is",
  ],
  [
    "what does not unpack",
    (_, response) => {
      response.setHeader("content-encoding", "gzip");
      response.end("kites");
    },
    "ADDRESS sent what cannot be unpacked (Z_DATA_ERROR): check the address, or save the page and import the file",
  ],
  [
    "something else than HTTP",
    ({ socket }) => void socket.end("kites\r\n\r\n"),
    "ADDRESS does not speak HTTP there (HPE_INVALID_CONSTANT): check the address, or save the page and import the file",
  ],
];

test.each(answers)("a server that answers with %s", async (_, answer, problem) => {
  const host = await serve(answer);
  const found = await told([`${host}/kite`], { maxBytes: 1000 });
  const address = host.slice("http://".length);
  expect(found).toEqual([problem.replace("HOST", host).replace("ADDRESS", address)]);
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

const ADDRESS = "check the address, or";
const NETWORK = "check the network, or";
const BOTH = "check the address and the network, or";

test.each([
  ["ECONNREFUSED", "refused the connection (ECONNREFUSED)", ADDRESS],
  ["ENOTFOUND", "cannot be found (ENOTFOUND)", BOTH],
  ["EAI_AGAIN", "cannot be found (EAI_AGAIN)", BOTH],
  ["ECONNRESET", "broke off the connection (ECONNRESET)", NETWORK],
  ["UND_ERR_CONNECT_TIMEOUT", "does not take the connection (UND_ERR_CONNECT_TIMEOUT)", NETWORK],
  ["ENETUNREACH", "cannot be reached from here (ENETUNREACH)", NETWORK],
  ["CERT_HAS_EXPIRED", "shows a certificate that has expired (CERT_HAS_EXPIRED)", ADDRESS],
  [
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "shows the certificate of another host (ERR_TLS_CERT_ALTNAME_INVALID)",
    ADDRESS,
  ],
  [
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "shows a certificate that nobody vouches for (DEPTH_ZERO_SELF_SIGNED_CERT)",
    "check the address, name a proxy's certificate in NODE_EXTRA_CA_CERTS, or",
  ],
  [
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "shows a certificate that nobody vouches for (UNABLE_TO_VERIFY_LEAF_SIGNATURE)",
    "check the address, name a proxy's certificate in NODE_EXTRA_CA_CERTS, or",
  ],
  ["EKITE", "cannot be asked (EKITE)", BOTH],
  [undefined, "cannot be asked (no wind)", BOTH],
])("what keeps a page away is said in words: %s", (code, words, instead) => {
  const cause = Object.assign(new Error("no wind"), code === undefined ? {} : { code });
  const { reason, check } = reasonOf(new TypeError("fetch failed", { cause }));
  expect([reason, `check ${check}, or`]).toEqual([words, instead]);
});

test("an address is asked once, however it is written", async () => {
  const asked: string[] = [];
  const host = await serve(({ url = "" }, response) => {
    asked.push(url);
    response.end("# Kite");
  });
  const pages = [`${host}/kite`, `${host}/kite.md`, `${host}/kite#fly`, `${host}/kite/`];
  expect(await told(pages)).toEqual(["# Kite"]);
  expect(asked).toEqual(["/kite.md"]);
});

test("a port that nobody listens on, and one that is never asked", async () => {
  const closed = createServer().listen(0, "127.0.0.1");
  await once(closed, "listening");
  // A server that listens on a port has an address of this kind.
  const { port } = closed.address() as AddressInfo;
  closed.close();
  await once(closed, "close");
  expect(await told([`http://127.0.0.1:${port}/kite`, "http://127.0.0.1:9/kite"])).toEqual([
    `127.0.0.1:${port} refused the connection (ECONNREFUSED): check the address, or save the page and import the file`,
    "127.0.0.1:9 cannot be asked (bad port): check the address and the network, or save the page and import the file",
  ]);
});

test("TLS where there is none", async () => {
  const host = await serve((_, response) => response.end(PAGE));
  const [problem] = await told([`${host.replace("http:", "https:")}/kite`]);
  expect(problem).toMatch(
    /^127\.0\.0\.1:[0-9]+ does not speak TLS there \(\w+\): check the address/u,
  );
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
    "https://me:secret@toys.example/a",
    "leads elsewhere, and the address of toys.example has a name or a password in it: take it out",
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

test("whoever is led to is told nothing but what is asked for", async () => {
  const asked: IncomingHttpHeaders[] = [];
  const other = await serve(({ headers }, response) => {
    asked.push(headers);
    response.end(PAGE);
  });
  const host = await serve((_, response) => {
    response.setHeader("set-cookie", "kite=1");
    response.writeHead(307, { location: `${other}/a.md` }).end();
  });
  expect(await told([`${host}/kite`])).toEqual([PAGE]);
  for (const name of ["authorization", "cookie", "referer", "origin"])
    expect(asked[0]).not.toHaveProperty(name);
});

test("who fails at the end of the way is said, not who led there", async () => {
  const host = await serve((_, response) =>
    response.writeHead(302, { location: "http://127.0.0.1:9/a" }).end(),
  );
  expect(await told([`${host}/kite`])).toEqual([
    expect.stringMatching(/^127\.0\.0\.1:9 cannot be asked/u),
  ]);
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
