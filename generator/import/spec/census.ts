import type { Endpoint, Field } from "../endpoint.js";
import { plainLabel } from "../label.js";
import { PARTS } from "../page.js";
import { enumName, isGeneral } from "./candidates.js";
import { fieldsIn } from "./field-facts.js";
import { labelOf } from "./members.js";
import { placeOf, routeOf } from "./place.js";
import { unwrap } from "./wraps.js";

interface Listed {
  readonly value: string | number;
  readonly label: string;
}

/** Which values the pages of a run list for fields of one name, and where. */
export class Census {
  /** Name of an enum → its values → the resources that have them, one for each field. */
  readonly #lists = new Map<string, Map<string, string[]>>();

  add({ page, fields }: Endpoint): void {
    const { resource } = placeOf(page.method, routeOf(page.path));
    for (const part of PARTS) this.#count(fields[part], resource);
  }

  #count(fields: readonly Field[], resource: string): void {
    const waiting = [...fields];
    for (let field = waiting.pop(); field !== undefined; field = waiting.pop()) {
      waiting.push(...fieldsIn(field.type));
      if (field.options === undefined) continue;
      const name = enumName(field.name, unwrap(field.type).wraps.length > 0);
      const lists = this.#lists.get(name) ?? new Map<string, string[]>();
      const key = keyOf(field.options);
      this.#lists.set(name, lists.set(key, [...(lists.get(key) ?? []), resource]));
    }
  }

  /**
   * Whether the bare name of its field is the best for a list of values: nobody lists other values
   * under it more often. One word alone says that little that all must mean the same by it.
   */
  isPlain(name: string, options: readonly Listed[]): boolean {
    const lists = this.#lists.get(name) ?? new Map<string, string[]>();
    if (isGeneral(name))
      return lists.size === 1 && [...lists.values()].some((of) => new Set(of).size > 1);
    const own = keyOf(options);
    const count = lists.get(own)?.length ?? 0;
    return [...lists].every(
      ([key, { length }]) => length < count || (length === count && key >= own),
    );
  }
}

const keyOf = (options: readonly Listed[]): string =>
  options
    .map((option) => JSON.stringify([String(option.value).trim(), plainLabel(labelOf(option))]))
    .sort()
    .join();
