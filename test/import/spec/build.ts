import { stringify } from "yaml";
import { compile } from "../../../generator/compile.js";
import type { Diagnostic } from "../../../generator/diagnostics/diagnostic.js";
import type { Endpoint, Facts, Field, FieldType } from "../../../generator/import/endpoint.js";
import type { Fragment } from "../../../generator/import/fragment.js";
import type { ErrorRow, Page, Part } from "../../../generator/import/page.js";
import { fragmentOf } from "../../../generator/import/spec/fragment-of.js";
import { Known } from "../../../generator/import/spec/known.js";
import { readExample } from "../../../generator/lint/example-file.js";
import { lint } from "../../../generator/lint/lint.js";
import type { Spec } from "../../../generator/lint/spec.js";
import { parse } from "../../../generator/load/parse.js";
import type { SourceFile } from "../../../generator/source.js";

/** Pages and endpoints of an invented toy shop, written down as briefly as it goes. */

const source: SourceFile = { path: "toy.md", name: "toy.md", text: "a page" };
export const at = { file: source, start: 0, end: 1 };

export const scalar = (
  name: "string" | "int" | "float" | "boolean" | "file" | "any",
): FieldType => ({
  kind: "scalar",
  name,
});
export const list = (items: FieldType): FieldType => ({ kind: "list", items });
export const map = (values: FieldType): FieldType => ({ kind: "map", values });
export const object = (name: string | undefined, ...fields: readonly Field[]): FieldType => ({
  kind: "object",
  name,
  fields,
});

export const field = (
  name: string,
  type: FieldType = scalar("string"),
  facts: Facts & { readonly required?: boolean } = {},
): Field => ({ name, type, required: false, at, ...facts });

export const text = (name: string, facts: Facts & { readonly required?: boolean } = {}) =>
  field(name, scalar("string"), facts);
export const int = (name: string, facts: Facts & { readonly required?: boolean } = {}) =>
  field(name, scalar("int"), facts);

/** `1=New 2=Used` */
export const options = (items: string) =>
  items.split(" ").map((item) => {
    const [value = "", label = ""] = item.split("=");
    return { value, label: label.replaceAll("_", " ") };
  });

export const error = (code: number, label: string, status?: number, advice = ""): ErrorRow => ({
  code,
  label,
  status,
  advice,
  at,
});

type Parts = Partial<Record<Part, readonly Field[]>>;

export function endpoint(
  http: string,
  parts: Parts = {},
  page: Partial<Page> = {},
  paging?: readonly string[],
): Endpoint {
  const [method = "GET", path = ""] = http.split(" ");
  const none = { path: [], query: [], body: [], response: [] };
  const params = [...path.matchAll(/:([a-z_]+)/gu)].map(([, name = ""]) => text(name));
  return {
    page: {
      source,
      title: "玩具",
      link: undefined,
      identity: undefined,
      // The tests write one of the five methods.
      method: method as Page["method"],
      path,
      at,
      limits: ["20/s"],
      appTypes: ["custom"],
      scopes: ["toy:toy"],
      tokens: ["tenant"],
      isMultipart: false,
      isDeprecated: false,
      rows: none,
      requestExample: undefined,
      responseExample: undefined,
      errors: [],
      ...page,
    },
    fields: { ...none, path: params, ...parts },
    paging,
  };
}

export const sample = (value: unknown) => ({ text: JSON.stringify(value), at });

export interface Imported {
  readonly fragments: readonly Fragment[];
  /** `import-left-out: …` */
  readonly said: readonly string[];
  readonly known: Known;
}

export function imported(
  endpoints: readonly Endpoint[],
  known: Known = new Known(),
  prose = false,
): Imported {
  const fragments: Fragment[] = [];
  const said: Diagnostic[] = [];
  for (const one of endpoints) {
    const { fragment, diagnostics } = fragmentOf(one, known, { prose });
    if (fragment !== undefined) fragments.push(fragment);
    said.push(...diagnostics);
  }
  return { fragments, said: said.map(({ code, message }) => `${code}: ${message}`), known };
}

export function one(endpoint: Endpoint, known?: Known, prose = false): Fragment {
  const { fragments, said } = imported([endpoint], known, prose);
  const [fragment] = fragments;
  if (fragment === undefined) throw new Error(`no fragment: ${said.join("\n")}`);
  return fragment;
}

/** What the fragments would be as spec files; later pages say the same of a shared type, or more. */
export function specOf(fragments: readonly Fragment[]): readonly SourceFile[] {
  const first = fragments[0];
  const file = (name: string, value: unknown): SourceFile => ({
    path: name,
    name,
    text: typeof value === "string" ? value : stringify(value, { aliasDuplicateObjects: false }),
  });
  const resources = new Map<string, Fragment[]>();
  for (const fragment of fragments)
    resources.set(fragment.resource, [...(resources.get(fragment.resource) ?? []), fragment]);
  const all = (key: "types" | "enums" | "errors") =>
    Object.assign({}, ...fragments.map((fragment) => fragment[key])) as object;
  return [
    file("toy/service.yaml", {
      service: { name: first?.service, label: "玩具", package: "toy-shop", version: "0.1.0" },
      types: all("types"),
      enums: all("enums"),
      errors: all("errors"),
      exceptions: fragments.flatMap(({ exceptions }) => exceptions),
    }),
    ...[...resources].map(([resource, own]) =>
      file(`toy/resources/${resource}.yaml`, {
        resource,
        label: resource,
        operations: Object.fromEntries(own.map(({ action, operation }) => [action, operation])),
      }),
    ),
    ...fragments.flatMap(({ resource, action, examples }) =>
      Object.entries(examples).map(([part, value]) =>
        file(`toy/examples/${resource}.${action}.${part}.json`, JSON.stringify(value)),
      ),
    ),
  ];
}

/** Everything the compiler has to say of the fragments as a spec. */
export function problems(fragments: readonly Fragment[]): readonly string[] {
  return compile(specOf(fragments)).diagnostics.map(
    ({ code, message, at }) => `${code}: ${message} | ${at.file.text.slice(at.start, at.end)}`,
  );
}

export function linted(files: readonly SourceFile[]): Spec {
  const isJson = ({ name }: SourceFile) => name.endsWith(".json");
  return lint(
    files.filter((file) => !isJson(file)).map(parse),
    files.filter(isJson).map(readExample),
  ).spec;
}

/** A spec written by hand. */
export const toySpec = (yaml: string): readonly SourceFile[] => [
  {
    path: "toy.yaml",
    name: "toy/toy.yaml",
    text: `service: { name: toy, label: 玩具, package: toy-shop, version: 0.1.0 }\n${yaml}`,
  },
];

/** The same, as what an import finds. */
export const knownOf = (yaml: string): Known => new Known(linted(toySpec(yaml)));
