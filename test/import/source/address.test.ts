import { expect, test } from "vitest";
import { addressOf } from "../../../generator/import/source/address.js";

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
])("%s is not asked", (argument, problem) => {
  expect(addressOf(argument)).toEqual({ problem });
});

test.each(["http://localhost:1/a", "http://127.0.0.1:1/a", "http://[::1]:1/a"])(
  "%s may go without encryption",
  (argument) => {
    expect(addressOf(argument)).toMatchObject({ link: argument });
  },
);
