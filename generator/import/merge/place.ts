import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Code, Values } from "../../diagnostics/messages.js";
import type { Site } from "../../lint/spec.js";
import type { ExceptionSpec } from "../../lint/grammar.js";
import { covers, plainPlace } from "../exceptions.js";

/** A place of an operation as exceptions name it: `talent.list`, `response.items.name`. */
export interface Origin {
  readonly operation: string;
  readonly at: string;
}

/** What merging has to say. */
export class Report {
  readonly diagnostics: Diagnostic[] = [];
  /** What was changed or taken away, a line each. */
  readonly notes: string[] = [];
  /** The places that somebody has explained, by operation. */
  readonly #excuses: ReadonlyMap<string, readonly string[]>;

  /** What a page gives cause for itself excuses nothing: there the page is followed. */
  constructor(excuses: readonly ExceptionSpec[], ofPages: readonly ExceptionSpec[]) {
    const given = new Set(ofPages.map(keyOf));
    this.#excuses = placesOf(excuses.filter((excuse) => !given.has(keyOf(excuse))));
  }

  /** Whether somebody has explained this place, or one that it is in. */
  isExcused(origins: readonly Origin[]): boolean {
    return origins.some(({ operation, at }) =>
      this.#excuses.get(operation)?.some((excuse) => covers(excuse, at)),
    );
  }

  /** Whether it is explained for everything that reaches it: then a page adds nothing there. */
  isRefused(origins: readonly Origin[]): boolean {
    return origins.length > 0 && origins.every((origin) => this.isExcused([origin]));
  }

  warn<C extends Code>(code: C, site: Site, values: Values<C>): void {
    this.diagnostics.push(diagnostic(code, site.locate("key"), values));
  }
}

/** Of an exception: `request.body.x` is `body.x`. */
export const keyOf = ({ operation, at }: Origin): string => `${operation} ${plainPlace(at)}`;

function placesOf(exceptions: readonly Origin[]): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, string[]>();
  for (const { operation, at } of exceptions)
    places.set(operation, [...(places.get(operation) ?? []), at]);
  return places;
}

/** Where something stands in the spec, and by which operations it is reached. */
export class Spot {
  /** Undefined for what is new. */
  readonly site: Site | undefined;
  readonly name: string;
  readonly origins: readonly Origin[];

  constructor(site: Site | undefined, name: string, origins: readonly Origin[]) {
    this.site = site;
    this.name = name;
    this.origins = origins;
  }

  field(wire: string): Spot {
    return new Spot(
      this.site?.at(wire),
      `${this.name}.${wire}`,
      this.origins.map(({ operation, at }) => ({
        operation,
        at: at === "" ? wire : `${at}.${wire}`,
      })),
    );
  }

  inside(...path: readonly string[]): Spot {
    return new Spot(this.site?.at(...path), this.name, this.origins);
  }
}
