import { get, post, SERVICE, toy, type Case } from "./spec.js";

const members = (text: string): string => `enums: { E: { label: 枚举, values: { ${text} } } }\n`;
const A = "A: { value: 1, label: 甲 }";

/** What the grammar does not know, and names. */
export const grammarCases: readonly Case[] = [
  [
    toy("lable: 物\n"),
    'toy/thing.yaml:4:1 unknown-key: "lable" is not a key of a spec file. Did you mean label?',
  ],
  [
    toy(post("body: { id: { label: 号 } }")),
    'toy/thing.yaml:9:13 missing-key: the field id needs the key "type"',
  ],
  [
    toy(post("body: { id: { type: string, required: yes please } }")),
    'toy/thing.yaml:9:43 wrong-kind: "required" must be true or false, not "yes please": write true',
  ],
  [
    toy(post("effect: wrte")),
    'toy/thing.yaml:9:13 not-listed: "effect" must be read or write, not "wrte". Did you mean write?',
  ],
  [
    toy(post("rateLimit: [20/h]")),
    'toy/thing.yaml:9:17 bad-value: "rateLimit" must be a count and a unit (20/s, 1000/min), or special',
  ],
  [
    toy("types: { A-b: { fields: {} } }\n"),
    'toy/thing.yaml:4:10 bad-name: "A-b" cannot be a name here: a name starts with a capital and has letters and digits only',
  ],
  [
    toy("types: { Yes: { fields: {} } }\n"),
    "toy/thing.yaml:4:10 reads-as-boolean: Yes reads as a boolean in other YAML tools: choose a longer name",
  ],
  [
    toy(post("body: { a: { type: string, as: yes } }")),
    'toy/thing.yaml:9:36 bad-value: "as" must be a property name that does not read as a boolean',
  ],
  [
    toy(post("body: { e: { type: E } }") + members(A) + "types: { E: { fields: {} } }\n"),
    "toy/thing.yaml:11:10 name-taken: E already names an enum in toy/thing.yaml: choose another name",
  ],
  [
    toy(
      get("response: { e: { type: GetThingOutput } }") +
        "types: { GetThingOutput: { fields: {} } }\n",
    ),
    "toy/thing.yaml:5:3 name-taken: GetThingOutput already names the type GetThingOutput: choose another name",
  ],
  [
    toy(post("body: { c: { type: Client } }") + "types: { Client: { fields: {} } }\n"),
    "toy/thing.yaml:10:10 reserved-name: Client is reserved for an export of the package: choose another name",
  ],
  [
    { "toy/thing.yaml": `${SERVICE}resource: errors\nlabel: 错\n` },
    "toy/thing.yaml:2:11 reserved-name: errors is reserved for a subpath of the package: choose another name",
  ],
  [
    { "toy/thing.yaml": `${SERVICE}resource: production\nlabel: 产\n` },
    "toy/thing.yaml:2:11 reserved-name: production is reserved for a page of the documentation: choose another name",
  ],
  [
    toy(get().replace("get:", "then:")),
    "toy/thing.yaml:5:3 reserved-name: then is reserved for JavaScript itself: choose another name",
  ],
  [
    toy(post("body: { 中: { type: object, fields: { a: { type: int } } } }")),
    'toy/thing.yaml:9:13 unnameable-type: no type name can be made from "中": give the type a name under "types"',
  ],
  [
    { "toy/a.yaml": "resource: a\nlabel: 甲\n" },
    'toy/a.yaml:1:1 no-service: no file of the spec says which service it is: add service.yaml with "service:"',
  ],
  [
    toy("", { "toy/z.yaml": SERVICE }),
    "toy/z.yaml:1:1 second-service: the spec already has a service in toy/thing.yaml: keep one",
  ],
  [
    toy("", { "toy/z.yaml": "resource: thing\nlabel: 物\n" }),
    'toy/z.yaml:1:11 second-resource: "thing" is already described in toy/thing.yaml: join the two files',
  ],
  [
    toy("", { "toy/z.yaml": get() }),
    'toy/z.yaml:1:1 no-resource: "operations" needs a "resource" in the same file',
  ],
];
