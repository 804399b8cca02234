import type { Spec } from "../../lint/spec.js";
import type { SourceFile } from "../../source.js";
import { pathOf, type Drafts } from "./drafts.js";
import { resourceOf } from "./operations.js";
import type { Origin } from "./place.js";

/** Which file holds what. What is there stays where it is. */
export class Homes {
  readonly #drafts: Drafts;
  readonly #spec: Spec;

  constructor(drafts: Drafts, spec: Spec) {
    this.#drafts = drafts;
    this.#spec = spec;
  }

  /** The file of an operation's resource, begun if there is none. */
  of(id: string): string {
    const resource = resourceOf(id);
    const there = this.#spec.resources.get(resource);
    if (there !== undefined) return pathOf(there.site.parsed.file);
    for (let number = 1; ; number++) {
      const path = `resources/${resource}${number === 1 ? "" : `_${number}`}.yaml`;
      const owner = this.#drafts.get(path, "resource");
      if (owner === resource) return path;
      // A person may have called another resource's file like this.
      if (owner !== undefined) continue;
      this.#drafts.set(path, ["resource"], resource);
      this.#drafts.set(path, ["label"], resource);
      return path;
    }
  }

  /** The file of a type or an enum: that of its resource, or one for all when several use it. */
  shared(there: SourceFile | undefined, common: string, origins: readonly Origin[]): string {
    if (there !== undefined) return pathOf(there);
    const [first, ...others] = new Set(origins.map(({ operation }) => resourceOf(operation)));
    return first === undefined || others.length > 0 ? common : this.of(`${first}.`);
  }
}
