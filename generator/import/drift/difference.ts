import type { Location } from "../../source.js";
import type { Json } from "../endpoint.js";

/** What differs: mostly the key of the spec that would have to change. */
export type Kind =
  | "operation"
  | "http"
  | "deprecated"
  | "unusable"
  | "tokens"
  | "appTypes"
  | "scopes"
  | "fieldScopes"
  | "rateLimit"
  | "idempotency"
  | "paging"
  /** A field that only one of both has. */
  | "name"
  | "type"
  | "required"
  /** A value that only one of both has. */
  | "enum"
  /** The vendor's word for a value that both have. */
  | "label"
  | "bound"
  | "default"
  | "unit"
  | "when"
  | "requiredWhen"
  /** A code that only one of both has. */
  | "error"
  /** The HTTP status of a code that both have. */
  | "status"
  | "stale-exception";

/** One thing that a page and a spec do not say alike. */
export interface Difference {
  /** The spec's id of the operation, or the page's when the spec has no such operation. */
  readonly operation: string;
  /** `query.page_size`, `response.items.status.3`, `rateLimit`, `errors.1002053` */
  readonly at: string;
  readonly kind: Kind;
  /** Undefined when it says nothing of the kind. */
  readonly page: Json | undefined;
  readonly spec: Json | undefined;
  readonly places: Places;
}

export interface Places {
  /** Of a stale exception that of its entry. */
  readonly spec: Location | undefined;
  readonly page: Location;
}

/** A difference before the spec has explained it. */
export interface Found extends Omit<Difference, "operation" | "places"> {
  readonly place: Location | undefined;
  /** The field itself says why, by `extra` or `keep`. */
  readonly isExplained?: boolean | undefined;
}
