import { excused, get, post, toy, type Case } from "./spec.js";

const members = (text: string): string => `enums: { E: { label: 枚举, values: { ${text} } } }\n`;
const A = "A: { value: 1, label: 甲 }";

/** A service with more in its line. */
const inService = (end: string): Record<string, string> => ({
  "toy/thing.yaml": (toy(get())["toy/thing.yaml"] ?? "").replace(" }", end),
});

/** What does not agree with itself or with the rest of the spec. */
export const rulesCases: readonly Case[] = [
  [
    toy(post("body: { a: { type: [Tring] } }")),
    "toy/thing.yaml:9:25 unknown-type: no type or enum is called Tring. Did you mean string?",
  ],
  [
    toy(post("body: { a: { type: object, fields: { b: { type: int, as: c } } } }")),
    'toy/thing.yaml:9:58 as-place: "as" renames fields of an operation\'s input: remove it here',
  ],
  [
    toy(get("errors: [Nope]")),
    'toy/thing.yaml:9:14 unknown-error: no error is called Nope. Describe it under "errors".',
  ],
  [
    toy(post("body: { a: { type: string, when: { kind: present } }, kin: { type: int } }")),
    'toy/thing.yaml:9:40 unknown-sibling: "when" names kind, but there is no field of that name beside it. Did you mean kin?',
  ],
  [
    toy(post("body: { a: { type: int, when: { e: [A, Bee] } }, e: { type: E } }") + members(A)),
    "toy/thing.yaml:9:44 unknown-member: E has no member Bee. Known: A.",
  ],
  [
    toy(post("body: { a: { type: int, when: { b: true } }, b: { type: int } }")),
    'toy/thing.yaml:9:40 wrong-condition: "when" cannot test b for true: it is no boolean, but int',
  ],
  [
    toy(post("idempotency: { field: externl_id }\nbody: { external_id: { type: string } }")),
    'toy/thing.yaml:9:27 unknown-field: "idempotency" names externl_id, which is not a field of the input. Did you mean external_id?',
  ],
  [
    toy("types: { T: { fields: {} } }\n"),
    "toy/thing.yaml:4:10 unused-type: nothing uses T: remove it, or use it",
  ],
  [toy(members(A)), "toy/thing.yaml:4:10 unused-enum: nothing uses E: remove it, or use it"],
  [
    toy(get() + get().slice(12).replace("get:", "list:")),
    "toy/thing.yaml:11:11 duplicate-operation: thing.get already has GET /open-apis/toy/v1/things: remove or correct one of the two",
  ],
  [
    toy(get().replace("get:", "v2.get:"), {
      "toy/z.yaml": "resource: thing_v2\nlabel: 物\n" + get().replace("things", "z"),
    }),
    "toy/z.yaml:4:3 duplicate-function: this operation's function would be getThingV2, like that of thing.v2.get: rename the action or the resource",
  ],
  [
    toy(get().replace("things", "things/:id")),
    'toy/thing.yaml:7:40 undeclared-path-parameter: "path" does not describe :id: add it there, or remove it here',
  ],
  [
    toy(get("path: { id: { type: string } }")),
    'toy/thing.yaml:9:13 unused-path-parameter: "id" is not in the path /open-apis/toy/v1/things: write :id there, or move the field to query or body',
  ],
  [
    toy(post("query: { id: { type: string } }\nbody: { id: { type: string } }")),
    'toy/thing.yaml:10:13 place-clash: "id" is also a query field: rename one of the two with "as"',
  ],
  [
    toy(get("body: { a: { type: string } }")),
    "toy/thing.yaml:9:5 body-not-allowed: a GET request has no body: move these fields to query",
  ],
  [
    toy(get("query: { a: { type: file } }")),
    "toy/thing.yaml:9:25 file-place: a file can only be a field of the request body",
  ],
  [
    toy(post("body: { a: { type: object } }")),
    'toy/thing.yaml:9:24 inline-fields: "object" needs "fields": write them, or name a type instead',
  ],
  [
    toy(post("body: { a: { type: string, minItems: 1 } }")),
    'toy/thing.yaml:9:32 bound-kind: "minItems" does not apply to string: remove it',
  ],
  [
    toy(post("body: { a: { type: int, min: 3, max: 2 } }")),
    'toy/thing.yaml:9:34 bounds-crossed: "min" is larger than "max": exchange or correct them',
  ],
  [
    toy(
      get(
        "query: { page_token: { type: string } }\nresponse: { page_token: { type: string }, has_more: { type: boolean } }\npaging: { items: items }",
      ),
    ),
    "toy/thing.yaml:11:5 not-pageable: a paged operation needs a list at items of the response",
  ],
  [
    toy(post("body: { e: { type: E } }") + members(A + ", B: { value: 1, label: 乙 }")),
    "toy/thing.yaml:10:75 duplicate-value: A already has the value 1: give each member its own",
  ],
  [
    toy(post("body: { e: { type: E } }") + members(A + ", B: { value: b, label: 乙 }")),
    "toy/thing.yaml:10:75 mixed-values: this differs from A: the values of an enum are all numbers or all text",
  ],
  [
    toy(
      "errors:\n  Busy: { code: 1, label: 忙, retry: always }\n  Full: { code: 1, label: 满, retry: never }\n",
    ),
    "toy/thing.yaml:6:17 duplicate-code: Busy already has the code 1: give each code one name",
  ],
  [
    toy(post("body: { a: { type: int, example: 一 } }")),
    'toy/thing.yaml:9:38 misfit: "example" does not fit: expected a whole number, got "一"',
  ],
  [
    toy(post("body: { a: { type: int } }"), {
      "toy/examples/thing.get.request.json": '{ "a": "一" }',
    }),
    'toy/examples/thing.get.request.json:1:8 example-misfit: this example does not fit at a: expected a whole number, got "一"',
  ],
  [
    toy(post("body: { a: { type: int, unusable: true } }"), {
      "toy/examples/thing.get.request.json": '{ "a": 1 }',
    }),
    "toy/examples/thing.get.request.json:1:3 example-misfit: this example does not fit at a: it is marked as not to be used",
  ],
  [
    toy(get(), { "toy/examples/thing.gt.request.json": "{}" }),
    "toy/examples/thing.gt.request.json:1:1 stray-example: no operation is called thing.gt: an example's file is called <resource>.<action>.request.json or .response.json. Did you mean thing.get?",
  ],
  [
    inService(", featured: thing.gt }"),
    "toy/thing.yaml:1:74 unknown-operation: no operation is called thing.gt. Did you mean thing.get?",
  ],
  [
    inService(", groups: [{ label: 物, resources: [thing, thng] }] }"),
    "toy/thing.yaml:1:104 unknown-resource: no resource is called thng. Did you mean thing?",
  ],
  [
    inService(", groups: [{ label: 物, resources: [thing, thing] }] }"),
    "toy/thing.yaml:1:104 grouped-twice: thing stands in a group already: leave it in one place",
  ],
  [
    toy(get() + "exceptions:\n  - { operation: thing.gt, at: response, reason: why }\n"),
    "toy/thing.yaml:10:18 unknown-operation: no operation is called thing.gt. Did you mean thing.get?",
  ],
  [
    excused("example.request.a", '{ "a": 1 }'),
    'toy/thing.yaml:11:33 unneeded-exception: nothing in an example of thing.get needs "example.request.a": remove this entry; to keep an example that you mended, say so of "example.request"',
  ],
];
