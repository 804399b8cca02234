import { expect, test } from "vitest";
import { Matching, type Marks } from "../../generator/import/match.js";
import { specOf } from "./drift/kites.js";

const KITE = "POST /open-apis/kite/v1/kites";
const SPEC = specOf(`service: { name: kite, label: 风筝, package: kites, version: 1.0.0 }
resource: kite
label: 风筝
operations:
  fly: { label: 放, http: "${KITE}/:id/fly", tokens: [tenant], see: "https://kites.test/fly", path: { id: { type: string } } }
  land: { label: 收, http: "${KITE}/:id/land", tokens: [tenant], path: { id: { type: string } } }
  cut: { label: 剪, http: "${KITE}/cut", tokens: [tenant], see: "https://kites.test/many" }
  tie: { label: 系, http: "${KITE}/tie", tokens: [tenant], see: "https://kites.test/many" }
`);

const NEW = `${KITE}/:id/new`;
const marks = (given: Partial<Marks>): Marks => ({
  http: NEW,
  see: undefined,
  name: undefined,
  ...given,
});

const found: readonly (readonly [what: string, given: Partial<Marks>, id: string | undefined])[] = [
  ["its address", { http: `${KITE}/:kite_id/fly`, name: "kite.land" }, "kite.fly"],
  ["its page", { see: "https://kites.test/fly", name: "kite.land" }, "kite.fly"],
  ["its name", { name: "kite.land" }, "kite.land"],
  ["its name, as one of both has no link", { name: "kite.fly" }, "kite.fly"],
  ["nothing: another page", { name: "kite.fly", see: "https://kites.test/new" }, undefined],
  ["nothing: a page about several", { see: "https://kites.test/many" }, undefined],
  ["nothing: no name", {}, undefined],
];

test.each(found)("an operation is known by %s", (_, given, id) => {
  expect(new Matching(SPEC).operationOf(marks(given))?.id).toBe(id);
});

test.each([{ see: "https://kites.test/fly" }, { name: "kite.fly" }])(
  "an operation at whose address another page stands has not moved: %j",
  (given) => {
    const matching = new Matching(SPEC, [`${KITE}/:x/fly`, NEW]);
    expect(matching.operationOf(marks(given))).toBeUndefined();
  },
);

test("an operation moves once", () => {
  const matching = new Matching(SPEC);
  expect(matching.operationOf(marks({ name: "kite.land" }))?.id).toBe("kite.land");
  const again = marks({ http: `${KITE}/newer`, name: "kite.land" });
  expect(matching.operationOf(again)).toBeUndefined();
});

test("an empty spec has no operations", () => {
  expect(new Matching(undefined).operationOf(marks({ name: "kite.fly" }))).toBeUndefined();
});
