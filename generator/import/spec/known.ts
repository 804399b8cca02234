import type { OperationText } from "../../lint/grammar.js";
import { Lost } from "../../lint/lost.js";
import type { Spec } from "../../lint/spec.js";
import { operationExports, ownExports } from "./exported.js";
import type { Place } from "./place.js";
import { reach } from "./reach.js";
import { Relation } from "./relation.js";
import { Vocabulary } from "./vocabulary.js";

export interface KnownOperation extends Place {
  readonly id: string;
  readonly operation: OperationText;
}

/** `GET /a/:x` and `GET /a/:y` are the same address. */
const address = (http: string): string => http.replace(/:[^/]+/gu, ":");

/**
 * A spec, and what the pages of this run add to it, so that hundreds of pages read one after the
 * other agree on names. It alone remembers what earlier pages said.
 */
export class Known extends Vocabulary {
  readonly #users = new Relation();
  readonly #senders = new Relation();
  readonly #operations = new Map<string, KnownOperation>();
  readonly #ids = new Set<string>();
  readonly #links = new Map<string, KnownOperation>();
  /** Operations that this run still has to describe again. */
  readonly #awaited = new Set<string>();
  /** Addresses that a page of this run has described. */
  readonly #described = new Map<string, string>();

  /** The types and enums of the spec and of this run, as the linter's own functions want them. */
  readonly spec: Spec;

  constructor(spec?: Spec) {
    super(spec);
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
  }

  /** Operations that this run will describe again: until then their use of a type does not bind. */
  expect(https: Iterable<string>): void {
    for (const http of https) {
      const known = this.#operations.get(address(http));
      if (known !== undefined) this.#awaited.add(known.id);
    }
  }

  /** The operation of the spec at an address; else the one that the same page described before. */
  operation(http: string, link: string | undefined): KnownOperation | undefined {
    const known = this.#operations.get(address(http));
    if (known !== undefined || link === undefined) return known;
    const moved = this.#links.get(link);
    const isTaken = moved !== undefined && this.#described.has(address(moved.operation.http));
    return isTaken ? undefined : moved;
  }

  /** The operation that a page of this run has described at an address. */
  describedAt(http: string): string | undefined {
    return this.#described.get(address(http));
  }

  isFreePlace({ resource, action }: Place): boolean {
    const isNew = !this.#ids.has(`${resource}.${action}`);
    return isNew && this.names.isFree(ownExports(resource, action));
  }

  /** From here on, what the operation used before no longer counts. */
  begin({ resource, action }: Place): void {
    const id = `${resource}.${action}`;
    this.#awaited.delete(id);
    this.#users.forget(id);
    this.#senders.forget(id);
    this.#ids.add(id);
    this.names.take(ownExports(resource, action));
  }

  describe(place: Place, operation: OperationText): void {
    const id = `${place.resource}.${place.action}`;
    this.#setOperation({ ...place, id, operation });
    this.#described.set(address(operation.http), id);
  }

  #setOperation(known: KnownOperation): void {
    const { id, resource, action, operation } = known;
    this.#ids.add(id);
    this.#operations.set(address(operation.http), known);
    if (operation.see !== undefined) this.#links.set(operation.see, known);
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
    return this.#binds(this.#users.of(name));
  }

  /** Whether what a type checks is settled by somebody who sends it. */
  isSent(name: string): boolean {
    return this.#binds(this.#senders.of(name));
  }

  #binds(users: ReadonlySet<string>): boolean {
    for (const user of users) if (!this.#awaited.has(user)) return true;
    return false;
  }

  /** Where the examples of an operation are known not to fit, as exceptions name it. */
  excused(operation: string): readonly string[] {
    const own = this.spec.exceptions.filter(({ name }) => name === operation);
    return own.map(({ value }) => value.at);
  }
}
