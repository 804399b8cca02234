import type { Model } from "../../model/model.js";
import { exampleCall } from "../example.js";
import { md, mdCode } from "../markdown.js";
import { callText, common, names, titleText } from "./common.js";
import { featured } from "./featured.js";

/** What the README's template shows. */
export function readme(model: Model): object {
  const { service, resources } = model;
  const shown = featured(model);
  const total = resources.flatMap(({ operations }) => operations).length;
  const count = total === 1 ? "one operation" : `${total} operations`;
  return {
    ...names(model),
    title: titleText(service),
    count: `${count} of ${md(service.label)}`,
    example: shown && {
      method: exampleCall(shown.operation, "method"),
      function: exampleCall(shown.operation, "function"),
      call: callText(shown.operation),
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
