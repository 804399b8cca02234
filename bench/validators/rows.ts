import type { Validator } from "./side.js";
import type { ValueSet } from "./values/set.js";

/** One kind of answer on one kind of value: a row of a table. */
interface RowKind {
  readonly name: string;
  readonly answer: keyof Pick<Validator, "is" | "first" | "all">;
  readonly values: keyof ValueSet;
}

export const ROWS: readonly RowKind[] = [
  { name: "verdict, valid", answer: "is", values: "valid" },
  { name: "verdict, invalid", answer: "is", values: "invalid" },
  { name: "first issue, invalid", answer: "first", values: "invalid" },
  { name: "all issues, valid", answer: "all", values: "valid" },
  { name: "all issues, invalid", answer: "all", values: "invalid" },
];
