import { expect, test } from "vitest";
import type { Endpoint } from "../../../generator/import/endpoint.js";
import { fragmentsOf } from "../../../generator/import/import.js";
import { Known } from "../../../generator/import/spec/known.js";
import {
  endpoint,
  field,
  imported,
  int,
  knownOf,
  linted,
  list,
  map,
  object,
  one,
  options,
  problems,
  scalar,
  specOf,
  text,
  toySpec,
} from "./build.js";

const PUT = "PUT /open-apis/toy/v1/kites/:id";
const GET = "GET /open-apis/toy/v1/kites/:id";
const LIST = "GET /open-apis/toy/v1/kites";

test("an input and an output of the same fields share a type, which is as strict as the input", () => {
  const kite = (required: boolean) =>
    object(
      "kite",
      text("name", { required, maxLength: 5 }),
      field("tail", object("tail", int("length", { required }))),
    );
  const { fragments } = imported([
    endpoint(GET, { response: [field("kite", kite(false))] }),
    endpoint(PUT, { body: [field("kite", kite(true))], response: [field("kite", kite(false))] }),
    endpoint(LIST, { response: [field("items", list(kite(false)))] }),
  ]);
  expect(fragments.map(({ types }) => Object.keys(types))).toEqual(Array(3).fill(["Tail", "Kite"]));
  expect(fragments[2]?.types["Kite"]?.fields["name"]).toEqual({
    type: "string",
    required: true,
    maxLength: 5,
  });
  expect(problems(fragments)).toEqual([]);
});

test("inputs that are checked otherwise have types of their own", () => {
  const body = (facts: object) => ({ body: [field("kite", object("kite", int("size", facts)))] });
  const { fragments } = imported([
    endpoint(PUT, body({ required: true })),
    endpoint("POST /open-apis/toy/v1/kites", body({})),
    endpoint("POST /open-apis/toy/v1/fairs", body({ max: 3 })),
  ]);
  expect(fragments.map(({ types }) => Object.keys(types))).toEqual([
    ["Kite"],
    ["CreateKiteRequest"],
    ["FairKite"],
  ]);
  expect(problems(fragments)).toEqual([]);
});

test("shapes that clash are told apart by where they stand, never by numbers", () => {
  const name = (...names: string[]) => object("i18n", ...names.map((one) => text(one)));
  const { fragments } = imported([
    endpoint(GET, { response: [field("title", name("zh", "en"))] }),
    endpoint(LIST, { response: [field("title", name("zh"))] }),
    endpoint(PUT, {
      body: [field("fair", object("fair", field("title", name("de"))))],
      response: [field("title", name("en")), field("other", name("zh"))],
    }),
  ]);
  const names = fragments.flatMap(({ types }) => Object.keys(types));
  expect(names).toEqual(
    ["I18n", "TitleI18n", "FairI18n", "Fair", "KiteI18n", "OtherI18n"].map((x) =>
      x.replace("I18n", "I18N"),
    ),
  );
  expect(problems(fragments)).toEqual([]);
});

test("one page may hold two shapes of one type", () => {
  const fragment = one(
    endpoint(PUT, {
      body: [field("kite", object("kite", text("a")))],
      response: [
        field("kite", object("kite", text("a"), text("b"))),
        field("old", object("kite", text("b"), text("a"))),
      ],
    }),
  );
  expect(fragment.operation.response).toMatchObject({
    kite: { type: "UpdateKiteReply" },
    old: { type: "UpdateKiteReply" },
  });
  expect(problems([fragment])).toEqual([]);
});

test.each([
  ["job.manager", "JobManager"],
  ["departmentLeader", "DepartmentLeader"],
  ["kite_input", "KiteInputData"],
  ["promise", "KitePromise"],
  ["yes", "KiteYes"],
  ["error_code", "ErrorCodeData"],
  ["中文", "KiteUpdateKite"],
])("a type that the vendor calls %s is called %s", (vendor, name) => {
  const fragment = one(
    endpoint(PUT, { body: [field("kite", list(list(object(vendor, text("a")))))] }),
  );
  expect(Object.keys(fragment.types)).toEqual([name]);
  expect(problems([fragment])).toEqual([]);
});

const SPEC = `
types:
  Fabric: { fields: { colour: { type: string }, origin: { type: string, extra: we know it } } }
  Cord: { label: 线, fields: { length: { type: int, doc: In metres. } } }
enums:
  Shape: { label: 形状, values: { Flat: { value: 1, label: 平 }, Round: { value: 2, label: 圆 } } }
resource: kite
label: 风筝
operations:
  get:
    label: 获取
    http: ${GET}
    tokens: [tenant]
    path: { id: { type: string } }
    response:
      cloth: { type: Fabric }
      cord: { type: [Cord] }
      shape: { type: Shape }
      frame: { type: object, fields: { wood: { type: string } } }
  list:
    label: 列表
    http: ${LIST}
    tokens: [tenant]
    response:
      cord: { type: Cord }
`;

const again = (...colours: string[]): Endpoint =>
  endpoint(GET, {
    response: [
      field("cloth", object("kite_cloth", ...colours.map((name) => text(name)))),
      field("cord", list(object("line", int("length", { label: "长度" })))),
      int("shape", { options: options("1=平面 2=圆形") }),
      field("frame", object("kite_frame", text("wood"))),
    ],
  });

test("what the spec names at a place keeps that name", () => {
  const fragment = one(again("colour"), knownOf(SPEC));
  expect(fragment.operation.response).toEqual({
    cloth: { type: "Fabric" },
    cord: { type: ["Cord"] },
    shape: { type: "Shape" },
    frame: { type: "object", fields: { wood: { type: "string" } } },
  });
  expect(fragment.types).toEqual({
    Fabric: { fields: { colour: { type: "string" } } },
    Cord: { label: "线", fields: { length: { type: "int", label: "长度" } } },
  });
  expect(Object.keys(fragment.enums["Shape"]?.values ?? {})).toEqual(["Flat", "Round"]);
});

test("what a page leaves open stays as a person found it out", () => {
  const page = endpoint(GET, {
    response: [
      field("cloth", scalar("any")),
      field("cord", list(scalar("any"))),
      int("shape"),
      field("frame", scalar("any")),
    ],
  });
  expect(one(page, knownOf(SPEC)).operation.response).toEqual({
    cloth: { type: "Fabric" },
    cord: { type: ["Cord"] },
    shape: { type: "Shape" },
    frame: { type: "object", fields: { wood: { type: "string" } } },
  });
});

test("a type that only this operation uses changes with its page", () => {
  const fragment = one(again("colour", "weight"), knownOf(SPEC));
  expect(Object.keys(fragment.types["Fabric"]?.fields ?? {})).toEqual(["colour", "weight"]);
});

test("a type that others use as well stays, unless their pages say the same", () => {
  const longer = list(object("line", int("length"), int("width")));
  const get = endpoint(GET, { response: [field("cord", longer)] });
  const other = endpoint(LIST, {
    response: [field("cord", object("line", int("length"), int("width")))],
  });
  expect(one(get, knownOf(SPEC)).operation.response).toEqual({ cord: { type: ["Line"] } });

  const { fragments } = fragmentsOf([get, other], linted(toySpec(SPEC)), { prose: false });
  expect(fragments.map(({ types }) => Object.keys(types))).toEqual([["Cord"], ["Cord"]]);
});

test("a type that holds itself keeps doing so", () => {
  const known = knownOf(`
types: { Part: { fields: { name: { type: string }, parts: { type: [Part] } } } }
resource: kite
label: 风筝
operations:
  get: { label: 获取, http: "${GET}", tokens: [tenant], path: { id: { type: string } }, response: { root: { type: Part } } }
`);
  const inner = object("part", text("name"));
  const page = endpoint(GET, {
    response: [field("root", object("part", text("name"), field("parts", list(inner))))],
  });
  const fragment = one(page, known);
  expect(fragment.types).toEqual({
    Part: { fields: { name: { type: "string" }, parts: { type: ["Part"] } } },
  });
});

test("reading the same pages again changes nothing", () => {
  const pages = [
    endpoint(GET, { response: [field("kite", object("kite", text("name", { label: "名" })))] }),
    endpoint(LIST, {
      response: [field("items", list(object("kite", text("name", { label: "名称" }))))],
    }),
    endpoint(PUT, {
      body: [field("kite", object("kite", int("name")))],
      response: [int("state", { options: options("1=a 2=b") })],
    }),
  ];
  const first = imported(pages);
  const alone = pages.map((page) => one(page, new Known(linted(specOf(first.fragments)))));
  expect(alone).toEqual(first.fragments);
});

/** Deterministic noise; every number is as good as another. */
function* noise(seed: number): Generator<number, never> {
  for (let state = seed; ; state = (state * 48271) % 2147483647) yield state;
}

test.each(Array.from({ length: 12 }, (_, i) => i + 1))(
  "pages of any shapes fit together (%i)",
  (seed) => {
    const source = noise(seed * 7919);
    const pick = (below: number) => source.next().value % below;
    const names = ["kite", "tail", "i18n", "kite_tail", "item", "type", "user_input"];
    const name = () => names[pick(names.length)] ?? "";
    const fieldsOf = (depth: number) =>
      [...new Set(Array.from({ length: 1 + pick(4) }, name))].map((wire) => {
        const facts = { required: pick(2) === 0 };
        const kind = pick(depth > 3 ? 3 : 6);
        if (kind < 2) return text(wire, facts);
        if (kind === 2)
          return int(wire, { ...facts, options: options(pick(2) ? "1=New 2=Old" : "1=新 3=旧") });
        const inner = object(pick(3) === 0 ? undefined : name(), ...fieldsOf(depth + 1));
        const types = [inner, list(inner), list(list(inner)), map(inner)];
        return field(wire, types[pick(4)] ?? inner, facts);
      });
    const pages = Array.from({ length: 6 }, (_, i) =>
      endpoint(
        `PUT /open-apis/toy/v1/${["kites", "tails", "fairs"][i % 3]}/:id${i < 3 ? "" : "/move"}`,
        {
          body: fieldsOf(0),
          response: fieldsOf(0),
        },
      ),
    );
    const { fragments } = imported(pages);
    expect(problems(fragments)).toEqual([]);
    expect(
      fragments
        .flatMap(({ types }) => Object.keys(types))
        .filter((type) => /[02-79]|1(?!8)/u.test(type)),
    ).toEqual([]);
  },
);

test("maps keep the enum of their values", () => {
  const fragment = one(
    endpoint(PUT, {
      body: [field("states", map(scalar("int")), { options: options("1=New 2=Used") })],
    }),
  );
  expect(fragment.operation.body).toEqual({ states: { type: { map: "KiteState" } } });
});
