import type { EnumSpec } from "../lint/grammar.js";
import { Recall } from "./recall.js";

type Member = Pick<EnumSpec["values"][string], "value" | "label">;

/** A vendor's term whatever its blanks, its width and its capitals: `社招 Offer` is `社招offer`. */
export const plainLabel = (label: string): string =>
  recall.of(label, () => label.normalize("NFKC").toLowerCase().replace(/\s+/gu, ""));

const recall = new Recall<string>();

export const isSameLabel = (a: string, b: string): boolean => plainLabel(a) === plainLabel(b);

/** Whether a label tells more than the value: a list may have values alone. */
export const isTelling = ({ value, label }: Member): boolean => !isSameLabel(label, String(value));
