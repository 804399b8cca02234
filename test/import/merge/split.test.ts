import { parse } from "yaml";
import { expect, test } from "vitest";
import type { Endpoint, Field } from "../../../generator/import/endpoint.js";
import { fragmentsOf, readBefore } from "../../../generator/import/import.js";
import { merge } from "../../../generator/import/merge/merge.js";
import { endpoint, field, int, object, options, text, toySpec } from "../spec/build.js";

const GET = "GET /open-apis/toy/v1/kites/:id";
const LIST = "GET /open-apis/toy/v1/kites";

/** Two operations with one type and one enum, of which people know more than the pages say. */
const SPEC = `types:
  Kite:
    label: 风筝
    doc: What flies.
    fields:
      name: { type: string, doc: As it is painted on., always: true }
      size: { type: int }
      weight: { type: int, extra: seen in replies }
enums:
  State: { label: 状态, values: { Torn: { value: 1, label: 破, doc: Ours. }, Whole: { value: 2, label: 好 } } }
resource: kite
label: 风筝
operations:
  get: { label: 获取, http: ${GET}, tokens: [tenant], effect: read, path: { id: { type: string } }, response: { kite: { type: Kite }, state: { type: State, label: 状态 } } }
  list: { label: 列表, http: ${LIST}, tokens: [tenant], effect: read, response: { kite: { type: Kite }, state: { type: State, label: 状态 } } }
`;

const NAME = text("name");
const SIZE = int("size");
const STATES = "1=破 2=好";

const page = (http: string, kite: readonly Field[], states = STATES): Endpoint =>
  endpoint(http, {
    response: [
      field("kite", object("kite", ...kite)),
      int("state", { label: "状态", options: options(states) }),
    ],
  });

function mergedInto(spec: string, pages: readonly Endpoint[]) {
  const before = readBefore(toySpec(spec));
  const { fragments } = fragmentsOf(pages, before.spec, { prose: false });
  const { files, notes, diagnostics } = merge(before, fragments);
  const text = files.find(({ path }) => path === "toy.yaml")?.text.replace(/^service: .*\n/u, "");
  return { text, notes, diagnostics };
}

function imported(...pages: readonly Endpoint[]) {
  const { text = SPEC, notes, diagnostics } = mergedInto(SPEC, pages);
  // Whatever happened: the same pages once more have nothing to add.
  expect(mergedInto(text, pages).text).toBeUndefined();
  const { types, enums, operations } = parse(text);
  const usedBy = (id: string) => [
    operations[id].response.kite.type,
    operations[id].response.state.type,
  ];
  return {
    types,
    enums,
    get: usedBy("get"),
    list: usedBy("list"),
    notes: notes.filter((line) => line.includes("takes its place")),
    warnings: diagnostics.map(({ message }) => message.split(":")[0]),
  };
}

const { types: TYPES, enums: ENUMS } = parse(SPEC);
const AS_IT_WAS = { types: TYPES, enums: ENUMS, get: ["Kite", "State"], list: ["Kite", "State"] };

test.each([
  ["alone", [page(GET, [NAME])]],
  ["with the others", [page(GET, [NAME]), page(LIST, [NAME, SIZE])]],
])("a field that one page lost stays in a shared type, with a warning (%s)", (_, pages) => {
  expect(imported(...pages)).toEqual({
    ...AS_IT_WAS,
    notes: [],
    warnings: ["the page of kite.get does not have Kite.size"],
  });
});

test("a field that all pages lost stays, with one warning", () => {
  expect(imported(page(GET, [NAME]), page(LIST, [NAME]))).toEqual({
    ...AS_IT_WAS,
    notes: [],
    warnings: ["the page of kite.get, kite.list does not have Kite.size"],
  });
});

test("a value that one page lost stays in a shared enum, with a warning", () => {
  expect(imported(page(GET, [NAME, SIZE], "1=破"))).toEqual({
    ...AS_IT_WAS,
    notes: [],
    warnings: ["the page of kite.get does not list the value 2"],
  });
});

const TAIL = text("tail");
const WITH_TAIL = { ...TYPES.Kite, fields: { ...TYPES.Kite.fields, tail: { type: "string" } } };

test.each([
  ["alone", [page(GET, [NAME, SIZE, TAIL])]],
  ["first", [page(GET, [NAME, SIZE, TAIL]), page(LIST, [NAME, SIZE])]],
])("a shape that one page changed gets a type of its own, begun as a copy (%s)", (_, pages) => {
  const { types, ...rest } = imported(...pages);
  expect(types.Kite).toEqual(TYPES.Kite);
  expect(types.KiteKite ?? types.GetKiteReply).toEqual(WITH_TAIL);
  expect(rest).toMatchObject({ list: ["Kite", "State"], warnings: [] });
  expect(rest.notes).toEqual([
    `Kite is no longer what the page of kite.get says: ${rest.get[0]}, a copy, takes its place there`,
  ]);
});

test("a shape that all pages changed alike changes in its place", () => {
  const kite = [NAME, SIZE, TAIL];
  expect(imported(page(GET, kite), page(LIST, kite))).toEqual({
    ...AS_IT_WAS,
    types: { Kite: WITH_TAIL },
    notes: [],
    warnings: [],
  });
});

test("new values of one page get an enum of their own, with the names of the others", () => {
  const { enums, get, list, notes } = imported(page(GET, [NAME, SIZE], "1=破 2=好 3=丢"));
  expect(enums.State).toEqual(ENUMS.State);
  expect(list).toEqual(["Kite", "State"]);
  expect(Object.keys(enums[get[1]].values)).toEqual(["Torn", "Whole", "Value3"]);
  expect(enums[get[1]].values.Torn.doc).toBe("Ours.");
  expect(notes).toHaveLength(1);
});

test("what is left to one operation follows its page at once", () => {
  const spec = SPEC.replace("size: { type: int }", "size: { type: int, deprecated: true }");
  const deprecated = int("size", { deprecated: true });
  const pages = [page(GET, [NAME, SIZE]), page(LIST, [NAME, deprecated, TAIL])];
  const { text = "", notes } = mergedInto(spec, pages);
  const { types } = parse(text);
  expect(types.Kite.fields.size).toEqual({ type: "int" });
  expect(notes).toContain('Kite.size: the page no longer says "deprecated": removed');
  expect(mergedInto(text, pages).text).toBeUndefined();
});

test("the words of shared types and enums are the pages', when all of them have changed", () => {
  const kite = [NAME, int("size", { label: "尺寸" })];
  const states = "1=坏 2=好";
  const both = imported(page(GET, kite, states), page(LIST, kite, states));
  expect(both.types.Kite.fields.size).toEqual({ type: "int", label: "尺寸" });
  expect(both.enums.State.values.Torn).toEqual({ value: 1, label: "坏", doc: "Ours." });
  const { notes } = mergedInto(SPEC, [page(GET, kite, states), page(LIST, kite, states)]);
  expect(notes.filter((line) => !line.startsWith("kite."))).toEqual([
    'Kite.size: "label" is now 尺寸, was not there',
    'State.Torn: "label" is now 坏, was 破',
  ]);
  expect(imported(page(GET, kite, states)).enums).toEqual(ENUMS);
});

test("where pages have unlike words for what they share, a person's word for all of them stays", () => {
  const spec = SPEC.replace("label: 风筝\n    doc", "label: 飞物\n    doc")
    .replace("name: { type: string,", "name: { type: string, label: 名,")
    .replace("label: 破,", "label: 不好,");
  const [a, b] = [text("name", { label: "风筝名" }), text("name", { label: "纸鸢名" })];
  const pages = [page(GET, [a, SIZE], "1=坏 2=好"), page(LIST, [b, SIZE], "1=破 2=好")];
  const { text: after = "" } = mergedInto(spec, pages);
  const [{ types, enums }, before] = [parse(after), parse(spec)];
  expect({ types, enums }).toEqual({ types: before.types, enums: before.enums });
});

test("a page with unlike words for two uses of a type gives it neither, and takes no third away", () => {
  const use = (wire: string, label: string) =>
    field(wire, object("kite", text("name", { label }), int("size", { label: "尺寸" })));
  const both = endpoint(GET, {
    response: [use("first", "风筝名"), use("second", "纸鸢名"), use("third", "风筝名")],
  });
  const { text: fresh = "" } = mergedInto("resource: kite\n", [both]);
  expect(parse(fresh).types.Kite.fields).toEqual({
    name: { type: "string" },
    size: { type: "int", label: "尺寸" },
  });
  const ours = fresh.replace("{ type: string }", "{ type: string, label: 名 }");
  expect(mergedInto(ours, [both]).text).toBeUndefined();
});

test("a field that was known from elsewhere becomes the pages' when all of them have it", () => {
  const kite = [NAME, SIZE, int("weight", { label: "重量" })];
  const pages = [page(GET, kite), page(LIST, kite)];
  expect(imported(...pages).types.Kite.fields.weight).toEqual({ type: "int", label: "重量" });
  expect(mergedInto(SPEC, pages).notes).toContain(
    'Kite.weight: "extra" is removed, as the page has the field now',
  );
  expect(imported(page(GET, kite)).types.Kite.fields.weight.extra).toBe("seen in replies");
});
