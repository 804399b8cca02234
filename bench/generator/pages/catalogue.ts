import type { Document } from "yaml";
import type {
  EnumSpec,
  ErrorSpec,
  OperationText,
  SpecText,
  TypeSpec,
} from "../../../generator/lint/grammar.js";
import type { Spec } from "../spec/folder.js";

/** What the files of a spec say together. */
export interface Catalogue {
  /** By `note.create` or `note.v2.create`. */
  readonly operations: ReadonlyMap<string, OperationText>;
  readonly types: ReadonlyMap<string, TypeSpec>;
  readonly enums: ReadonlyMap<string, EnumSpec>;
  readonly errors: ReadonlyMap<string, ErrorSpec>;
}

export function catalogueOf({ documents }: Spec): Catalogue {
  const files = [...documents.values()].map((document: Document) => document.toJS() as SpecText);
  const all = <T>(section: (file: SpecText) => Readonly<Record<string, T>> | undefined) =>
    new Map(files.flatMap((file) => Object.entries(section(file) ?? {})));
  return {
    operations: new Map(
      files.flatMap(({ resource = "", operations = {} }) =>
        Object.entries(operations).map(([action, one]) => [`${resource}.${action}`, one] as const),
      ),
    ),
    types: all(({ types }) => types),
    enums: all(({ enums }) => enums),
    errors: all(({ errors }) => errors),
  };
}
