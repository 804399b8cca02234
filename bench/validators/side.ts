/** What the compared validators check: the seed's request and reply, and Hire's largest reply. */
export const TARGETS = ["request", "response", "detail"] as const;
export type Target = (typeof TARGETS)[number];

/** Whether unknown keys, and in replies unknown enum values, pass. */
export const LEVELS = ["loose", "strict"] as const;
export type Level = (typeof LEVELS)[number];

/** One library's validator of one target at one level. */
export interface Validator {
  readonly is: (value: unknown) => boolean;
  /** The first issue as the library has it, stopping there when it can; of invalid values only. */
  readonly first: (value: unknown) => unknown;
  /** All issues as the library has them; nothing is read from them. */
  readonly all: (value: unknown) => unknown;
  /** Where the issues are, `list.0.score`; to compare answers, not to be timed. */
  readonly paths: (value: unknown) => readonly string[];
}

/** One library in the comparison. */
export interface Side {
  readonly name: string;
  readonly load: (target: Target, level: Level) => Promise<Validator>;
  /** Puts the library as a whole into the mood for a kind of answer. */
  readonly prepare?: (answer: "first" | "all") => void;
}

/** A library's schemas of the seed, by target and level. */
export type Seed<Schema> = Readonly<
  Record<"request" | "response", Readonly<Record<Level, Schema>>>
>;

/** The path of keys and indexes as text. */
export const pathText = (keys: readonly PropertyKey[]): string => keys.map(String).join(".");
