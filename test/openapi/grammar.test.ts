import { expect, test } from "vitest";
import { openApi } from "../../generator/openapi/openapi.js";
import { at } from "./at.js";
import { everything } from "./models.js";

const CREATE = "paths /open-apis/toy/v1/shops/{shop_id}/toys post";
const FIELDS = `${CREATE} requestBody content application/json schema properties`;
const UPLOAD =
  "paths /open-apis/toy/v1/pictures post requestBody content multipart/form-data schema";
const TOY = "components schemas CreateToyToy";

/** One fact for every part of the grammar. */
const grammar: readonly (readonly [string, unknown])[] = [
  ["externalDocs url", "https://open.feishu.cn/document/toys"],
  ["tags 1", { name: "toy", description: "玩具\n\nThings to play with." }],
  [
    "components securitySchemes",
    { tenant: expect.anything(), user: expect.anything(), app: expect.anything() },
  ],
  [`${CREATE} security`, [{ tenant: [] }, { user: [] }]],
  [`${CREATE} x-field-scopes`, { "toy:price": ["toy.price", "made_at"] }],
  [`${CREATE} x-rate-limit`, ["1000/min", "50/s"]],
  [`${CREATE} x-idempotency`, { field: "external_id", window: "24h" }],
  // Only of the first of two templates that differ in a parameter's name.
  [
    `${CREATE} parameters 0`,
    {
      name: "shop_id",
      in: "path",
      required: true,
      description: "店铺 ID",
      schema: { type: "string", examples: ["7000000000000000001"] },
    },
  ],
  ["paths /open-apis/toy/v1/shops/{shop_id}/toys get parameters 0 name", "shop_id"],
  [
    `${CREATE} parameters 1 schema`,
    { $ref: "#/components/schemas/ToyState", default: "gone", examples: ["gone"] },
  ],
  [`${CREATE} parameters 1 required`, undefined],
  [
    `${CREATE} parameters 3 schema`,
    { type: "array", items: expect.objectContaining({ type: "integer" }) },
  ],
  [`${CREATE} parameters 4 deprecated`, true],
  [
    `${FIELDS} length`,
    {
      type: "integer",
      minimum: 1,
      maximum: 500,
      description: "线长\n\nIn metres. &lt;script>alert(1)&lt;/script> stays text.",
      examples: [30],
      "x-when": { kind: "Kite" },
      "x-required-when": { kind: "Kite" },
    },
  ],
  [`${FIELDS} colour x-when`, { kind: ["Ball", "Top"] }],
  [`${FIELDS} buyer x-required-when`, { sold: true }],
  [`${FIELDS} address x-required-when`, { buyer: "present", states: "Gone" }],
  [`${FIELDS} note x-when`, { buyer: "absent" }],
  [
    `${FIELDS} uses`,
    {
      type: "array",
      items: { $ref: "#/components/schemas/ToyUse" },
      minItems: 1,
      maxItems: 2,
      description: "用途",
    },
  ],
  [
    `${FIELDS} price`,
    { type: "string", description: "价格", examples: ["9.5"], "x-minimum": 0, "x-maximum": 100 },
  ],
  [`${FIELDS} made_at x-unit`, "ms"],
  [`${FIELDS} weight type`, "number"],
  [`${FIELDS} grid items`, { type: "array", items: { type: "string" } }],
  [`${FIELDS} names additionalProperties`, { type: "string" }],
  [`${FIELDS} extra_data`, { description: "附加" }],
  // The name on the wire, not the input's property.
  [`${FIELDS} id`, { type: "string", description: "编号" }],
  [`${FIELDS} toy_number`, undefined],
  [
    `${FIELDS} legacy`,
    { type: "string", description: "勿用", deprecated: true, "x-unusable": true },
  ],
  [
    "components schemas ToyPartInput properties name",
    { type: "string", minLength: 1, maxLength: 8, description: "名称", examples: ["轮子"] },
  ],
  [
    "components schemas ToyPartInput properties size",
    { type: "number", minimum: 0.5, maximum: 9.5, description: "大小" },
  ],
  ["components schemas ToyPartInput properties parts maxItems", 3],
  ["components schemas ToyPartInput required", ["name"]],
  ["components schemas ToyPart required", undefined],
  ["components schemas ToyKind x-enum-descriptions", ["球", "风筝\n\nNeeds wind.", "陀螺"]],
  ["components schemas ToyKind x-enum-deprecated", [3]],
  [`${TOY} required`, ["id"]],
  [`${TOY} properties states items x-extensible-enum`, ["in_shop", "gone"]],
  // The limits of a reply are told, not enforced.
  [
    `${TOY} properties count`,
    {
      type: "integer",
      minimum: Number.MIN_SAFE_INTEGER,
      maximum: Number.MAX_SAFE_INTEGER,
      description: "数量",
      "x-maximum": 10,
    },
  ],
  [
    `${TOY} properties price`,
    { type: "string", description: "价格", "x-max-length": 20, "x-minimum": 0 },
  ],
  [`${TOY} properties parts x-max-items`, 3],
  [`${TOY} properties legacy x-unusable`, true],
  [
    `${CREATE} responses 200 content application/json schema properties code x-extensible-enum`,
    [2004],
  ],
  [
    `${CREATE} responses 200 content application/json schema properties data $ref`,
    "#/components/schemas/CreateToyOutput",
  ],
  [`${CREATE} responses 400 description`, "2002 玩具不存在; 2003 玩具占用中"],
  [
    `${CREATE} responses 500 content application/json schema properties code x-enum-varnames`,
    ["ToyBroken"],
  ],
  [`${CREATE} responses 4XX`, { $ref: "#/components/responses/platform-error" }],
  [
    `${CREATE} x-errors 2`,
    { code: 2003, status: 400, name: "ToyBusy", label: "玩具占用中", advice: "Wait a minute." },
  ],
  [`${CREATE} x-errors 4`, { code: 2005, name: "ToyLost", label: "玩具丢失" }],
  ["paths /open-apis/toy/v1/toys/search post x-paging", { items: "items" }],
  ["paths /open-apis/toy/v1/toys/search post x-effect", "read"],
  ["paths /open-apis/toy/v1/toys/{toy_id} get deprecated", true],
  ["paths /open-apis/toy/v1/toys/{toy_id} delete requestBody", undefined],
  [
    "paths /open-apis/toy/v1/toys/{toy_id} delete responses 200 content application/json schema properties data",
    { type: "object" },
  ],
  [
    `${UPLOAD} properties content`,
    {
      type: "string",
      contentMediaType: "application/octet-stream",
      description: "文件",
      "x-max-bytes": 1024,
    },
  ],
  [`${UPLOAD} required`, ["content"]],
];

const toys = openApi(everything());

test.for(grammar)("every part of the grammar: %s", ([path, want]) => {
  expect(at(toys, path)).toEqual(want);
});

test("the same model gives the same text, and null is nowhere in it", () => {
  const [first, second] = [everything(), everything()].map((model) =>
    JSON.stringify(openApi(model)),
  );
  expect(first).toBe(second);
  expect(first).not.toMatch(/[:[,]null\b/u);
});

test("moving an operation does not move the components", () => {
  const model = everything();
  const resources = model.resources.map((resource) => ({
    ...resource,
    operations: resource.operations.toReversed(),
  }));
  const names = (document: object): readonly string[] =>
    Object.keys(at(document, "components schemas") ?? {});
  expect(names(openApi({ ...model, resources }))).toEqual(names(openApi(model)));
});
