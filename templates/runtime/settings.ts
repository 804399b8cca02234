import { demand } from "./demand.js";

/**
 * How closely values are checked. `documented` holds inputs to what the vendor's page says, and
 * reports differences in replies; `strict` also refuses fields that do not apply and unknown keys,
 * and throws for replies too; `off` checks nothing.
 */
export type Level = "documented" | "strict" | "off";

/** One level for both directions, or one for each; what is left out keeps its default. */
export type Validate =
  Level | { readonly input?: Level | undefined; readonly output?: Level | undefined };

/** What client and call may both choose. */
export interface Choices {
  /**
   * Milliseconds an attempt may take, reading the reply included, waiting for a token or for its
   * turn not. 30 000 by default; `Infinity` means no end.
   */
  readonly timeout?: number | undefined;
  /**
   * How many more attempts a call may make, where that cannot apply it twice: 2 by default, 0 for
   * none.
   */
  readonly retries?: number | undefined;
  /**
   * Milliseconds a call may spend waiting between its attempts, all in all; 60 000 by default. When
   * the next wait would be longer, the call fails at once.
   */
  readonly maxWait?: number | undefined;
  /**
   * Further error codes after which to try again: refusals that pass, such as a conflict with
   * another change. None by default.
   */
  readonly retryOn?: readonly number[] | undefined;
  /** For store apps: the tenant to call for. */
  readonly tenantKey?: string | undefined;
  /** Inputs are checked as documented by default; replies too when `hooks.onUnexpected` is given. */
  readonly validate?: Validate | undefined;
}

/** The choices, settled. */
export interface Settings {
  readonly timeout: number;
  readonly retries: number;
  readonly maxWait: number;
  readonly retryOn: readonly number[];
  readonly tenantKey: string | undefined;
  readonly input: Level;
  readonly output: Level;
}

/** Lays a caller's choices over what is in force. Throws a `TypeError` for one that cannot work. */
export function settle<T extends Settings>(choices: Choices, current: T): T {
  const { validate } = choices;
  const levels = typeof validate === "string" ? { input: validate, output: validate } : validate;
  const { timeout, retries, maxWait, retryOn, tenantKey } = choices;
  const { input, output } = levels ?? {};
  const settled = { ...current };
  lay({ timeout, retries, maxWait, retryOn, tenantKey, input, output }, settled);
  demand(settled.timeout > 0, "timeout: use a positive number");
  demand(settled.retries >= 0, "retries: use 0 or more");
  demand(settled.maxWait >= 0, "maxWait: use 0 or more");
  demand(Array.isArray(settled.retryOn), "retryOn: use a list");
  for (const level of [settled.input, settled.output])
    demand(/^(documented|strict|off)$/.test(level), "validate: unknown level");
  return settled;
}

/** Sets the properties of `onto` that `choices` has; undefined means to have none. */
export function lay(choices: object = {}, onto: object): void {
  for (const [name, value] of Object.entries(choices))
    if (value !== undefined) Object.assign(onto, { [name]: value });
}
