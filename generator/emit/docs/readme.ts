import type { Model } from "../../model/model.js";
import { camelCase } from "../../model/names.js";
import { exampleCall } from "../example.js";
import { md, mdCode } from "../markdown.js";
import { common, titleText } from "./common.js";

/** What the README's template shows. */
export function readme({ service, resources }: Model): object {
  const all = resources.flatMap((resource) =>
    resource.operations.map((operation) => ({ resource, operation })),
  );
  const shown = all.find(({ operation }) => operation.effect === "write") ?? all[0];
  const count = all.length === 1 ? "one operation" : `${all.length} operations`;
  return {
    package: service.package,
    title: titleText(service),
    count: `${count} of ${md(service.label)}`,
    factory: `create${service.pascal}`,
    facade: camelCase(service.name),
    example: shown && {
      method: exampleCall(shown.operation, "method"),
      function: exampleCall(shown.operation, "function"),
      call: exampleCall(shown.operation, "method").replace(/^const .*? = (?=await )/u, ""),
      functionName: shown.operation.functionName,
      subpath: shown.resource.kebab,
      inputSchema: `${shown.operation.input.inputName}Schema`,
      error: shown.operation.errors.find(({ retry }) => retry === "never")?.name ?? "",
    },
    resources: resources.map(({ label, doc, kebab, operations }) => ({
      label: md(label),
      doc: doc === undefined ? "" : md(doc),
      kebab,
      operations: operations.map((operation) => ({
        ...common(operation),
        limits: operation.rateLimits.map(md).join("<br>"),
        scopes: operation.scopes.map(mdCode).join("<br>"),
      })),
    })),
  };
}
