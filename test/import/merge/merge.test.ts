import { expect, test } from "vitest";
import { fragment, merged, mergeInto, problems } from "./spec.js";
import { page, PAGE, SERVICE, SPEC, TOY } from "./toy.js";

test("a type that other operations use is filled in only, unless all their pages are there", () => {
  const shared = (id: string, label: string, more = {}) =>
    fragment(id, {
      operation: { response: { toy: { type: "Toy" } } },
      types: { Toy: { fields: { id: { type: "string", label, ...more } } } },
    });
  const two = merged(
    { "service.yaml": SERVICE },
    shared("toy.get", "甲"),
    shared("toy.list", "甲"),
  );
  expect(two[TOY]).toContain("id: { type: string, label: 甲 }");
  const filled = merged(two, shared("toy.list", "乙", { example: "1" }));
  expect(filled[TOY]).toContain('id: { type: string, label: 甲, example: "1" }');
  const gone = mergeInto(two, shared("toy.list", "甲", {}), fragment("toy.get", {}));
  expect(gone.diagnostics.map(({ message }) => message)).toEqual([
    expect.stringContaining("toy.get.response.toy"),
  ]);
  const unlike = merged(filled, shared("toy.list", "乙"), shared("toy.get", "丙"));
  expect(unlike[TOY]).toContain('id: { type: string, label: 甲, example: "1" }');
  const both = merged(filled, shared("toy.list", "丙"), shared("toy.get", "丙"));
  expect(both[TOY]).toContain('id: { type: string, label: 丙, example: "1" }');
});

test("the example of one page is none of a type that many others use", () => {
  const shared = (id: string, more = {}) =>
    fragment(id, {
      operation: { response: { toy: { type: "Toy" } } },
      types: { Toy: { fields: { id: { type: "string", ...more } } } },
    });
  const three = ["toy.get", "toy.list", "toy.find"].map((id) => shared(id));
  const before = merged({ "service.yaml": SERVICE }, ...three);
  const after = merged(before, shared("toy.get", { example: "1" }));
  expect(after[TOY]).toContain("id: { type: string }");
});

test("fields written inline stay inline", () => {
  const inline = SPEC[TOY]?.replace(
    "toy: { type: Toy, label: 玩具 }",
    "toy: { type: object, fields: { id: { type: string, doc: Ours. } } }",
  ).replace(/types:[^]*/u, "");
  const texts = { ...SPEC, [TOY]: inline ?? "" };
  const once = merged(texts, page({}, { types: { Toy: { fields: { id: { type: "int" } } } } }));
  expect(once[TOY]).toBe(
    inline?.replace(
      "toy: { type: object, fields: { id: { type: string, doc: Ours. } } }",
      "toy: { type: object, label: 玩具, fields: { id: { type: int, doc: Ours. } } }",
    ),
  );
});

test("an operation that the spec calls something else is found by its route", () => {
  const given = { ...PAGE, resource: "plaything", action: "make" };
  expect(merged(SPEC, given)).toEqual(SPEC);
});

test("types that hold themselves come to an end", () => {
  const given = fragment("toy.get", {
    operation: { response: { toy: { type: "Toy" } } },
    types: { Toy: { fields: { toys: { type: ["Toy"] }, of: { type: { map: "Toy" } } } } },
  });
  const once = merged({ "service.yaml": SERVICE }, given);
  expect(problems(once)).toEqual([]);
  expect(merged(once, given)).toEqual(once);
});

test("a page without errors, and a definition without limits and scopes, say nothing of them", () => {
  const { errors: _, scopes: __, ...operation } = PAGE.operation;
  const file = { path: "toy.json", name: "toy.json", text: '{ "apiPath": "/" }' };
  const given = { ...PAGE, operation, at: { file, start: 0, end: 1 } };
  expect(mergeInto(SPEC, given)).toEqual({ files: [], diagnostics: [], notes: [] });
});
