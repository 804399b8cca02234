import { expect, test } from "vitest";
import type { Endpoint, Field } from "../../../generator/import/endpoint.js";
import { fragmentsOf } from "../../../generator/import/import.js";
import { shortTerm } from "../../../generator/import/spec/wording.js";
import {
  endpoint,
  error,
  field,
  imported,
  int,
  knownOf,
  linted,
  list,
  object,
  one,
  options,
  problems,
  scalar,
  text,
} from "./build.js";

const GET = "GET /open-apis/toy/v1/kites/:id";
const LIST = "GET /open-apis/toy/v1/kites";

const enumsOf = (...query: readonly Field[]) => {
  const fragment = one(endpoint(LIST, { query }));
  expect(problems([fragment])).toEqual([]);
  return fragment.enums;
};

test.each([
  ["shop_type", "ShopType"],
  ["status", "KiteStatus"],
  ["error", "KiteError"],
  ["token_kind", "KiteTokenKind"],
  ["sort_input", "SortInputKind"],
  ["类", "KiteKind"],
])("the values of %s are called %s", (name, expected) => {
  expect(Object.keys(enumsOf(int(name, { options: options("1=New") })))).toContain(expected);
});

test("the vendor's own names of values come first", () => {
  const shapes = [
    { value: "1", label: "菱形", name: "diamond_shape" },
    { value: "2", label: "Round", name: "圆" },
  ];
  const { KiteShape } = enumsOf(int("kite_shape", { options: shapes }));
  expect(KiteShape?.values).toEqual({
    DiamondShape: { value: 1, label: "菱形" },
    Round: { value: 2, label: "Round" },
  });
});

test("the enum of a list is called after one item", () => {
  const enums = enumsOf(
    field("wing_shapes", list(scalar("string")), { options: options("flat=平 round=圆") }),
  );
  expect(enums).toEqual({
    WingShape: {
      label: "wing_shapes",
      values: { Flat: { value: "flat", label: "平" }, Round: { value: "round", label: "圆" } },
    },
  });
});

test.each([
  [
    "text in Latin letters",
    text("wing_shape"),
    "open_id BOOKING-1 CN camelCase",
    ["OpenId", "Booking1", "CN", "CamelCase"],
  ],
  [
    "names that read as booleans",
    text("wing_shape"),
    "yes No true",
    ["ValueYes", "ValueNo", "ValueTrue"],
  ],
  ["labels in Latin letters", int("wing_shape"), "1=Not_started 2=Done", ["NotStarted", "Done"]],
  ["numbers alone", int("wing_shape"), "1=开 -1=关 0", ["Value1", "ValueMinus1", "Value0"]],
  ["numbers as text", text("wing_shape"), "1=开 02=关", ["Value1", "Value02"]],
  ["equal labels", int("wing_shape"), "1=Day 2=Day", ["Day", "Value2"]],
  ["values in another script", text("wing_shape"), "平 圆=Round", ["Option1", "Round"]],
  [
    "values that differ in their signs",
    text("wing_shape"),
    "a-b a_b a.b",
    ["AB", "ValueAB", "Option1"],
  ],
  ["an empty value", text("wing_shape"), "=None a=b", ["Empty", "A"]],
])("members from %s", (_, of, items, expected) => {
  const [found] = Object.values(enumsOf({ ...of, options: options(items) }));
  expect(Object.keys(found?.values ?? {})).toEqual(expected);
});

test("a value that stands twice is one, and a second meaning is reported", () => {
  const { fragments, said } = imported([
    endpoint(LIST, { query: [int("wing_shape", { options: options("1=a 2=b 1=c 2=b") })] }),
  ]);
  expect(
    Object.values(fragments[0]?.enums["WingShape"]?.values ?? {}).map(({ label }) => label),
  ).toEqual(["a", "b"]);
  expect(said).toEqual([expect.stringContaining("it already means a")]);
});

test("enums are one when name, values and labels agree", () => {
  const query = (items: string) => [text("wing_shape", { options: options(items) })];
  const { fragments } = imported([
    endpoint(LIST, { query: query("flat=平 round=圆") }),
    endpoint(GET, { query: query("round=圆 flat=平") }),
    endpoint("PUT /open-apis/toy/v1/kites/:id", { query: query("flat=平 round=园") }),
    endpoint("DELETE /open-apis/toy/v1/kites/:id", { query: query("flat=平") }),
  ]);
  expect(fragments.map(({ enums }) => Object.keys(enums))).toEqual([
    ["WingShape"],
    ["WingShape"],
    ["KiteWingShape"],
    ["DeleteKiteWingShape"],
  ]);
  expect(problems(fragments)).toEqual([]);
});

const OWNERS = "/open-apis/toy/v1/owners";

test.each([
  ["three values", "1=小 2=中 3=大", { label: "尺寸" }, { label: "大小" }, true],
  ["two values under one label", "1=小 2=大", { label: "尺寸" }, { label: "尺寸" }, true],
  ["two values under two labels", "1=小 2=大", { label: "尺寸" }, { label: "大小" }, false],
])("%s of two fields are one enum: not by chance", (_, values, one, other, isShared) => {
  const { fragments } = imported([
    endpoint(LIST, { query: [int("size", { ...one, options: options(values) })] }),
    endpoint(`GET ${OWNERS}`, { query: [int("format", { ...other, options: options(values) })] }),
  ]);
  const [first, second] = fragments.flatMap(({ enums }) => Object.keys(enums));
  expect([first, second === first]).toEqual(["KiteSize", isShared]);
});

const named = (...pages: readonly Endpoint[]) =>
  fragmentsOf(pages, linted([]), { prose: false }).fragments.map(({ enums }) => Object.keys(enums));
const listing = (path: string, name: string, values: string) =>
  endpoint(`GET /open-apis/toy/v1/${path}`, { query: [text(name, { options: options(values) })] });

test("the list of values that most pages have gets the bare name of the field", () => {
  expect(
    named(
      listing("kites", "id_type", "a=a b=b"),
      listing("owners", "id_type", "a=a c=c"),
      listing("tails", "id_type", "c=c a=a"),
    ),
  ).toEqual([["KiteIdType"], ["IdType"], ["IdType"]]);
});

test("labels that are only written otherwise are the same", () => {
  expect(
    named(
      listing("kites", "kind", "1=Kite（大） 2=HR_x 3=c"),
      listing("owners", "kind", "1=kite(大) 2=HRx 3=C"),
    ),
  ).toEqual([["Kind"], ["Kind"]]);
});

test.each([
  ["one list, several resources", "1=a 2=b", [["Gender"], ["Gender"]]],
  ["two lists", "1=a 2=c", [["KiteGender"], ["OwnerGender"]]],
])("a word alone is the name of what all mean by it (%s)", (_, other, names) => {
  expect(named(listing("kites", "gender", "1=a 2=b"), listing("owners", "gender", other))).toEqual(
    names,
  );
});

test("a word alone takes the name of its owner", () => {
  const tail = object("tail", int("type", { options: options("1=a 2=b") }));
  const fragment = one(
    endpoint(GET, { response: [field("tail", tail), int("type", { options: options("1=c") })] }),
  );
  expect(Object.keys(fragment.enums)).toEqual(["TailType", "KiteType"]);
});

const ENUM = (values: string, others = "") =>
  knownOf(`
enums: { Shape: { label: 形状, values: ${values} } }
resource: kite
label: 风筝
operations:
  list: { label: 列表, http: "${LIST}", tokens: [tenant], query: { wing_shape: { type: Shape } } }
${others}`);

test("an enum of the spec takes new values, and keeps the names of the others", () => {
  const page = endpoint(LIST, {
    query: [text("wing_shape", { options: options("flat=平 round=圆") })],
  });
  const known = ENUM("{ Plane: { value: flat, label: 平 }, Old: { value: old, label: 旧 } }");
  expect(one(page, known).enums).toEqual({
    Shape: {
      label: "形状",
      values: { Plane: { value: "flat", label: "平" }, Round: { value: "round", label: "圆" } },
    },
  });
});

test("an enum that others use keeps its values", () => {
  const page = endpoint(LIST, {
    query: [text("wing_shape", { options: options("flat=平 round=圆") })],
  });
  const other = `  find: { label: 查, http: POST /toy/find, tokens: [tenant], body: { a: { type: Shape } } }`;
  const known = ENUM("{ Plane: { value: flat, label: 平 } }", other);
  expect(Object.keys(one(page, known).enums)).toEqual(["WingShape"]);
});

test.each([
  ["短词", "短词"],
  ["Not started.", "Not started"],
  ["系统错误，请重试", "系统错误，请重试"],
  ["系统错误。请在稍后重试一次", "系统错误"],
  ["标识一个用户在某个应用中的身份。同一个用户不同", undefined],
  ["这是一个非常长的说明文字用来说明为什么这个错误会在这里发生以及如何处理", undefined],
  ["参数错误，这是一个非常长的说明文字，用来说明为什么这个错误会在这里发生", "参数错误"],
  ["`code` **bold**\nand more", "code bold"],
  ["-", undefined],
  ["", undefined],
])("the term of %j is %j", (given, term) => {
  expect(shortTerm(given)).toBe(term);
});

test("errors are named once; what an operation says otherwise stands with it", () => {
  const { fragments } = imported([
    endpoint(
      GET,
      {},
      {
        errors: [
          error(1002, "System error", 500),
          error(1003, "风筝不存在", 404),
          error(0, "ok"),
          error(1003, "again"),
        ],
      },
    ),
    endpoint(
      LIST,
      {},
      {
        errors: [
          error(1002, "system error", 400),
          error(1003, "找不到", 404),
          error(1004, "System error"),
          error(1005, "-"),
        ],
      },
    ),
  ]);
  expect(fragments.map(({ operation }) => operation.errors)).toEqual([
    ["SystemError", "Error1003"],
    [
      { SystemError: { status: 400 } },
      { Error1003: { label: "找不到" } },
      "Error1004",
      "Error1005",
    ],
  ]);
  expect(fragments[1]?.errors).toEqual({
    SystemError: { code: 1002, status: 500, label: "System error", retry: "ifIdempotent" },
    Error1003: { code: 1003, status: 404, label: "风筝不存在", retry: "never" },
    Error1004: { code: 1004, label: "System error", retry: "ifIdempotent" },
    Error1005: { code: 1005, label: "code 1005", retry: "never" },
  });
  expect(problems(fragments)).toEqual([]);
});

test("the vendor's sentences come along only when asked for", () => {
  const page = endpoint(
    LIST,
    {
      query: [
        text("wing_shape", {
          prose: "它的形状。",
          options: [{ value: "a", label: "平。很平的一种" }],
        }),
      ],
    },
    { errors: [error(7, "坏了", 400, "Try again.")] },
  );
  const plain = JSON.stringify(one(page));
  expect(plain).not.toMatch(/很平|它的形状|Try again/u);
  const fragment = one(page, undefined, true);
  expect(fragment.operation.query?.["wing_shape"]?.doc).toBe("它的形状。");
  expect(fragment.enums["WingShape"]?.values["A"]).toEqual({
    value: "a",
    label: "平",
    doc: "平。很平的一种",
  });
  expect(fragment.errors["Error7"]?.advice).toBe("Try again.");
});

test("errors of the spec keep their names and what is said of them by hand", () => {
  const known = knownOf(`
errors: { KiteLost: { code: 9, label: 丢失, advice: Look up., retry: never } }
resource: kite
label: 风筝
operations: { list: { label: 列表, http: "${LIST}", tokens: [tenant], errors: [KiteLost] } }
`);
  const fragment = one(endpoint(LIST, {}, { errors: [error(9, "风筝丢失", 404)] }), known);
  expect(fragment.operation.errors).toEqual(["KiteLost"]);
  expect(fragment.errors).toEqual({
    KiteLost: { code: 9, status: 404, label: "风筝丢失", advice: "Look up.", retry: "never" },
  });
});
