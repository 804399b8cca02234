import type { OperationEntry, Spec } from "../lint/spec.js";

/** What a page says by which its operation can be known. */
export interface Marks {
  /** `POST /open-apis/hire/v1/offers/:offer_id` */
  readonly http: string;
  /** The page's own address. */
  readonly see: string | undefined;
  /** `offer.create`, where the vendor calls it so; what a path alone says may be said of two. */
  readonly name: string | undefined;
}

/** Which operations of a spec the pages of a run describe. */
export class Matching {
  readonly #byAddress: ReadonlyMap<string, OperationEntry>;
  readonly #byName: ReadonlyMap<string, OperationEntry>;
  readonly #byLink: ReadonlyMap<string, OperationEntry>;
  readonly #described: ReadonlySet<string>;
  /** Operations that have been found at another address than their own. */
  readonly #moved = new Set<OperationEntry>();

  /** `described`: the addresses of all pages of the run: what stands at one of them has not moved. */
  constructor(spec: Spec | undefined, described: Iterable<string> = []) {
    const all = [...(spec?.resources.values() ?? [])].flatMap(({ operations }) => operations);
    this.#byAddress = new Map(all.map((entry) => [addressOf(entry.value.http), entry]));
    this.#byName = new Map(all.map((entry) => [entry.id, entry]));
    this.#byLink = linksOf(all);
    this.#described = new Set([...described].map(addressOf));
  }

  /**
   * The operation that a page describes: the one at its method and path, since names may be of our
   * own making; or else, since the path may have changed, the one that was made from the same page;
   * or else the one that the vendor calls so, unless links tell that these are different pages.
   */
  operationOf({ http, see, name }: Marks): OperationEntry | undefined {
    const there = this.#byAddress.get(addressOf(http));
    if (there !== undefined) return there;
    const linked = see === undefined ? undefined : this.#byLink.get(see);
    const moved = [linked, this.#named(see, name)].find(
      (entry) => entry !== undefined && this.#isLeft(entry),
    );
    if (moved !== undefined) this.#moved.add(moved);
    return moved;
  }

  #named(see: string | undefined, name: string | undefined): OperationEntry | undefined {
    const named = name === undefined ? undefined : this.#byName.get(name);
    return see === undefined || named?.value.see === undefined ? named : undefined;
  }

  /** Whether no other page is about it. */
  #isLeft(entry: OperationEntry): boolean {
    return !this.#described.has(addressOf(entry.value.http)) && !this.#moved.has(entry);
  }
}

/** `GET /a/:x` and `GET /a/:y` are the same address. */
export const addressOf = (http: string): string => http.replace(/:[^/]+/gu, ":");

/** A page about several operations leads to none of them. */
function linksOf(all: readonly OperationEntry[]): ReadonlyMap<string, OperationEntry> {
  const links = new Map<string, readonly OperationEntry[]>();
  for (const entry of all) {
    const { see } = entry.value;
    if (see !== undefined) links.set(see, [...(links.get(see) ?? []), entry]);
  }
  return new Map(
    [...links].flatMap(([see, [first, ...others]]) =>
      first === undefined || others.length > 0 ? [] : [[see, first] as const],
    ),
  );
}
