import { expect, test } from "vitest";
import { addressOf, mayLead } from "../../../generator/import/source/address.js";

const HOST = "https://toys.example";

test.each([
  ["/document/toys/create", "/document/toys/create.md", "/document/toys/create"],
  ["/document/toys/create/", "/document/toys/create.md", "/document/toys/create"],
  ["/document/toys/create?appId=cli_1#body", "/document/toys/create.md", "/document/toys/create"],
  ["/document/toys/v1.2", "/document/toys/v1.2.md", "/document/toys/v1.2"],
  ["/document/toys/create.md", "/document/toys/create.md", "/document/toys/create"],
  ["/create.md?version=2", "/create.md?version=2", "/create"],
  ["/toy.json", "/toy.json", undefined],
  [
    "/api_explorer/v1/api_definition?project=toys",
    "/api_explorer/v1/api_definition?project=toys",
    undefined,
  ],
])("%s is fetched as %s", (path, target, link) => {
  expect(addressOf(HOST + path)).toEqual({
    target: new URL(HOST + target),
    link: link === undefined ? undefined : HOST + link,
  });
});

test.each([
  [
    "http://toys.example/a",
    "toys.example is asked without encryption: write https:// instead of http://",
  ],
  [
    "http://127.0.0.1.toys.example/a",
    "127.0.0.1.toys.example is asked without encryption: write https:// instead of http://",
  ],
  [
    "https://me:secret@toys.example/a",
    "the address of toys.example has a name or a password in it: take it out",
  ],
  ["https://", "https:// is no address: check it"],
  [
    "ftp://toys.example/a",
    "nothing is fetched from ftp:// addresses: give an address with https://",
  ],
  ["file:///a.md", "nothing is fetched from file:// addresses: give the file's path"],
])("%s is not asked", (argument, problem) => {
  expect(addressOf(argument)).toEqual({ problem });
});

test.each(["http://localhost:1/a", "http://127.0.0.1:1/a", "http://[::1]:1/a"])(
  "%s may go without encryption",
  (argument) => {
    expect(addressOf(argument)).toMatchObject({ link: argument });
  },
);

test.each([
  ["toys.example", false],
  ["localhost.example", false],
  ["localhost", true],
  ["kite.localhost", true],
  ["127.0.0.1", true],
  ["8.8.8.8", false],
  ["10.1.2.3", true],
  ["172.16.0.1", true],
  ["172.32.0.1", false],
  ["192.168.1.1", true],
  ["169.254.169.254", true],
  ["0.0.0.0", true],
  ["[::1]", true],
  ["[::]", true],
  ["[fd00::1]", true],
  ["[fe80::1]", true],
  ["[::ffff:7f00:1]", true],
  ["[2001:db8::1]", false],
])("whether %s is near, where no page on the net may lead: %s", (hostname, near) => {
  const to = new URL(`https://${hostname}/a`);
  expect(mayLead(new URL(HOST), to)).toBe(!near);
  expect(mayLead(new URL("https://127.0.0.1/a"), to)).toBe(true);
  expect(mayLead(new URL("http://127.0.0.1/a"), to)).toBe(true);
  expect(mayLead(new URL("https://127.0.0.1/a"), new URL(`http://${hostname}/a`))).toBe(false);
});
