import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Code, Values } from "../../diagnostics/messages.js";
import type { EnumSpec, TypeSpec } from "../../lint/grammar.js";
import { operationNames, pascalCase } from "../../model/names.js";
import type { Location } from "../../source.js";
import { isSameLabel } from "../label.js";
import type { Known } from "./known.js";
import type { Place } from "./place.js";

/** What the parts of one fragment share while it is made. */
export class Context {
  readonly known: Known;
  readonly prose: boolean;
  /** `offer.create` */
  readonly id: string;
  /** Words of names: `Offer`, `Create`, `CreateOffer`. */
  readonly words: {
    readonly resource: string;
    readonly action: string;
    readonly operation: string;
  };
  /** What the fragment will hold. */
  readonly types = new Map<string, TypeSpec>();
  readonly enums = new Map<string, EnumSpec>();
  /** The vendor's names of those types, as words of names. */
  readonly vendors = new Map<string, string>();
  /** New types and enums that stand where the spec has another one, which others go on using. */
  readonly splits = new Map<string, string>();
  readonly diagnostics: Diagnostic[] = [];

  constructor(known: Known, { resource, action }: Place, prose: boolean) {
    const names = operationNames(resource, action);
    this.known = known;
    this.prose = prose;
    this.id = `${resource}.${action}`;
    this.words = {
      resource: pascalCase(resource),
      action: pascalCase(names.action),
      operation: names.pascal,
    };
  }

  /**
   * Describes a type once more, for another place of the page. A field that has unlike words there
   * gets none: neither is that of the type.
   */
  describe(name: string, type: TypeSpec): void {
    const before = this.types.get(name)?.fields ?? {};
    const unlike = this.#unlike.get(name) ?? new Set();
    this.#unlike.set(name, unlike);
    const fields = Object.entries(type.fields).map(([wire, field]) => {
      const label = before[wire]?.label ?? field.label;
      if (!isSameLabel(label ?? "", field.label ?? label ?? "")) unlike.add(wire);
      const { label: _, ...facts } = field;
      return [wire, unlike.has(wire) || label === undefined ? facts : { ...field, label }] as const;
    });
    this.types.set(name, { ...type, fields: Object.fromEntries(fields) });
  }
  readonly #unlike = new Map<string, Set<string>>();

  /** Takes the name of an inline type for one place of the operation; false when another has it. */
  claim(name: string, owner: string, place: string): boolean {
    const other = this.#claimed.get(name);
    if (other !== undefined) return other === place;
    if (!this.known.reserve(name, owner)) return false;
    this.#claimed.set(name, place);
    return true;
  }
  readonly #claimed = new Map<string, string>();

  report<C extends Code>(code: C, at: Location, values: Values<C>): void {
    this.diagnostics.push(diagnostic(code, at, values));
  }

  /** A fact of the page that the spec cannot hold. */
  leaveOut(at: Location, what: string, reason: string): void {
    this.report("import-left-out", at, { what, reason });
  }
}
