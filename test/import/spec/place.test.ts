import { expect, test } from "vitest";
import type { Method } from "../../../generator/import/page.js";
import { placeOf, routeOf } from "../../../generator/import/spec/place.js";
import { effectOf } from "../../../generator/import/spec/effect.js";
import { itemName, singular } from "../../../generator/import/spec/singular.js";
import { endpoint, imported, knownOf, one, problems } from "./build.js";

test.each([
  ["GET /open-apis/toy/v1/kites", "toy", 1, "kite.list"],
  ["POST /open-apis/toy/v1/kites", "toy", 1, "kite.create"],
  ["GET /open-apis/toy/v1/kites/:kite_id", "toy", 1, "kite.get"],
  ["PUT /open-apis/toy/v1/kites/:kite_id", "toy", 1, "kite.update"],
  ["PATCH /open-apis/toy/v1/kites/:kite_id", "toy", 1, "kite.patch"],
  ["DELETE /open-apis/toy/v1/kites/:kite_id", "toy", 1, "kite.delete"],
  ["POST /open-apis/toy/v1/kites/:kite_id/kite_status", "toy", 1, "kite.kite_status"],
  ["POST /open-apis/toy/v1/kites/batch_get_ids", "toy", 1, "kite.batch_get_ids"],
  ["POST /open-apis/toy/v1/kites/:kite_id/tails", "toy", 1, "kite_tail.create"],
  ["DELETE /open-apis/toy/v1/kites/:kite_id/tails/:tail_id", "toy", 1, "kite_tail.delete"],
  ["GET /open-apis/toy/v1/kite_fairs/job_posts", "toy", 1, "kite_fair_job_post.list"],
  ["GET /open-apis/toy/v1/kites/", "toy", 1, "kite.list"],
  [
    "GET /open-apis/toy/v2/spreadKites/:kiteToken/valuesBatchGet",
    "toy",
    2,
    "spread_kite.values_batch_get",
  ],
  ["POST /open-apis/message/v4/send", "message", 4, "message.send"],
  ["POST /approval/openapi/v1/instances", "approval", 1, "instance.create"],
  ["GET /open-apis/v3/kites", "kites", 3, "kites.list"],
  ["GET /open-apis/toy-shop/v1/kites", "toy_shop", 1, "kite.list"],
  ["GET /:a/:b", "api", 1, "api.list"],
])("%s is named by its path", (http, service, version, id) => {
  const [method = "", path = ""] = http.split(" ");
  const route = routeOf(path);
  const { resource, action } = placeOf(method as Method, route);
  expect([route.service, route.version, `${resource}.${action}`]).toEqual([service, version, id]);
});

test.each([
  ...[
    ["talents", "talent"],
    ["agencies", "agency"],
    ["statuses", "status"],
    ["companies", "company"],
  ],
  ...[
    ["status", "status"],
    ["job_processes", "job_process"],
    ["boxes", "box"],
    ["analysis", "analysis"],
  ],
  ...[
    ["courses", "course"],
    ["media", "media"],
    ["address", "address"],
    ["keys", "key"],
  ],
  ...[
    ["user_ids", "user_id"],
    ["matches", "match"],
    ["databases", "database"],
    ["series", "series"],
  ],
])("one of %s is a %s", (plural, one) => {
  expect(singular(plural ?? "")).toBe(one);
});

test.each([
  ["user_id_list", "user_id"],
  ["emails", "email"],
  ["list", "list"],
  ["status", "status"],
])("an item of %s is a %s", (name, item) => {
  expect(itemName(name)).toBe(item);
});

test.each([
  ["GET", "delete", false, "read"],
  ["POST", "search", false, "read"],
  ["POST", "v2.batch_get", false, "read"],
  ["POST", "protect_search", false, "read"],
  ["POST", "move", true, "read"],
  ["POST", "create", false, "write"],
  ["POST", "get_or_create", false, "write"],
  ["PUT", "query", true, "write"],
  ["DELETE", "list", false, "write"],
] as const)("%s %s (paged: %s) is a %s", (method, action, isPaged, effect) => {
  expect(effectOf(method, action, isPaged)).toBe(effect);
});

test("the page's own names come before those of the path", () => {
  const identity = { resource: "kite-fair", action: "openAll" };
  const { resource, action } = one(endpoint("POST /open-apis/toy/v1/kites", {}, { identity }));
  expect([resource, action]).toEqual(["kite_fair", "open_all"]);
});

test("a later version stands in the action", () => {
  expect(one(endpoint("GET /open-apis/toy/v2/kites")).action).toBe("v2.list");
});

test("an operation of the spec keeps its place, also when its path changes", () => {
  const spec = `
resource: glider
label: 滑翔机
operations:
  fetch:
    label: 风筝
    see: https://toys.example/kite
    http: GET /open-apis/toy/v1/kites/:id
    tokens: [tenant]
    path: { id: { type: string } }
`;
  const same = endpoint("GET /open-apis/toy/v1/kites/:kite_id");
  const moved = endpoint(
    "GET /open-apis/toy/v1/gliders/:id",
    {},
    { link: "https://toys.example/kite" },
  );
  for (const page of [same, moved]) {
    const { resource, action } = one(page, knownOf(spec));
    expect([resource, action]).toEqual(["glider", "fetch"]);
  }
});

const MOVABLE = `
resource: glider
label: 滑翔机
operations:
  fetch: { label: 取, http: GET /open-apis/toy/v1/kites/:id, tokens: [tenant], path: { id: { type: string } } }
`;
const GLIDER = { identity: { resource: "glider", action: "fetch" } };

test("an operation that has moved is known by the vendor's name, where nothing stands at its place", () => {
  const moved = endpoint("GET /open-apis/toy/v1/gliders/:id", {}, GLIDER);
  const { fragments, said } = imported([moved], knownOf(MOVABLE));
  expect(fragments.map(({ resource, action }) => `${resource}.${action}`)).toEqual([
    "glider.fetch",
  ]);
  expect(said).toEqual([]);
  const { page, ...rest } = moved;
  const guessed = { ...rest, page: { ...page, identity: undefined } };
  expect(one(guessed, knownOf(MOVABLE)).action).toBe("get");
});

test("names that the package needs are not given away", () => {
  const pages = ["client", "errors", "shared"].map((name) =>
    endpoint(
      `GET /open-apis/toy/v1/${name}/:id/then`,
      {},
      {
        identity: { resource: name, action: "then" },
      },
    ),
  );
  const { fragments } = imported(pages);
  expect(fragments.map(({ resource, action }) => `${resource}.${action}`)).toEqual([
    "toy_client.then_toy_client",
    "toy_errors.then_toy_errors",
    "toy_shared.then_toy_shared",
  ]);
  expect(problems(fragments)).toEqual([]);
});

test("two operations of one name are told apart, and it is said", () => {
  const identity = { resource: "kite", action: "list" };
  const { fragments, said } = imported([
    endpoint("GET /open-apis/toy/v1/kites", {}, { identity }),
    endpoint("GET /open-apis/toy/v1/kites/flying", {}, { identity }),
    endpoint("GET /open-apis/toy/v1/fairs/:fair_id/kites", {}, { identity }),
  ]);
  expect(fragments.map(({ resource, action }) => `${resource}.${action}`)).toEqual([
    "kite.list",
    "kite.flying",
    "fair_kite.list",
  ]);
  expect(said.map((line) => line.split(":")[0])).toEqual([
    "import-named-apart",
    "import-named-apart",
  ]);
  expect(problems(fragments)).toEqual([]);
});

test("of two pages with one address the second is skipped", () => {
  const { fragments, said } = imported([
    endpoint("GET /open-apis/toy/v1/kites/:id"),
    endpoint("GET /open-apis/toy/v1/kites/:kite_id"),
  ]);
  expect(fragments).toHaveLength(1);
  expect(said).toEqual([expect.stringMatching(/^import-same-address: kite\.get /u)]);
});

test.each(["/open-apis/toy/v1/кайт", "/open-apis/toy v1", "", "kites"])(
  "no operation has the path %j",
  (path) => {
    const { fragments, said } = imported([endpoint("GET /", {}, { path })]);
    expect(fragments).toEqual([]);
    expect(said).toEqual([expect.stringMatching(/^import-no-address: /u)]);
  },
);
