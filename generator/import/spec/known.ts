import type { OperationText } from "../../lint/grammar.js";
import { Lost } from "../../lint/lost.js";
import type { Spec } from "../../lint/spec.js";
import { addressOf, Matching, type Marks } from "../match.js";
import { Census } from "./census.js";
import { operationExports, ownExports } from "./exported.js";
import type { Place } from "./place.js";
import { reach } from "./reach.js";
import { Relation } from "./relation.js";
import { Vocabulary } from "./vocabulary.js";

export interface KnownOperation extends Place {
  readonly id: string;
  readonly operation: OperationText;
}

/**
 * A spec, and what the pages of this run add to it, so that hundreds of pages read one after the
 * other agree on names. It alone remembers what earlier pages said.
 */
export class Known extends Vocabulary {
  readonly #users = new Relation();
  readonly #senders = new Relation();
  /** The operations that go on using a name as the spec has it. */
  readonly #keepers: Map<string, ReadonlySet<string>>;
  /** The operation that is being described. */
  #current = "";
  readonly #ids = new Set<string>();
  readonly #matching: Matching;
  /** Addresses that a page of this run has described. */
  readonly #described = new Map<string, string>();

  /** The types and enums of the spec and of this run, as the linter's own functions want them. */
  readonly spec: Spec;
  /** The spec as it was. */
  readonly before: Spec | undefined;
  readonly census: Census;

  /** `settled`: who keeps a name as it is, where not everybody does. */
  constructor(
    spec?: Spec,
    settled: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
    census = new Census(),
    matching = new Matching(spec),
  ) {
    super(spec);
    this.#matching = matching;
    this.before = spec;
    this.census = census;
    this.spec = {
      service: spec?.service,
      enums: this.enums,
      types: this.types,
      errors: new Map(spec?.errors),
      platformErrors: new Map(spec?.platformErrors),
      resources: new Map(spec?.resources),
      exceptions: spec?.exceptions ?? [],
      lost: new Lost(),
    };
    const operations = [...this.spec.resources.values()].flatMap((of) => of.operations);
    for (const { id, resource, name: action, value: operation } of operations)
      this.#setOperation({ id, resource, action, operation });
    this.#keepers = this.#users.copy();
    for (const [name, keepers] of settled) {
      this.#keepers.set(name, keepers);
      this.#users.set(name, keepers);
      const senders = [...this.#senders.of(name)];
      this.#senders.set(
        name,
        senders.filter((id) => keepers.has(id)),
      );
    }
  }

  /** The operation of the spec that a page describes. */
  operation(marks: Marks): KnownOperation | undefined {
    const found = this.#matching.operationOf(marks);
    return found && { ...found, action: found.name, operation: found.value };
  }

  /** The operation that a page of this run has described at an address. */
  describedAt(http: string): string | undefined {
    return this.#described.get(addressOf(http));
  }

  isFreePlace({ resource, action }: Place): boolean {
    const isNew = !this.#ids.has(`${resource}.${action}`);
    return isNew && this.names.isFree(ownExports(resource, action));
  }

  /** From here on, what the operation used before no longer counts. */
  begin({ resource, action }: Place): void {
    const id = `${resource}.${action}`;
    this.#current = id;
    this.#users.forget(id);
    this.#senders.forget(id);
    this.#ids.add(id);
    this.names.take(ownExports(resource, action));
  }

  describe(place: Place, operation: OperationText): void {
    const id = `${place.resource}.${place.action}`;
    this.#setOperation({ ...place, id, operation });
    this.#described.set(addressOf(operation.http), id);
  }

  #setOperation(known: KnownOperation): void {
    const { id, resource, action, operation } = known;
    this.#ids.add(id);
    this.names.take(operationExports(resource, action, operation, this.members));
    for (const { name, isSent } of reach(this.types, operation)) this.use(name, id, isSent);
    for (const error of operation.errors ?? [])
      for (const name of typeof error === "string" ? [error] : Object.keys(error))
        this.use(name, id, false);
  }

  use(name: string, operation: string, isSent: boolean): void {
    this.#users.add(name, operation);
    if (isSent) this.#senders.add(name, operation);
  }

  /** The operations that use a type, an enum or an error. */
  usersOf(name: string): ReadonlySet<string> {
    return this.#users.of(name);
  }

  /** Whether what a name means is settled by somebody. */
  isShared(name: string): boolean {
    const keepers = this.#keepers.get(name) ?? [];
    return this.#users.of(name).size > 0 || [...keepers].some((id) => id !== this.#current);
  }

  /** Whether what a type checks is settled by somebody who sends it. */
  isSent(name: string): boolean {
    return this.#senders.of(name).size > 0;
  }

  /** Where the examples of an operation are known not to fit, as exceptions name it. */
  excused(operation: string): readonly string[] {
    const own = this.spec.exceptions.filter(({ name }) => name === operation);
    return own.map(({ value }) => value.at);
  }
}
