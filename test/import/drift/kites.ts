import { readExample } from "../../../generator/lint/example-file.js";
import { lint } from "../../../generator/lint/lint.js";
import type { Spec } from "../../../generator/lint/spec.js";
import { parse } from "../../../generator/load/parse.js";
import type { Fragment } from "../../../generator/import/fragment.js";

/** What both sides say before one of them is edited. */
export const KITES = `service: { name: kite, label: 风筝, package: kites, version: 1.0.0 }
resource: kite
label: 风筝
enums:
  Wind:
    label: 风力
    values:
      Calm: { value: 1, label: 静 }
      Fresh: { value: 2, label: 劲 }
types:
  Tail:
    label: 尾巴
    fields:
      length: { type: int, label: 长度 }
      bows: { type: [Tail], label: 结 }
errors:
  NoKite: { code: 4001, status: 404, label: 没有, retry: never }
  NoWind: { code: 4002, status: 400, label: 无风, retry: never }
operations:
  fly:
    label: 放
    http: POST /open-apis/kite/v1/kites/:kite_id/fly
    tokens: [tenant]
    appTypes: [custom]
    scopes: [kite:fly]
    fieldScopes: { kite:tail: [tail] }
    rateLimit: [20/s]
    path:
      kite_id: { type: string, label: 号 }
    query:
      page_size: { type: int, label: 数, max: 50 }
      page_token: { type: string, label: 记 }
    body:
      wind: { type: Wind, label: 风力, required: true }
      height: { type: int, label: 高, when: { wind: Fresh } }
      crew: { type: "[object]", label: 人, fields: { name: { type: string, label: 名 } } }
    response:
      tail: { type: Tail, label: 尾 }
      knots: { type: { map: Tail }, label: 结 }
      days: { type: [string], label: 日 }
      page_token: { type: string, label: 记 }
      has_more: { type: boolean, label: 多 }
    paging: { items: days }
    errors: [NoKite, NoWind]
`.replace('"[object]"', "[object]");

/** A text in place of another, which must be there. */
export type Edit = readonly [from: string, to: string];

export const edited = (edits: readonly Edit[]): string =>
  edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`no ${from} to edit`);
    return text.replace(from, () => to);
  }, KITES);

/** A spec that stands in memory, and has no errors. */
export function specOf(text: string, more: Readonly<Record<string, string>> = {}): Spec {
  const files = Object.entries({ "kite/kite.yaml": text, ...more });
  const sources = files.map(([name, text]) => ({ path: `spec/${name}`, name, text }));
  const { spec, diagnostics } = lint(sources.map(parse), [].map(readExample));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return spec;
}

const PAGE = { path: "page.md", name: "page.md", text: "# 放\n\nPOST\n\n| page_size |\n" };
export const pageAt = (text: string) => {
  const start = PAGE.text.indexOf(text);
  return { file: PAGE, start, end: start + text.length };
};

/** A page's part of a spec, written as the spec would have it. */
export function fragmentOf(text: string): Fragment {
  const { service, types, enums, errors, resources } = specOf(text);
  const [resource] = resources.values();
  const [operation] = resource?.operations ?? [];
  if (operation === undefined) throw new Error("no operation");
  const values = <T>(entries: ReadonlyMap<string, { readonly value: T }>) =>
    Object.fromEntries([...entries].map(([name, { value }]) => [name, value]));
  return {
    service: service?.name ?? "",
    resource: operation.resource,
    action: operation.name,
    operation: operation.value,
    types: values(types),
    enums: values(enums),
    errors: values(errors),
    splits: {},
    examples: {},
    exceptions: [],
    at: pageAt("POST"),
  };
}
