import type { Model, Operation } from "../../model/model.js";
import { camelCase, kebabCase } from "../../model/names.js";
import { exampleCall } from "../example.js";
import { md, mdCode, mdProse } from "../markdown.js";

/** What every page says of an operation. */
export function common(operation: Operation) {
  const { method, version, http } = operation;
  return {
    title: titleText(operation),
    way: mdCode(way(operation)),
    anchor: `${kebabCase(method)}${version === 1 ? "" : `-v${version}`}`,
    http: mdCode(`${http.method} ${http.path}`),
  };
}

/** The way to an operation from the facade: `hire.talent.list`. */
export const way = ({
  service,
  version,
  resource,
  method,
}: Pick<Operation, "service" | "version" | "resource" | "method">): string =>
  [service, ...(version === 1 ? [] : [`v${version}`]), camelCase(resource), method].join(".");

/** The example of an operation as a statement that ignores the result. */
export const callText = (operation: Operation): string =>
  exampleCall(operation, "method").replace(/^const .*? = (?=await )/u, "");

/** How programs import the package and call what is in it. */
export const names = ({ service }: Model) => ({
  package: service.package,
  factory: `create${service.pascal}`,
  facade: camelCase(service.name),
});

export function titleText({
  label,
  doc,
}: {
  readonly label?: string | undefined;
  readonly doc?: string | undefined;
}): string {
  return [label && md(label), doc && mdProse(doc)].filter(Boolean).join(": ");
}
