import type {
  EnumSpec,
  ErrorSpec,
  ExceptionSpec,
  OperationText,
  TypeSpec,
} from "../lint/grammar.js";
import type { Location } from "../source.js";
import type { Json } from "./endpoint.js";

/**
 * What one page adds to a spec, in the spec's own grammar: it would be a spec file on its own. Names
 * of types, enums and errors that the spec already has are used, not repeated: those that stand here
 * are what the page says of them, under the name that they have, or get, in the spec.
 */
export interface Fragment {
  readonly service: string;
  readonly resource: string;
  /** `create`, `v2.create` */
  readonly action: string;
  readonly operation: OperationText;
  readonly types: Readonly<Record<string, TypeSpec>>;
  readonly enums: Readonly<Record<string, EnumSpec>>;
  readonly errors: Readonly<Record<string, ErrorSpec>>;
  /** Names of types and enums that take the place of others here, which the spec keeps elsewhere. */
  readonly splits: Readonly<Record<string, string>>;
  readonly examples: { readonly request?: Json; readonly response?: Json };
  /** Why an example, or a fact, of the page contradicts the rest of it. */
  readonly exceptions: readonly ExceptionSpec[];
  /** Where the page describes the operation. */
  readonly at: Location;
}
