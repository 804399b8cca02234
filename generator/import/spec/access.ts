import type { OperationText } from "../../lint/grammar.js";
import type { Page } from "../page.js";
import type { Context } from "./context.js";

type Access = Pick<OperationText, "tokens" | "appTypes" | "scopes" | "rateLimit">;

const RATE = /^(?:[1-9][0-9]{0,9}\/(?:s|min)|special)$/u;

/** Who may call an operation, and how often. */
export function accessOf(context: Context, page: Page): Access {
  const { at } = page;
  // Nearly every operation takes the tenant's token. A page without a word on tokens is old, or
  // describes how to get one.
  if (page.tokens.length === 0) context.report("import-no-token", at, {});
  const tokens: Access["tokens"] = page.tokens.length === 0 ? ["tenant"] : distinct(page.tokens);
  for (const limit of page.limits.filter((text) => !RATE.test(text)))
    context.leaveOut(at, `the rate limit "${limit.slice(0, 60)}"`, "it is no count and unit");
  const appTypes = distinct(page.appTypes);
  const scopes = distinct(page.scopes.map((scope) => scope.trim()).filter(Boolean));
  const rateLimit = distinct(page.limits.filter((text) => RATE.test(text)));
  return {
    tokens,
    ...(appTypes.length > 0 ? { appTypes } : {}),
    ...(scopes.length > 0 ? { scopes } : {}),
    ...(rateLimit.length > 0 ? { rateLimit } : {}),
  };
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
