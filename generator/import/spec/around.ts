import type { FieldSpec } from "../../lint/grammar.js";
import type { Part } from "../page.js";

/** What stands around a table of fields. */
export interface Around {
  readonly part: Part;
  readonly isSent: boolean;
  /** The fields that the spec has at this place. */
  readonly known: ReadonlyMap<string, FieldSpec> | undefined;
  /** What the objects around are called, outermost first. */
  readonly owners: readonly string[];
  /** The types of the spec around, outermost first. */
  readonly above: readonly string[];
  /** After which types of fields without a type name are called. */
  readonly inline: string;
  /** Whose names those are; empty within a type that still gets its own. */
  readonly inlineOwner: string;
  /** Names of inline types within that type so far. */
  readonly claimed: Set<string>;
  readonly inlineDepth: number;
  readonly depth: number;
  /** Words that name variants of the object around. */
  readonly variants: ReadonlySet<string>;
  /** Properties of the input that earlier parts have, each with its part; empty in an object. */
  readonly taken: ReadonlyMap<string, Part>;
}
