import type { Location } from "../source.js";
import type { Option, Page, Part } from "./page.js";

/** JSON, as examples and defaults are. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A page understood: rows are trees of typed fields, and descriptions are facts. */
export interface Endpoint {
  readonly page: Page;
  readonly fields: Readonly<Record<Part, readonly Field[]>>;
  /** Where the list of a paged reply is, within its data: `["items"]`; undefined without paging. */
  readonly paging: readonly string[] | undefined;
}

export type Scalar = "string" | "int" | "float" | "boolean" | "file" | "any";

export type FieldType =
  | { readonly kind: "scalar"; readonly name: Scalar }
  | { readonly kind: "list"; readonly items: FieldType }
  | { readonly kind: "map"; readonly values: FieldType }
  /** `name` is the vendor's name of the type, when it is more than `object`. */
  | {
      readonly kind: "object";
      readonly name: string | undefined;
      readonly fields: readonly Field[];
    };

/** One field with everything that its row says. Absent facts are absent keys. */
export interface Field extends Facts {
  readonly name: string;
  readonly type: FieldType;
  /** Only where the page says so; response fields never are. */
  readonly required: boolean;
  readonly at: Location;
}

/** What a description says. */
export interface Facts {
  /** Its leading term: 面试结果. */
  readonly label?: string;
  /** All of its sentences, for people who import for themselves. */
  readonly prose?: string;
  readonly example?: Json;
  readonly default?: Json;
  /** The values it lists; never those of a boolean. */
  readonly options?: readonly Option[];
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxBytes?: number;
  readonly when?: readonly Condition[];
  readonly requiredWhen?: readonly Condition[];
  readonly unit?: "ms" | "s";
  readonly deprecated?: true;
  readonly unusable?: true;
  /** Scopes without which the field is absent from replies. */
  readonly scopes?: readonly string[];
  /** By this field the server recognises a repeated call. */
  readonly idempotency?: { readonly window?: string };
}

/** All conditions of a list hold together. */
export interface Condition {
  /** A field beside this one. */
  readonly sibling: string;
  /** One of these wire values, or that it is (not) given at all. */
  readonly is: readonly (string | number | boolean)[] | "present" | "absent";
}
