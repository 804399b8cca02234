/** A text of the spec, wherever it came from. */
export interface SourceFile {
  /** Where a person finds it, as diagnostics print it. */
  readonly path: string;
  /** The same on every machine (`hire/enums.yaml`): decides bytes of the output. */
  readonly name: string;
  readonly text: string;
}

/** A place in a source file, as offsets into its text. */
export interface Location {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

export type Key = string | number;
export type Path = readonly Key[];
