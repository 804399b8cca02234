import { expect, test } from "vitest";
import { drift } from "../../../generator/import/drift/drift.js";
import { differenceText } from "../../../generator/import/drift/text.js";
import { edited, fragmentOf, KITES, pageAt, specOf, type Edit } from "./kites.js";

/** Every difference without its places. */
function lines(page: readonly Edit[], spec: readonly Edit[], exceptions = ""): readonly string[] {
  const found = drift(
    fragmentOf(edited(page)),
    specOf(edited(spec), exceptions === "" ? {} : { "kite/exceptions.yaml": exceptions }),
  );
  return found.map((difference) => differenceText(difference).replace(/ \([^()]*\)$/u, ""));
}

test("a page that says what the spec says does not differ", () => {
  expect(drift(fragmentOf(KITES), specOf(KITES))).toEqual([]);
});

const renamed: readonly Edit[] = [
  ["  Wind:\n", "  Gust:\n"],
  ["type: Wind,", "type: Gust,"],
  ["Calm: {", "Value1: {"],
  ["Fresh: {", "Value2: {"],
  ["wind: Fresh", "wind: Value2"],
  ["  Tail:\n", "  Streamer:\n"],
  ["[Tail]", "[Streamer]"],
  ["tail: { type: Tail", "tail: { type: Streamer"],
  ["map: Tail", "map: Streamer"],
  ["NoKite: {", "Missing: {"],
  ["[NoKite, ", "[Missing, "],
];

test("names of types, enums, members and errors are ours, and so are docs and examples", () => {
  expect(lines([], renamed)).toEqual([]);
  expect(lines(renamed, [])).toEqual([]);
  expect(
    lines([], [["type: int, label: 数,", "type: int, label: 数, doc: Ours., example: 3,"]]),
  ).toEqual([]);
});

test("a label that is only written otherwise is the same, and a page need not give any", () => {
  const spec: Edit = ["label: 劲", "label: Fresh 风（大）"];
  expect(lines([["label: 劲", "label: fresh风(大)"]], [spec])).toEqual([]);
  expect(lines([["label: 劲", 'label: "2"']], [spec])).toEqual([]);
  expect(lines([spec], [["label: 劲", 'label: "2"']])).toHaveLength(1);
});

test("a page's type may have the name of an enum of the spec, and the reverse", () => {
  const exchanged: readonly Edit[] = [
    ["  Wind:\n", "  Swap:\n"],
    ["type: Wind,", "type: Swap,"],
    ["  Tail:\n", "  Wind:\n"],
    ["[Tail]", "[Wind]"],
    ["tail: { type: Tail", "tail: { type: Wind"],
    ["map: Tail", "map: Wind"],
    ["  Swap:\n", "  Tail:\n"],
    ["type: Swap,", "type: Tail,"],
  ];
  expect(lines(exchanged, [])).toEqual([]);
});

test("a page need not repeat what the spec has", () => {
  const fragment = { ...fragmentOf(KITES), types: {}, enums: {}, errors: {} };
  expect(drift(fragment, specOf(KITES))).toEqual([]);
});

test("a type that is named in the spec may stand inline on the page", () => {
  const inline: readonly Edit[] = [
    [
      "tail: { type: Tail, label: 尾 }",
      "tail: { type: object, fields: { length: { type: int }, bows: { type: [object], fields: { length: { type: int }, bows: { type: [Tail] } } } } }",
    ],
  ];
  expect(lines(inline, [])).toEqual([]);
  expect(lines([], inline)).toEqual([]);
});

const A_FIELD: readonly Edit[] = [
  ["    query:\n", "    query:\n      color: { type: string, label: 色 }\n"],
];
const one: readonly (readonly [what: string, page: readonly Edit[], line: string, back: string])[] =
  [
    [
      "a field",
      A_FIELD,
      "query.color: on the page, not in the spec",
      "query.color: in the spec, not on the page",
    ],
    [
      "a field inside an inline list",
      [["{ name: {", "{ age: { type: int }, name: {"]],
      "body.crew.age: on the page, not in the spec",
      "body.crew.age: in the spec, not on the page",
    ],
    [
      "a kind",
      [["page_size: { type: int", "page_size: { type: float"]],
      "query.page_size: type float on the page, int in the spec",
      "query.page_size: type int on the page, float in the spec",
    ],
    [
      "a list that is none",
      [["type: [object], label: 人", "type: object, label: 人"]],
      "body.crew: type object on the page, [object] in the spec",
      "body.crew: type [object] on the page, object in the spec",
    ],
    [
      "a list of lists",
      [["height: { type: int", "height: { type: [[int]]"]],
      "body.height: type [[int]] on the page, int in the spec",
      "body.height: type int on the page, [[int]] in the spec",
    ],
    [
      "a map that is none",
      [["knots: { type: { map: Tail }", "knots: { type: Tail"]],
      "response.knots: type object on the page, { map: object } in the spec",
      "response.knots: type { map: object } on the page, object in the spec",
    ],
    [
      "required",
      [["label: 高,", "label: 高, required: true,"]],
      "body.height: required on the page, not required in the spec",
      "body.height: not required on the page, required in the spec",
    ],
    [
      "a value",
      [["      Fresh: {", "      Storm: { value: 3, label: 暴 }\n      Fresh: {"]],
      "body.wind.3: value 3 暴 on the page, not in the spec",
      "body.wind.3: value 3 暴 in the spec, not on the page",
    ],
    [
      "the vendor's word for a value",
      [["label: 静", "label: 无风"]],
      "body.wind.1: label 无风 on the page, 静 in the spec",
      "body.wind.1: label 静 on the page, 无风 in the spec",
    ],
    [
      "all values",
      [
        ["days: { type: [string]", "days: { type: [Day]"],
        ["enums:\n", "enums:\n  Day: { label: 日, values: { Mon: { value: mon, label: 一 } } }\n"],
      ],
      "response.days: value mon on the page, not in the spec",
      "response.days: value mon in the spec, not on the page",
    ],
    [
      "a field against advice",
      [["label: 高,", "label: 高, deprecated: true,"]],
      "body.height: deprecated on the page, not deprecated in the spec",
      "body.height: not deprecated on the page, deprecated in the spec",
    ],
    [
      "a field not to be used",
      [["label: 高,", "label: 高, unusable: true,"]],
      "body.height: unusable on the page, not unusable in the spec",
      "body.height: not unusable on the page, unusable in the spec",
    ],
    [
      "an operation against advice",
      [["    label: 放\n", "    label: 放\n    deprecated: true\n"]],
      "deprecated: deprecated on the page, not deprecated in the spec",
      "deprecated: not deprecated on the page, deprecated in the spec",
    ],
    [
      "a method",
      [["POST /", "PUT /"]],
      "http: http PUT /open-apis/kite/v1/kites/:kite_id/fly on the page, POST /open-apis/kite/v1/kites/:kite_id/fly in the spec",
      "http: http POST /open-apis/kite/v1/kites/:kite_id/fly on the page, PUT /open-apis/kite/v1/kites/:kite_id/fly in the spec",
    ],
    [
      "tokens",
      [["[tenant]", "[user, tenant]"]],
      "tokens: tokens user, tenant on the page, tenant in the spec",
      "tokens: tokens tenant on the page, user, tenant in the spec",
    ],
    [
      "app types",
      [["    appTypes: [custom]\n", ""]],
      "appTypes: app types custom in the spec, not on the page",
      "appTypes: app types custom on the page, not in the spec",
    ],
    [
      "a scope",
      [["[kite:fly]", "[kite:fly, kite:all]"]],
      "scopes.kite:all: on the page, not in the spec",
      "scopes.kite:all: in the spec, not on the page",
    ],
    [
      "the fields of a scope",
      [["kite:tail: [tail]", "kite:tail: [tail, days]"]],
      "fieldScopes.kite:tail: fields days, tail on the page, tail in the spec",
      "fieldScopes.kite:tail: fields tail on the page, days, tail in the spec",
    ],
    [
      "a limit of calls",
      [["[20/s]", "[1000/min, 50/s]"]],
      "rateLimit: rate limit 1000/min, 50/s on the page, 20/s in the spec",
      "rateLimit: rate limit 20/s on the page, 1000/min, 50/s in the spec",
    ],
    [
      "a code",
      [
        ["errors:\n", "errors:\n  NoSky: { code: 4003, label: 无天, retry: never }\n"],
        ["[NoKite,", "[NoSky, NoKite,"],
      ],
      "errors.4003: error 4003 on the page, not in the spec",
      "errors.4003: error 4003 in the spec, not on the page",
    ],
    [
      "the status of a code",
      [["[NoKite,", "[{ NoKite: { status: 410 } },"]],
      "errors.4001: status 410 on the page, 404 in the spec",
      "errors.4001: status 404 on the page, 410 in the spec",
    ],
    [
      "a bound",
      [["max: 50", "max: 100"]],
      "query.page_size: bound max 100 on the page, max 50 in the spec",
      "query.page_size: bound max 50 on the page, max 100 in the spec",
    ],
    [
      "a condition",
      [["wind: Fresh", "wind: [Fresh, Calm]"]],
      'body.height: when {"wind":[1,2]} on the page, {"wind":[2]} in the spec',
      'body.height: when {"wind":[2]} on the page, {"wind":[1,2]} in the spec',
    ],
  ];

test.each(one)("%s differs", (_what, edits, line, back) => {
  expect(lines(edits, [])).toEqual([`kite.fly ${line}`]);
  expect(lines([], edits)).toEqual([`kite.fly ${back}`]);
});

const prose: readonly (readonly [what: string, edits: readonly Edit[], line: string])[] = [
  [
    "a condition",
    [[", when: { wind: Fresh }", ""]],
    'body.height: when {"wind":[2]} on the page, not in the spec',
  ],
  [
    "paging",
    [["    paging: { items: days }\n", ""]],
    "paging: paging days on the page, not in the spec",
  ],
];

test.each(prose)(
  "a spec may know %s that the page does not tell, but not the reverse",
  (_what, edits, line) => {
    expect(lines(edits, [])).toEqual([]);
    expect(lines([], edits)).toEqual([`kite.fly ${line}`]);
  },
);

test("of replies nobody says what is required", () => {
  const required: readonly Edit[] = [
    ["length: { type: int,", "length: { type: int, required: true,"],
  ];
  expect(lines(required, [])).toEqual([]);
  expect(lines([], required)).toEqual([]);
});

test("where a type stands for several fields, pages need not agree on more than its shape", () => {
  const length = (facts: string): readonly Edit[] => [
    ["length: { type: int,", `length: { type: int, ${facts},`],
  ];
  expect(lines([], length("max: 9"))).toEqual([]);
  expect(lines(length("max: 8"), length("max: 9"))).toEqual([]);
  expect(lines(length("max: 8"), [])).toEqual(
    ["tail", "knots"].map(
      (field) => `kite.fly response.${field}.length: bound max 8 on the page, not in the spec`,
    ),
  );
});

test.each([
  [[[", max: 50", ""]], "query.page_size: bound max 50 in the spec, not on the page"],
  [[["max: 50", "default: 20"]], "query.page_size: default 20 on the page, not in the spec"],
  [[["label: 高,", "label: 高, unit: ms,"]], "body.height: unit ms on the page, not in the spec"],
] satisfies readonly (readonly [readonly Edit[], string])[])("%j: %s", (edits, line) => {
  expect(lines(edits, [])).toContain(`kite.fly ${line}`);
});

test("a named type differs wherever it is used, and however deep it holds itself", () => {
  const wider: Edit = ["      length: {", "      width: { type: int, label: 宽 }\n      length: {"];
  const both = ["response.tail.width", "response.knots.width"];
  expect(lines([wider], [])).toEqual(
    both.map((at) => `kite.fly ${at}: on the page, not in the spec`),
  );
  const inTurn: readonly Edit[] = [
    ["bows: { type: [Tail]", "bows: { type: [Bow]"],
    [
      "types:\n",
      "types:\n  Bow: { fields: { length: { type: int }, bows: { type: [Tail] }, knot: { type: int } } }\n",
    ],
  ];
  const deep = ["response.tail.bows.knot", "response.knots.bows.knot"];
  expect(lines(inTurn, [])).toEqual(
    deep.map((at) => `kite.fly ${at}: on the page, not in the spec`),
  );
  expect(lines([], inTurn)).toEqual(
    deep.map((at) => `kite.fly ${at}: in the spec, not on the page`),
  );
});

test("values whose type changed are told by type alone", () => {
  const texts: readonly Edit[] = [
    ["value: 1,", 'value: "1",'],
    ["value: 2,", 'value: "2",'],
    [", when: { wind: Fresh }", ""],
  ];
  expect(lines(texts, [])).toEqual([
    "kite.fly body.wind: type string on the page, int in the spec",
  ]);
});

const OTHER: readonly Edit[] = [
  ["  fly:", "  launch:"],
  ["kite_id/fly", "kite_id/launch"],
];
const SEEN: Edit = ["    label: 放\n", "    label: 放\n    see: https://kites.test/fly\n"];
const HTTP =
  "kite.fly http: http POST /open-apis/kite/v1/kites/:kite_id/launch on the page, POST /open-apis/kite/v1/kites/:kite_id/fly in the spec";

test.each([
  ["its path", OTHER.slice(0, 1), [], []],
  ["its name", OTHER.slice(1), [], [HTTP]],
  ["its page", [...OTHER, SEEN], [SEEN], [HTTP]],
] as const)("an operation is found by %s", (_by, page, spec, found) => {
  expect(lines(page, spec)).toEqual(found);
});

const OTHER_PAGE: Edit = ["    label: 放\n", "    label: 放\n    see: https://kites.test/launch\n"];

test("an operation of one name is another one when links tell their pages apart", () => {
  const moved = fragmentOf(edited([...OTHER.slice(1), OTHER_PAGE]));
  expect(drift(moved, specOf(edited([SEEN]))).map(({ kind }) => kind)).toEqual(["operation"]);
  expect(drift(moved, specOf(KITES)).map(({ kind }) => kind)).toEqual(["http"]);
});

test("a name that only the path tells does not lead to an operation", () => {
  const moved = fragmentOf(edited(OTHER.slice(1)));
  const kinds = drift(moved, specOf(KITES), { isNamed: false }).map(({ kind }) => kind);
  expect(kinds).toEqual(["operation"]);
});

test("an operation that the spec does not have is one difference", () => {
  expect(lines(OTHER, [])).toEqual([
    "kite.launch operation: POST /open-apis/kite/v1/kites/:kite_id/launch on the page, not in the spec: larkgen import adds it",
  ]);
});

test("each difference has its place on both sides", () => {
  const text: Edit = ["page_size: { type: int, label: 数, max: 50", "page_size: { type: string"];
  const fragment = fragmentOf(edited([text]));
  const locations = new Map([["query.page_size", pageAt("page_size")]]);
  const [difference] = drift(fragment, specOf(KITES), { locations });
  expect(difference && differenceText(difference)).toBe(
    "kite.fly query.page_size: type string on the page, int in the spec (spec/kite/kite.yaml:31:26; page.md:5)",
  );
  const [missing] = drift(fragmentOf(edited(A_FIELD)), specOf(KITES));
  expect(missing && differenceText(missing)).toBe(
    "kite.fly query.color: on the page, not in the spec (spec/kite/kite.yaml:30:5; page.md:3)",
  );
});

test("differences come in the order of the spec's keys", () => {
  const edits = one.slice(0, 3).flatMap(([, page]) => page);
  const found = lines([...edits, ["[20/s]", "[50/s]"]], []).map((line) => line.split(" ")[1]);
  expect(found).toEqual(["rateLimit:", "query.color:", "query.page_size:", "body.crew.age:"]);
});

test("where a form cannot tell a fact, its absence says nothing", () => {
  const bare = edited([
    ["    scopes: [kite:fly]\n", ""],
    ["    rateLimit: [20/s]\n", ""],
  ]);
  const silence = new Set(["scopes", "rateLimit"] as const);
  expect(drift(fragmentOf(bare), specOf(KITES), { silence })).toEqual([]);
  expect(drift(fragmentOf(bare), specOf(KITES))).toHaveLength(2);
  const other = fragmentOf(edited([["[kite:fly]", "[kite:see]"]]));
  expect(drift(other, specOf(KITES), { silence })).toHaveLength(2);
});
