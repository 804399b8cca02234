import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Code, Values } from "../../diagnostics/messages.js";
import type { Site } from "../../lint/spec.js";
import type { ExceptionSpec } from "../../lint/grammar.js";

/** A place of an operation as exceptions name it: `talent.list`, `response.items.name`. */
export interface Origin {
  readonly operation: string;
  readonly at: string;
}

/** What merging has to say. */
export class Report {
  readonly diagnostics: Diagnostic[] = [];
  /** What was taken away, a line each. */
  readonly notes: string[] = [];
  readonly #excuses: ReadonlySet<string>;
  readonly #ofPages: ReadonlySet<string>;

  constructor(excuses: readonly ExceptionSpec[], ofPages: readonly ExceptionSpec[]) {
    this.#excuses = new Set(excuses.map(keyOf));
    this.#ofPages = new Set(ofPages.map(keyOf));
  }

  /** Whether somebody has explained this very place, and the page gives no cause for it. */
  isExcused(origins: readonly Origin[]): boolean {
    return origins.some((origin) => {
      const key = keyOf(origin);
      return this.#excuses.has(key) && !this.#ofPages.has(key);
    });
  }

  warn<C extends Code>(code: C, site: Site, values: Values<C>): void {
    this.diagnostics.push(diagnostic(code, site.locate("key"), values));
  }
}

const keyOf = ({ operation, at }: Origin): string =>
  `${operation} ${at.replace(/^request\./u, "")}`;

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
