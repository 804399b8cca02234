type Kind = "object" | "array" | "string" | "integer" | "number" | "boolean";

/** The part of JSON Schema that the targets need. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: Kind | readonly [Kind, "null"];
  readonly enum?: readonly (number | string | null)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
}
