import type { Operation } from "../../model/model.js";
import { camelCase, kebabCase } from "../../model/names.js";
import { md, mdCode } from "../markdown.js";

/** What every page says of an operation. */
export function common({ label, service, resource, method, version, http }: Operation) {
  const way = [
    service,
    ...(version === 1 ? [] : [`v${version}`]),
    camelCase(resource),
    method,
  ].join(".");
  return {
    label: md(label),
    way: mdCode(way),
    anchor: `${kebabCase(method)}${version === 1 ? "" : `-v${version}`}`,
    http: mdCode(`${http.method} ${http.path}`),
  };
}

export function titleText({
  label,
  doc,
}: {
  readonly label?: string | undefined;
  readonly doc?: string | undefined;
}): string {
  return [label, doc].flatMap((text) => (text === undefined ? [] : [md(text)])).join(": ");
}
