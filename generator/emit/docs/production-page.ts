import type { Model, Operation } from "../../model/model.js";
import { access, literal } from "../escape.js";
import { exampleCall, exampleEnums, exampleInput } from "../example.js";
import { md, mdCode } from "../markdown.js";
import { callText, names, way } from "./common.js";
import { featured, isKeyed, operations } from "./featured.js";

/** What the guide for running the package in production shows. */
export function productionPage(model: Model): object {
  const all = operations(model).map(({ operation }) => operation);
  const shown = featured(model)?.operation;
  const paged = all.find(({ paging }) => paging !== undefined);
  const upload = all.find(({ content }) => content === "multipart");
  const faults = model.errors.filter(({ retry }) => retry === "ifIdempotent");
  return {
    ...names(model),
    faults: faults.map(({ name }) => mdCode(name)).join(", "),
    example: shown && exampleOf(shown),
    bulk: shown && isKeyed(shown) && importOf(shown),
    paged: paged && { call: pagedCall(paged), enums: exampleEnums(paged) },
    upload: upload && { call: uploadCall(upload), enums: exampleEnums(upload) },
  };
}

const exampleOf = (operation: Operation) => ({
  way: way(operation),
  call: callText(operation),
  enums: exampleEnums(operation),
  id: literal(operation.id),
  key: operation.idempotency && mdCode(operation.idempotency.field.property),
});

/** What the program that imports a file needs to know of the operation it calls. */
function importOf({ idempotency, ...operation }: Operation) {
  const { property = "" } = idempotency?.field ?? {};
  const message = (text: string) => unticked(literal(`${property} ${text}`));
  return {
    way: way(operation),
    input: operation.input.inputName,
    keyName: mdCode(property),
    key: unticked(`input${access(property)}`),
    missing: message("is missing: a repeat would not be recognised"),
    repeated: message("is that of an earlier line"),
    window: idempotency?.window && md(idempotency.window),
  };
}

/** The call that goes on from a page. */
function pagedCall(operation: Operation): string {
  const [input = ""] = exampleInput(operation);
  const rest = unticked(input).replace(/^\{|\s*\}$/gu, "");
  return `${way(operation)}({ ${rest} page_token })`;
}

/** The call that sends `file`. */
const uploadCall = (operation: Operation): string =>
  exampleCall(operation, "method").replaceAll('new Blob(["…"])', "file");

/** No text can end the fence that it stands in. */
const unticked = (code: string): string => code.replaceAll("`", "\\u0060");
