import type { Option } from "../page.js";
import { withShortLabels } from "./value-labels.js";

/** Values listed in a text. */
export interface Listed {
  readonly options: readonly Option[];
  /** The value that is marked as the one that holds by itself: `false（默认值）：…`. */
  readonly preset: string | undefined;
  /** Where the list begins. */
  readonly start: number;
  /** What stands after the list. */
  readonly rest: string;
}

/** The first of several equal values counts. */
export function listedOf(
  parts: readonly { readonly value: string; readonly label: string; readonly isPreset: boolean }[],
  start: number,
  rest: string,
): Listed | undefined {
  const options = new Map<string, Option>();
  for (const { value, label } of parts) {
    if (value !== "" && !options.has(value)) options.set(value, { value, label });
  }
  if (options.size === 0) return undefined;
  const preset = parts.find(({ isPreset }) => isPreset)?.value;
  return { options: withShortLabels([...options.values()]), preset, start, rest };
}
