import type { Json } from "../../endpoint.js";
import type { Row } from "../../page.js";
import { isObject } from "../../../model/json.js";

/**
 * The example of a table's own rows. Some tables of responses list only what is inside `data`, and
 * some examples show only that.
 */
export function tableSample(rows: readonly Row[], sample: Json | undefined): Json | undefined {
  if (!isObject(sample)) return sample;
  const hasRow = (name: string) => rows.some((row) => row.name === name);
  const hasKey = (name: string) => Object.hasOwn(sample, name);
  if (hasKey("data") && !hasRow("data")) return [sample, sample["data"] ?? null];
  const isBare = hasRow("data") && hasRow("code") && !hasKey("data") && !hasKey("code");
  return isBare ? { data: sample } : sample;
}
