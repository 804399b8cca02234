import { compile } from "../../../generator/compile.js";
import type { Fragment } from "../../../generator/import/fragment.js";
import { merge, type Merged } from "../../../generator/import/merge/merge.js";
import { lint } from "../../../generator/lint/lint.js";
import { readExample } from "../../../generator/lint/example-file.js";
import { parse } from "../../../generator/load/parse.js";
import type { SourceFile } from "../../../generator/source.js";

/** Files of a spec, by path inside its folder. */
export type Texts = Readonly<Record<string, string>>;

export const sources = (texts: Texts): readonly SourceFile[] =>
  Object.entries(texts).map(([path, text]) => ({
    path: `spec/toy/${path}`,
    name: `toy/${path}`,
    text,
  }));

type More = Partial<Omit<Fragment, "operation">> & {
  readonly operation?: Partial<Fragment["operation"]>;
};

/** A fragment of a page that says little; each test adds what it is about. */
export function fragment(id: string, { operation, ...rest }: More = {}): Fragment {
  const dot = id.indexOf(".");
  const [resource, action] = [id.slice(0, dot), id.slice(dot + 1)];
  return {
    service: "toy",
    resource,
    action,
    types: {},
    enums: {},
    errors: {},
    splits: {},
    examples: {},
    exceptions: [],
    at: { file: { path: "page.md", name: "page.md", text: "" }, start: 0, end: 0 },
    ...rest,
    operation: {
      label: id,
      http: `POST /open-apis/toy/v1/${resource}s/${action}`,
      tokens: ["tenant"],
      effect: "write",
      ...operation,
    },
  };
}

export function mergeInto(texts: Texts, ...fragments: readonly Fragment[]): Merged {
  const files = sources(texts);
  const parsed = files.filter(({ name }) => !name.endsWith(".json")).map(parse);
  const examples = files.filter(({ name }) => name.endsWith(".json")).map(readExample);
  return merge({ files, parsed, spec: lint(parsed, examples).spec }, fragments);
}

/** All files as they are after merging. */
export const after = (texts: Texts, { files }: Merged): Texts => ({
  ...texts,
  ...Object.fromEntries(files.map(({ path, text }) => [path, text])),
});

export const merged = (texts: Texts, ...fragments: readonly Fragment[]): Texts =>
  after(texts, mergeInto(texts, ...fragments));

/** What the linter says of it, a line each. */
export const problems = (texts: Texts): readonly string[] =>
  compile(sources(texts)).diagnostics.map(
    ({ at, code, message }) => `${at.file.name} ${code}: ${message}`,
  );
