import type { Model, ResourceModel, Service } from "../../model/model.js";
import { camelCase } from "../../model/names.js";
import { exampleCall, exampleEnums } from "../example.js";
import { md, mdCode, mdProse } from "../markdown.js";
import { limitText } from "../operation-comment.js";
import { callText, common, names, titleText, way } from "./common.js";
import { featured } from "./featured.js";

/** What the README's template shows. */
export function readme(model: Model): object {
  const { service, resources, groups } = model;
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
      id: shown.operation.id,
      way: mdCode(way(shown.operation)),
      enums: exampleEnums(shown.operation),
      functionName: shown.operation.functionName,
      subpath: shown.resource.kebab,
      inputSchema: `${shown.operation.input.inputName}Schema`,
      error: shown.operation.errors.find(({ retry }) => retry === "never")?.name ?? "",
    },
    isGrouped: groups.length > 1,
    groups: groups.map(({ label, doc, resources }, i) => ({
      anchor: `group-${i + 1}`,
      label: md(label),
      doc: doc && mdProse(doc),
      resources: resources.map((resource) => tableOf(service, resource)),
    })),
  };
}

const tableOf = (service: Service, { camel, label, doc, kebab, operations }: ResourceModel) => ({
  facade: mdCode(`${camelCase(service.name)}.${camel}`),
  label: md(label),
  doc: doc && mdProse(doc),
  kebab,
  operations: operations.map((operation) => ({
    ...common(operation),
    limits: operation.rateLimits.map((limit) => md(limitText(limit))).join("<br>"),
    scopes: operation.scopes.map(mdCode).join("<br>"),
  })),
});
