import { isList, type FieldSpecs } from "../../lint/fields.js";
import type { EnumSpec, ErrorSpec, TypeSpec, TypeText } from "../../lint/grammar.js";
import { Site, type Entry, type Spec } from "../../lint/spec.js";
import { parse } from "../../load/parse.js";
import { GLOBALS, packageExports } from "../../model/reserved.js";
import { enumExports, errorExports, typeExports } from "./exported.js";
import { Namespace } from "./namespace.js";
import { Relation } from "./relation.js";
import { enumLikeness, likeness, shapeOf } from "./shape.js";

export interface KnownError {
  readonly name: string;
  readonly value: ErrorSpec;
  /** Errors of the platform are described once for all services. */
  readonly isPlatform: boolean;
}

/** For names that stand in no file yet. */
const NOWHERE = new Site(parse({ path: "", name: "", text: "" }), []);

/** The types, enums and errors that there are, in one namespace with all that is exported. */
export class Vocabulary {
  protected readonly names = new Namespace();
  protected readonly types: Map<string, Entry<TypeSpec>>;
  protected readonly enums: Map<string, Entry<EnumSpec>>;
  readonly #errors = new Map<number, KnownError>();
  /** Names of types and enums by what they hold, or held before. */
  readonly #similar = new Relation();

  constructor(spec: Spec | undefined) {
    this.types = new Map(spec?.types);
    this.enums = new Map(spec?.enums);
    this.names.take(GLOBALS.map((name) => [name, "JavaScript"] as const));
    if (spec?.service !== undefined) this.enter(spec.service.value.name);
    // A type's names need the enums, whose members name variants.
    for (const { name, value } of this.enums.values()) this.#noteEnum(name, value);
    for (const { name, value } of this.types.values()) this.#noteType(name, value);
    for (const { name, value } of spec?.platformErrors.values() ?? [])
      this.#noteError({ name, value, isPlatform: true });
    for (const { name, value } of spec?.errors.values() ?? []) this.setError(name, value);
  }

  /** Says which service the names are for; the same each time. */
  enter(service: string): void {
    this.names.take(packageExports(service).map((name) => [name, "the package"] as const));
  }

  /** Takes one name for its owner; false when it is another's. */
  reserve(name: string, owner: string): boolean {
    const isFree = this.names.isFree([[name, owner]]);
    if (isFree) this.names.take([[name, owner]]);
    return isFree;
  }

  /** The names of the members of the enum that a field has, alone or in a list. */
  readonly members = (type: TypeText | undefined): readonly string[] => {
    const item = type !== undefined && isList(type) ? type[0] : type;
    const found = typeof item === "string" ? this.enums.get(item) : undefined;
    return Object.keys(found?.value.values ?? {});
  };

  // Types

  type(name: string): TypeSpec | undefined {
    return this.types.get(name)?.value;
  }

  isFreeType(name: string, fields: FieldSpecs): boolean {
    return !this.types.has(name) && this.mayBecome(name, fields);
  }

  /** Whether a type that has its name already may keep it with other fields. */
  mayBecome(name: string, fields: FieldSpecs): boolean {
    return this.names.isFree(typeExports(name, fields, this.members));
  }

  /** Types with the same fields and kinds, perhaps formerly. */
  similarTypes(fields: FieldSpecs): ReadonlySet<string> {
    return this.#similar.of(likeness(shapeOf(fields)));
  }

  setType(name: string, value: TypeSpec): void {
    this.types.set(name, { name, value, site: NOWHERE, resource: undefined });
    this.#noteType(name, value);
  }

  #noteType(name: string, { fields }: TypeSpec): void {
    this.names.take(typeExports(name, fields, this.members));
    this.#similar.add(likeness(shapeOf(fields)), name);
  }

  // Enums

  enum(name: string): EnumSpec | undefined {
    return this.enums.get(name)?.value;
  }

  isFreeEnum(name: string): boolean {
    return !this.enums.has(name) && this.names.isFree(enumExports(name));
  }

  /** Enums with the same values and labels, perhaps formerly. */
  similarEnums(value: Pick<EnumSpec, "values">): ReadonlySet<string> {
    return this.#similar.of(enumLikeness(value));
  }

  setEnum(name: string, value: EnumSpec): void {
    this.enums.set(name, { name, value, site: NOWHERE, resource: undefined });
    this.#noteEnum(name, value);
  }

  #noteEnum(name: string, value: EnumSpec): void {
    this.names.take(enumExports(name));
    this.#similar.add(enumLikeness(value), name);
  }

  // Errors

  error(code: number): KnownError | undefined {
    return this.#errors.get(code);
  }

  isFreeError(name: string, code: number): boolean {
    return this.names.isFree(errorExports(name, code));
  }

  setError(name: string, value: ErrorSpec): void {
    this.#noteError({ name, value, isPlatform: false });
  }

  #noteError(error: KnownError): void {
    this.#errors.set(error.value.code, error);
    this.names.take(errorExports(error.name, error.value.code));
  }
}
