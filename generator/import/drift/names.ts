import type { FieldSpecs } from "../../lint/fields.js";
import type { EnumSpec, ErrorSpec } from "../../lint/grammar.js";
import type { Entry, Site, Spec } from "../../lint/spec.js";
import type { Fragment } from "../fragment.js";
import { sharedTypes } from "./shared.js";

export interface Both<T> {
  readonly page: T;
  readonly spec: T;
}

/** Something that has a name in the spec, and where it stands; the page's has no such place. */
export interface Held<T> {
  readonly value: T;
  readonly site: Site | undefined;
  /** Whether it stands for more than one field. */
  readonly isShared: boolean;
}

/** What the names in one side's fields and lists of errors stand for. */
export interface Names {
  readonly type: (name: string) => Held<FieldSpecs> | undefined;
  readonly enum: (name: string) => Held<EnumSpec> | undefined;
  readonly error: (name: string) => Held<ErrorSpec> | undefined;
}

export function namesOfSpec(spec: Spec): Names {
  const { types, enums, errors, platformErrors } = spec;
  const shared = sharedTypes(spec);
  const held = <T>(entry: Entry<T> | undefined): Held<T> | undefined =>
    entry && { ...entry, isShared: shared.has(entry.name) };
  return {
    type: (name) => {
      const type = held(types.get(name));
      return type && { ...type, value: type.value.fields };
    },
    enum: (name) => held(enums.get(name)),
    error: (name) => held(errors.get(name) ?? platformErrors.get(name)),
  };
}

/** A page's fragment need not repeat what the spec has; what it has itself it may call alike. */
export function namesOfPage({ types, enums, errors }: Fragment, spec: Names): Names {
  const isOwn = (name: string) => Object.hasOwn(types, name) || Object.hasOwn(enums, name);
  return {
    type: (name) => (isOwn(name) ? own(types, name, ({ fields }) => fields) : spec.type(name)),
    enum: (name) => (isOwn(name) ? own(enums, name, (value) => value) : spec.enum(name)),
    error: (name) => own(errors, name, (value) => value) ?? spec.error(name),
  };
}

function own<S, T>(
  table: Readonly<Record<string, S>>,
  name: string,
  read: (value: S) => T,
): Held<T> | undefined {
  const value = Object.hasOwn(table, name) ? table[name] : undefined;
  return value && { value: read(value), site: undefined, isShared: false };
}
