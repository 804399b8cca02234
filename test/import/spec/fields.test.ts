import { expect, test } from "vitest";
import type { Field } from "../../../generator/import/endpoint.js";
import {
  endpoint,
  field,
  imported,
  int,
  knownOf,
  list,
  map,
  object,
  one,
  options,
  problems,
  sample,
  scalar,
  specOf,
  text,
} from "./build.js";

const POST = "POST /open-apis/toy/v1/kites";

/** A field of a body alone: how the spec writes it, and what is said of it. */
function bodyField(given: Field) {
  const { fragments, said } = imported([endpoint(POST, { body: [given] })]);
  expect(problems(fragments)).toEqual([]);
  return { spec: fragments[0]?.operation.body?.[given.name], said };
}

test("keys stand in the order of the house", () => {
  const facts = {
    unusable: true,
    deprecated: true,
    default: "b",
    example: "a",
    maxLength: 9,
    minLength: 1,
    unit: "ms",
    label: "名称。",
    prose: "名称。\n它的名称",
    required: true,
  } as const;
  const fragment = one(endpoint(POST, { body: [text("name", facts)] }), undefined, true);
  expect(JSON.stringify(fragment.operation.body?.["name"])).toBe(
    '{"type":"string","required":true,"label":"名称","doc":"名称。 它的名称","unit":"ms",' +
      '"minLength":1,"maxLength":9,"example":"a","default":"b","deprecated":true,"unusable":true}',
  );
});

test.each([
  ["an example of another kind", int("n", { example: "x" }), { type: "int" }],
  ["an example beyond a limit", int("n", { example: 9, max: 5 }), { type: "int", max: 5 }],
  ["a default without its digits", int("n", { default: 2 ** 60 }), { type: "int" }],
  ["null", field("n", scalar("any"), { example: null }), { type: "any" }],
  ["a limit of another kind", field("n", scalar("boolean"), { max: 1 }), { type: "boolean" }],
  [
    "a limit that is no number of items",
    field("n", list(scalar("int")), { maxItems: 1.5 }),
    { type: ["int"] },
  ],
  ["limits that are crossed", int("n", { min: 3, max: 2 }), { type: "int" }],
  ["a limit without its digits", int("n", { max: 2 ** 63 }), { type: "int" }],
  [
    "values of a boolean",
    field("n", scalar("boolean"), { options: options("true=是") }),
    { type: "boolean" },
  ],
  ["values that are no numbers", int("n", { options: options("1=a x=b") }), { type: "int" }],
  ["values beyond 2^53", int("n", { options: options("6960663240925956554=a") }), { type: "int" }],
  [
    "a condition on nothing",
    text("n", { when: [{ sibling: "x", is: "present" }] }),
    { type: "string" },
  ],
])("%s is left out, and that is said", (_, given, expected) => {
  const { spec, said } = bodyField(given);
  expect(spec).toEqual(expected);
  expect(said).toEqual([expect.stringMatching(/^import-left-out: .*"n"/u)]);
});

test.each([
  ["a broken name", "a\u0000b"],
  ["no name", ""],
  ["a name of JavaScript's own", "__proto__"],
])("a field with %s is left out", (_, name) => {
  const { fragments, said } = imported([
    endpoint(POST, { body: [text(name), text("constructor")] }),
  ]);
  expect(Object.keys(fragments[0]?.operation.body ?? {})).toEqual(["constructor"]);
  expect(said).toHaveLength(1);
  expect(problems(fragments)).toEqual([]);
});

test("of two fields with one name in one table the first counts", () => {
  const { fragments, said } = imported([endpoint(POST, { body: [int("a"), text("a")] })]);
  expect(fragments[0]?.operation.body).toEqual({ a: { type: "int" } });
  expect(said).toEqual([expect.stringContaining('the field "a"')]);
});

test("objects without a type name stand in place, but not in lists of lists and maps", () => {
  const part = object(undefined, text("colour"));
  const fragment = one(
    endpoint(POST, {
      body: [
        field("tail", part),
        field("tails", list(part)),
        field("grid", list(list(part))),
        field("by_name", map(part)),
        field(
          "deep",
          list(object("kite", field("rows", list(list(object(undefined, text("x"))))))),
        ),
      ],
    }),
  );
  const colour = { colour: { type: "string" } };
  expect(fragment.operation.body).toEqual({
    tail: { type: "object", fields: colour },
    tails: { type: ["object"], fields: colour },
    grid: { type: [["CreateKiteGrid"]] },
    by_name: { type: { map: "CreateKiteByName" } },
    deep: { type: ["Kite"] },
  });
  expect(fragment.types["Kite"]?.fields).toEqual({ rows: { type: [["KiteRow"]] } });
  expect(problems([fragment])).toEqual([]);
});

test("an object of which nothing is known may have any fields", () => {
  const fragment = one(
    endpoint(POST, { body: [field("a", object("kite")), field("b", list(object(undefined)))] }),
  );
  expect(fragment.operation.body).toEqual({
    a: { type: { map: "any" } },
    b: { type: [{ map: "any" }] },
  });
  expect(problems([fragment])).toEqual([]);
});

test("inline objects whose names the package needs, or which have the same, get types", () => {
  const fragment = one(
    endpoint(POST, {
      body: [
        field("input", object(undefined, text("x"))),
        field("a_b", object(undefined, text("c"))),
        field("a", object(undefined, field("b", object(undefined, text("d"))))),
        field("中", object(undefined, text("x"))),
        field(
          "fair",
          object(
            "fair",
            field("a_b", object(undefined, text("c"))),
            field("a", object(undefined, field("b", object(undefined, text("d"))))),
          ),
        ),
      ],
      response: [
        field("output", object(undefined, text("y"))),
        field("a_b", object(undefined, text("c"))),
      ],
    }),
  );
  expect(problems([fragment])).toEqual([]);
  expect(fragment.operation.body?.["a_b"]).toEqual({
    type: "object",
    fields: { c: { type: "string" } },
  });
});

test("a hostile depth ends", () => {
  let inner: Field = text("end");
  for (let i = 0; i < 500; i++)
    inner = field("x", i % 2 ? object(undefined, inner) : list(object("kite", inner)));
  const { fragments, said } = imported([endpoint(POST, { body: [inner] })]);
  expect(said).toEqual([expect.stringContaining("nested too deep")]);
  expect(problems(fragments)).toEqual([]);
});

test("a file is a field of the request body, and nothing else", () => {
  const file = (name: string) => field(name, scalar("file"), { maxBytes: 10 });
  const { fragments, said } = imported([
    endpoint(POST, {
      query: [file("q")],
      body: [
        file("content"),
        field("files", list(scalar("file"))),
        field("o", object("kite", file("f"))),
      ],
      response: [file("r")],
    }),
  ]);
  const { operation, types } = fragments[0] ?? {};
  expect(operation?.body).toMatchObject({
    content: { type: "file", maxBytes: 10 },
    files: { type: ["file"] },
  });
  expect([operation?.query?.["q"]?.type, types?.["Kite"]?.fields["f"]?.type]).toEqual([
    "any",
    "any",
  ]);
  expect(said.filter((line) => line.includes("the kind file"))).toHaveLength(3);
  expect(problems(fragments)).toEqual([]);
});

test("a name in two of path, query and body gets another property", () => {
  const { fragments, said } = imported([
    endpoint("PUT /open-apis/toy/v1/kites/:kite_id", {
      query: [text("kite_id"), text("x")],
      body: [text("kite_id"), text("x"), text("y", { when: [{ sibling: "x", is: "absent" }] })],
    }),
  ]);
  expect(fragments[0]?.operation).toMatchObject({
    path: { kite_id: { type: "string" } },
    query: { kite_id: { as: "query_kite_id" }, x: { type: "string" } },
    body: {
      kite_id: { as: "body_kite_id" },
      x: { as: "body_x" },
      y: { when: { body_x: "absent" } },
    },
  });
  expect(said).toHaveLength(3);
  expect(problems(fragments)).toEqual([]);
});

test("the path decides which parameters there are", () => {
  const { fragments, said } = imported([
    endpoint("GET /open-apis/toy/v1/kites/:kiteId/tails/:tail_id", {
      path: [text("kite_id"), text("colour")],
    }),
  ]);
  expect(fragments[0]?.operation.path).toEqual({
    kiteId: { type: "string" },
    tail_id: { type: "string" },
  });
  expect(said.map((line) => line.split(":")[0])).toEqual([
    "import-path-spelling",
    "import-path-parameter",
    "import-left-out",
  ]);
  expect(problems(fragments)).toEqual([]);
});

test("what a GET page lists as its body is a query", () => {
  const { fragments, said } = imported([
    endpoint(
      "GET /open-apis/toy/v1/kites",
      { query: [text("a")], body: [int("a"), int("b")] },
      { requestExample: sample({ b: 1 }) },
    ),
  ]);
  expect(fragments[0]?.operation).not.toHaveProperty("body");
  expect(fragments[0]?.operation.query).toEqual({ a: { type: "string" }, b: { type: "int" } });
  expect(said).toEqual([expect.stringMatching(/^import-body-to-query: .*"b"/u)]);
  expect(fragments[0]?.examples).toEqual({});
});

test("conditions name members, booleans and presence", () => {
  const kind = int("kind", { options: options("1=Box 2=Delta 3=Sled") });
  const fragment = one(
    endpoint(POST, {
      body: [
        kind,
        field("kinds", list(scalar("int")), { options: options("1=Box 2=Delta 3=Sled") }),
        field("is_new", scalar("boolean")),
        text("a", { when: [{ sibling: "kind", is: [1] }] }),
        text("b", {
          requiredWhen: [
            { sibling: "kinds", is: [2, "3"] },
            { sibling: "is_new", is: [true] },
          ],
        }),
        text("c", { when: [{ sibling: "a", is: "present" }] }),
        text("d", { when: [{ sibling: "kind", is: [7] }] }),
        text("e", { when: [{ sibling: "a", is: ["x"] }] }),
      ],
      response: [text("r"), text("s", { requiredWhen: [{ sibling: "r", is: "present" }] })],
    }),
  );
  expect(fragment.operation.body).toMatchObject({
    a: { when: { kind: "Box" } },
    b: { requiredWhen: { kinds: ["Delta", "Sled"], is_new: true } },
    c: { when: { a: "present" } },
  });
  for (const name of ["d", "e"])
    expect(fragment.operation.body?.[name]).toEqual({ type: "string" });
  expect(fragment.operation.response?.["s"]).toEqual({ type: "string" });
  expect(problems([fragment])).toEqual([]);
});

test("what a person protects stays as it is", () => {
  const known = knownOf(`
types:
  Tail: { fields: { length: { type: float, keep: it is measured } } }
resource: kite
label: 风筝
operations:
  create:
    label: 风筝
    http: ${POST}
    tokens: [tenant]
    body:
      tail: { type: Tail }
      size: { type: string, keep: the page is wrong }
`);
  const fragment = one(
    endpoint(POST, { body: [field("tail", object("kite_tail", text("length"))), int("size")] }),
    known,
  );
  expect(fragment.operation.body).toEqual({
    tail: { type: "Tail" },
    size: { type: "string", keep: "the page is wrong" },
  });
  expect(fragment.types).toEqual({
    Tail: { fields: { length: { type: "float", keep: "it is measured" } } },
  });
});

test("facts of the operation", () => {
  const { fragments, said } = imported([
    endpoint(
      "POST /open-apis/toy/v1/kites/search",
      {
        query: [text("page_token"), text("user_id_type", { scopes: ["toy:user"] })],
        body: [text("key", { idempotency: { window: "24h" } })],
        response: [
          field(
            "items",
            list(object("kite", text("owner", { scopes: ["toy:owner", "toy:user"] }))),
          ),
          text("page_token"),
          field("has_more", scalar("boolean")),
        ],
      },
      {
        title: "查询风筝。",
        link: "https://toys.example/kite",
        limits: ["1000/min", "50/s", "often"],
        scopes: ["toy:toy", "toy:toy"],
        tokens: [],
        isDeprecated: true,
      },
      ["items"],
    ),
  ]);
  expect(fragments[0]?.operation).toMatchObject({
    label: "查询风筝",
    see: "https://toys.example/kite",
    tokens: ["tenant"],
    scopes: ["toy:toy"],
    fieldScopes: { "toy:user": ["user_id_type", "items.owner"], "toy:owner": ["items.owner"] },
    rateLimit: ["1000/min", "50/s"],
    effect: "read",
    idempotency: { field: "key", window: "24h" },
    deprecated: true,
    paging: { items: "items" },
  });
  expect(said.map((line) => line.split(":")[0])).toEqual(["import-no-token", "import-left-out"]);
  expect(problems(fragments)).toEqual([]);
});

test("paging without its fields is left out", () => {
  const { fragments, said } = imported([
    endpoint(
      "GET /open-apis/toy/v1/kites",
      { response: [field("items", list(scalar("int")))] },
      {},
      ["items"],
    ),
  ]);
  expect(fragments[0]?.operation.paging).toBeUndefined();
  expect(said).toEqual([
    "import-left-out: paging is left out of the spec, because its fields are not all there: look at the page, and add it by hand where it is needed",
  ]);
});

test("examples that contradict the tables are excused, each where it does", () => {
  const { fragments, said } = imported([
    endpoint(
      POST,
      {
        body: [int("size", { required: true }), text("name")],
        response: [field("ok", scalar("boolean"))],
      },
      {
        requestExample: sample({ name: 1, tail: [] }),
        responseExample: sample({ code: 0, data: { ok: "yes", more: 1 } }),
      },
    ),
  ]);
  expect(fragments[0]?.exceptions.map(({ at }) => at)).toEqual([
    "example.request.size",
    "example.request.name",
    "example.request.tail",
    "example.response.ok",
  ]);
  expect(said).toEqual([]);
  expect(problems(fragments)).toEqual([]);
  expect(specOf(fragments).filter(({ name }) => name.endsWith(".json"))).toHaveLength(2);
});

test("an example of something else is excused as a whole, one that is no JSON is left out", () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`x${i}`, i]));
  const { fragments, said } = imported([
    endpoint(
      POST,
      { body: [text("a")] },
      {
        requestExample: sample(many),
        responseExample: { ...sample(0), text: "see above" },
      },
    ),
    endpoint(
      "PUT /open-apis/toy/v1/kites/:id",
      { body: [text("a")] },
      { requestExample: sample([1]) },
    ),
  ]);
  expect(fragments.flatMap(({ exceptions }) => exceptions.map(({ at }) => at))).toEqual([
    "example.request",
    "example.request",
  ]);
  expect(said).toEqual([
    "import-left-out: the response example is left out of the spec, because it is no JSON: look at the page, and add it by hand where it is needed",
  ]);
  expect(problems(fragments)).toEqual([]);
});

test("no type of a field is called like a variant of the input", () => {
  const kind = int("kind", { options: options("1=Box 2=Delta") });
  const when = [{ sibling: "kind", is: [1] }];
  const part = object(undefined, text("x"));
  const fields = [kind, field("box", part, { when }), field("delta", part), field("other", part)];
  const fragment = one(
    endpoint(POST, { body: [...fields, field("kite", object("kite_kit", ...fields))] }),
  );
  expect(Object.keys(fragment.types)).toContain("CreateKiteBoxData");
  expect(problems([fragment])).toEqual([]);
});

test("text that no file can hold does not come through", () => {
  const broken = {
    label: "a\uFFFDb\u0007c",
    prose: "x\u2028\uFFFDy",
    options: options("1=\uFFFD 2=b\uFFFD"),
  };
  const page = endpoint(
    POST,
    { body: [int("wing_shape", broken), text("wing_size", { options: options("\uFFFD=a") })] },
    { title: "\uFFFD" },
  );
  const fragment = one(page, undefined, true);
  expect(problems([fragment])).toEqual([]);
  expect(fragment.operation).toMatchObject({
    label: "kite.create",
    body: { wing_shape: { label: "a b c", doc: "x y" } },
  });
});
