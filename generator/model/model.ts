/**
 * What a service is, with every question answered: references are objects, names have their
 * spellings, directions are computed. Emitters read it and decide nothing. It knows no YAML and
 * no TypeScript text.
 */
export interface Model {
  readonly service: Service;
  readonly enums: readonly EnumModel[];
  readonly errors: readonly ErrorModel[];
  /** Codes any operation of the platform may answer with. */
  readonly platformErrors: readonly ErrorModel[];
  /** Types that belong to no resource. */
  readonly types: readonly ObjectType[];
  readonly resources: readonly ResourceModel[];
  /** The same resources in the order in which the vendor shows them. */
  readonly groups: readonly ResourceGroup[];
}

export interface Service {
  /** `hire` */
  readonly name: string;
  /** `Hire` */
  readonly pascal: string;
  readonly label: string;
  readonly doc: string | undefined;
  readonly see: string | undefined;
  /** The npm name and version of the generated package. */
  readonly package: string;
  readonly version: string;
  /** The operation that README and guide show, if the spec chooses one. */
  readonly featured: string | undefined;
  readonly origin: string;
}

/** Resources that the vendor shows together. */
export interface ResourceGroup {
  readonly label: string;
  readonly doc: string | undefined;
  readonly resources: readonly ResourceModel[];
}

export interface EnumModel {
  readonly name: string;
  readonly label: string;
  readonly doc: string | undefined;
  readonly base: "string" | "int";
  readonly members: readonly EnumMember[];
  readonly origin: string;
}

export interface EnumMember {
  readonly name: string;
  readonly value: string | number;
  readonly label: string;
  readonly doc: string | undefined;
  readonly deprecated: boolean;
}

/** `token`: the token itself was refused, and another one may do. */
export type ErrorKind = "authentication" | "permission" | "rateLimit" | "scope" | "token";
export type Retry = "always" | "never" | "ifIdempotent";

export interface ErrorModel {
  readonly name: string;
  readonly code: number;
  readonly status: number | undefined;
  readonly label: string;
  readonly advice: string | undefined;
  readonly retry: Retry;
  readonly kind: ErrorKind | undefined;
  readonly origin: string;
}

/** An error as one operation documents it; `base` differs where the page words it differently. */
export interface OperationError extends ErrorModel {
  readonly base: ErrorModel;
}

export type Direction = "input" | "output";
export type Scalar = "string" | "int" | "float" | "boolean" | "file" | "any";

export type TypeRef =
  | { readonly kind: "scalar"; readonly name: Scalar }
  | { readonly kind: "enum"; readonly of: EnumModel }
  | { readonly kind: "object"; readonly of: ObjectType }
  | { readonly kind: "array"; readonly of: TypeRef }
  | { readonly kind: "map"; readonly of: TypeRef };

export interface ObjectType {
  /** The name in the spec; the input and output interfaces are named from it. */
  readonly name: string;
  readonly inputName: string;
  readonly outputName: string;
  readonly label: string | undefined;
  readonly doc: string | undefined;
  readonly fields: readonly Field[];
  /** Set when the type of a field depends on the value of a sibling: the input is a union. */
  readonly union: Union | undefined;
  readonly directions: ReadonlySet<Direction>;
  /** The resource whose file holds it, or undefined for the shared ones. */
  readonly resource: string | undefined;
  readonly origin: string;
}

export interface Field {
  /** The name on the wire. */
  readonly wire: string;
  /** The property of the input object: the wire name unless `as` renames it. */
  readonly property: string;
  readonly place: "path" | "query" | "body" | "field";
  readonly type: TypeRef;
  readonly required: boolean;
  readonly always: boolean;
  readonly label: string | undefined;
  readonly doc: string | undefined;
  readonly example: Json | undefined;
  readonly default: Json | undefined;
  readonly bounds: Bounds;
  readonly when: readonly Condition[];
  readonly requiredWhen: readonly Condition[];
  readonly deprecated: boolean;
  readonly unusable: boolean;
  readonly unit: "ms" | "s" | undefined;
  /** Why a field that the page does not have stands here. */
  readonly extra: string | undefined;
}

export interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly maxBytes?: number | undefined;
}

/** Holds when the sibling passes the test; an array sibling passes when it contains the value. */
export interface Condition {
  readonly sibling: Field;
  readonly test:
    | { readonly kind: "members"; readonly members: readonly EnumMember[] }
    | { readonly kind: "boolean"; readonly value: boolean }
    | { readonly kind: "present" }
    | { readonly kind: "absent" };
}

/** The shapes of an input, told apart by the value of one field. */
export interface Union {
  readonly tag: Field;
  /** The interface that all variants extend, with the fields that do not depend on the tag. */
  readonly base: { readonly name: string; readonly fields: readonly Field[] };
  readonly variants: readonly Variant[];
}

export interface Variant {
  /** The interface's name, `…ScoringInput`. */
  readonly name: string;
  /** The tag's values in this variant; undefined when the tag is absent. */
  readonly members: readonly EnumMember[] | undefined;
  /** The fields that depend on the tag, which itself is not among them. */
  readonly fields: readonly VariantField[];
}

export interface VariantField {
  readonly field: Field;
  readonly required: boolean;
}

export interface ResourceModel {
  /** `external_interview_assessment` */
  readonly name: string;
  readonly camel: string;
  readonly pascal: string;
  readonly kebab: string;
  readonly label: string;
  readonly doc: string | undefined;
  readonly types: readonly ObjectType[];
  readonly operations: readonly Operation[];
  readonly origin: string;
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type TokenKind = "tenant" | "user" | "app";

/** At most `calls` calls within any `per` milliseconds. */
export interface RateLimit {
  readonly calls: number;
  readonly per: number;
}

/** How a repeated write is recognised. */
export interface Idempotency {
  readonly field: Field;
  /** How long a value counts, `24h` say; for good, unless told. */
  readonly window: string | undefined;
  /** The same in milliseconds. */
  readonly milliseconds: number | undefined;
}

export interface Operation {
  /** `external_interview_assessment.create`, `talent.v2.get` */
  readonly id: string;
  /** `hire`: the facade, as examples call it. */
  readonly service: string;
  readonly resource: string;
  readonly action: string;
  readonly version: number;
  /** `create`: the method of the facade. */
  readonly method: string;
  /** `createExternalInterviewAssessment` */
  readonly functionName: string;
  /** `CreateExternalInterviewAssessment` */
  readonly pascal: string;
  /** `CreateExternalInterviewAssessmentErrorCode` */
  readonly errorCodeName: string;
  readonly label: string;
  readonly doc: string | undefined;
  readonly see: string | undefined;
  readonly http: { readonly method: Method; readonly path: string };
  readonly tokens: readonly TokenKind[];
  readonly appTypes: readonly ("custom" | "isv")[];
  readonly scopes: readonly string[];
  readonly fieldScopes: readonly FieldScope[];
  /** As the page has them: `20/s`, `special`. */
  readonly rateLimits: readonly string[];
  /** Those of them that can be kept. */
  readonly limits: readonly RateLimit[];
  readonly effect: "read" | "write";
  readonly idempotency: Idempotency | undefined;
  readonly deprecated: boolean;
  /** One flat object of path, query and body fields. */
  readonly input: ObjectType;
  /** The fields of the envelope's `data`. */
  readonly output: ObjectType;
  readonly inputOptional: boolean;
  /** How the body travels; undefined when the operation has no body fields. */
  readonly content: "json" | "multipart" | undefined;
  readonly paging: Paging | undefined;
  readonly errors: readonly OperationError[];
  readonly examples: { readonly request: Json | undefined; readonly response: Json | undefined };
  readonly origin: string;
}

export interface FieldScope {
  readonly scope: string;
  readonly fields: readonly string[];
}

export interface Paging {
  /** The way to the list inside `data`. */
  readonly items: readonly string[];
  readonly item: TypeRef;
}

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
