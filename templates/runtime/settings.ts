/**
 * How closely values are checked. `documented` holds inputs to what the vendor's page says, and
 * reports differences in replies; `strict` also refuses fields that do not apply and unknown keys,
 * and throws for replies too; `off` checks nothing.
 */
export type Level = "documented" | "strict" | "off";

/** One level for both directions, or one for each; what is left out keeps its default. */
export type Validate =
  Level | { readonly input?: Level | undefined; readonly output?: Level | undefined };

/** What client and call may both choose, settled. */
export interface Settings {
  /** Milliseconds an attempt may take. */
  readonly timeout: number;
  readonly input: Level;
  readonly output: Level;
}

/** Lays a caller's choices over the settings in force. Throws a `TypeError` for one that cannot work. */
export function settle(
  choice: { readonly timeout?: number | undefined; readonly validate?: Validate | undefined },
  current: Settings,
): Settings {
  const { timeout = current.timeout, validate = {} } = choice;
  if (!(timeout > 0)) throw new TypeError("timeout: use a positive number of milliseconds");
  const levels = typeof validate === "string" ? { input: validate, output: validate } : validate;
  const { input = current.input, output = current.output } = levels;
  for (const level of [input, output])
    if (!/^(documented|strict|off)$/.test(level)) throw new TypeError("validate: unknown level");
  return { timeout, input, output };
}
