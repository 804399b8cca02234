import type { Location, SourceFile } from "../source.js";

/** The parts of an operation that have fields. */
export const PARTS = ["path", "query", "body", "response"] as const;
export type Part = (typeof PARTS)[number];

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type TokenKind = "tenant" | "user" | "app";
export type AppType = "custom" | "isv";

/**
 * What a vendor page says of one operation, whatever form the page came in: its facts and its rows,
 * in the page's own order. What the words of a description mean is not decided here.
 */
export interface Page {
  readonly source: SourceFile;
  /** The vendor's name of the operation: 创建外部面评 */
  readonly title: string;
  /** The page's address at the vendor's; undefined when nothing tells it. */
  readonly link: string | undefined;
  /** How the vendor calls it; undefined when neither the form nor the link tells. */
  readonly identity: Identity | undefined;
  readonly method: Method;
  /** `/open-apis/hire/v1/offers/:offer_id`, as the page has it, without host and query. */
  readonly path: string;
  /** Where method and path stand. */
  readonly at: Location;
  /** `20/s`, `1000/min`, `special`. */
  readonly limits: readonly string[];
  readonly appTypes: readonly AppType[];
  /** Any one of them is enough. */
  readonly scopes: readonly string[];
  readonly tokens: readonly TokenKind[];
  readonly isMultipart: boolean;
  /** The whole page advises against the operation. */
  readonly isDeprecated: boolean;
  readonly rows: Readonly<Record<Part, readonly Row[]>>;
  readonly requestExample: Sample | undefined;
  /** The whole envelope. */
  readonly responseExample: Sample | undefined;
  readonly errors: readonly ErrorRow[];
}

export interface Identity {
  /** `external_interview_assessment` */
  readonly resource: string;
  /** `create` */
  readonly action: string;
}

/** One row of a table of fields, or one node of a tree. */
export interface Row {
  readonly name: string;
  /** As the page spells it, without escapes: `string[]`, `map<string, int>`, `offer_info`, `-`. */
  readonly type: string;
  /** Undefined when the page has no such column. */
  readonly required: boolean | undefined;
  /** From 0; undefined when the form does not show it. */
  readonly depth: number | undefined;
  /**
   * The description as plain text, a line for each line of the cell. Code spans keep their
   * backticks; of a link only its text is left; marks, tags and entities are gone. What tags mean is
   * written as pages write it: `可选值有：` and a line ``- `key`: label`` for each value.
   */
  readonly text: string;
  /** What the form tells apart from the text. */
  readonly told?: Told | undefined;
  readonly at: Location;
}

/** Facts that stand in columns or keys of their own; each as text, like in a description. */
export interface Told {
  readonly example?: string | undefined;
  readonly default?: string | undefined;
  readonly options?: readonly Option[] | undefined;
  /** Scopes without which the field is absent from replies. */
  readonly scopes?: readonly string[] | undefined;
}

/** A value that a field may have. */
export interface Option {
  readonly value: string;
  /** The vendor's words for it; may be empty. */
  readonly label: string;
  /** The vendor's identifier for it, which definitions have. */
  readonly name?: string | undefined;
}

export interface Sample {
  readonly text: string;
  readonly at: Location;
}

export interface ErrorRow {
  readonly code: number;
  readonly status: number | undefined;
  /** The vendor's words for it. */
  readonly label: string;
  /** The vendor's advice; never copied into a spec unless asked for. */
  readonly advice: string;
  readonly at: Location;
}
