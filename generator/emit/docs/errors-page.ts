import type { ErrorModel, Model } from "../../model/model.js";
import { md, mdCode, mdProse } from "../markdown.js";

/** What the page of all error codes shows. */
export function errorsPage({ service, errors, platformErrors }: Model): object {
  return {
    label: md(service.label),
    errors: errors.map(errorRow),
    platformErrors: platformErrors.map(errorRow),
  };
}

const RETRY = { always: "yes", never: "no", ifIdempotent: "reads, and writes with their key" };

export const errorRow = ({ code, name, label, status, advice, retry, kind }: ErrorModel) => ({
  code: mdCode(String(code)),
  name: mdCode(name),
  label: md(label),
  status: status ?? "",
  advice: advice && mdProse(advice),
  retry: kind === "token" ? "once, with another token" : RETRY[retry],
});
