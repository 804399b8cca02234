import { get, post, toy, type Case } from "./spec.js";

/** What cannot be read, or says a thing in a second way. */
export const loadCases: readonly Case[] = [
  [
    toy("doc: a: b\n"),
    'toy/thing.yaml:4:6 yaml-syntax: this is not valid YAML: there is a second ": " in this line: put the text in quotes',
  ],
  [toy("operations:\n\tget: {}\n"), "toy/thing.yaml:5:1 tab: a tab cannot indent YAML: use spaces"],
  [
    toy("---\nlabel: 二\n"),
    "toy/thing.yaml:4:1 second-document: a file holds one document: remove this line, or split the file",
  ],
  [
    toy("label: 再\n"),
    'toy/thing.yaml:4:1 duplicate-key: "label" already stands in line 3: remove or rename one of the two',
  ],
  [toy("doc:\n"), 'toy/thing.yaml:4:1 null: "doc" has no value: write one, or remove the key'],
  [
    toy("doc: &a text\n"),
    "toy/thing.yaml:4:6 anchor: anchors are not part of the spec: write the value out where it is used",
  ],
  [
    toy("doc: *a\n"),
    "toy/thing.yaml:4:6 alias: aliases are not part of the spec: write the value out",
  ],
  [
    toy("<<: { doc: text }\n"),
    "toy/thing.yaml:4:1 merge-key: merge keys are not part of the spec: write the keys out",
  ],
  [
    toy("doc: !!str text\n"),
    'toy/thing.yaml:4:6 tag: tags are not part of the spec: remove "!!str"',
  ],
  [
    toy("true: text\n"),
    "toy/thing.yaml:4:1 key-not-text: this key reads as a boolean, not as text: put it in quotes",
  ],
  [
    toy(post("body: { id: { type: string, example: 6986199832494934316 } }")),
    "toy/thing.yaml:9:42 lost-digits: 6986199832494934316 loses digits as a number: put it in quotes, as a string",
  ],
  [
    toy(post("body: { id: { type: string, example: 010 } }")),
    "toy/thing.yaml:9:42 lost-digits: 010 loses digits as a number: put it in quotes, as a string",
  ],
  [
    toy(get("response: { a: { type: any } }"), {
      "toy/examples/thing.get.response.json": '{ "data": { "a": 6986199832494934316 } }',
    }),
    "toy/examples/thing.get.response.json:1:18 lost-digits: 6986199832494934316 loses digits as a number: put it in quotes, as a string",
  ],
  [
    toy(post("body: { __proto__: { type: string } }")),
    "toy/thing.yaml:9:13 wire-name: __proto__ cannot be a field's name on the wire: it means an object's prototype",
  ],
  [
    toy(post('body: { "a\\nb": { type: string } }')),
    'toy/thing.yaml:9:13 wire-name: "a\\nb" cannot be a field\'s name on the wire: it has a control character',
  ],
  [
    toy("doc: caf\uFFFD\n"),
    "toy/thing.yaml:4:9 not-utf8: this is not UTF-8 text: save the file as UTF-8",
  ],
  [
    toy("#".repeat(5 * 1024 * 1024)),
    "toy/thing.yaml:1:1 file-too-large: this file has 5.0 MiB; the limit is 4 MiB: split it",
  ],
  [
    toy("doc: " + "[".repeat(100) + "]".repeat(100) + "\n"),
    "toy/thing.yaml:4:70 too-deep: this is nested more than 64 levels deep: give the inner parts a name",
  ],
  [
    toy(get(), { "toy/examples/thing.get.response.json": '{\n  "code": 0,\n}\n' }),
    "toy/examples/thing.get.response.json:3:1 example-syntax: this example is not valid JSON: expected double-quoted property name",
  ],
];
