import { join, relative } from "node:path";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Endpoint } from "../import/endpoint.js";
import { serviceOf } from "../import/import.js";

/** The folders of the specs that pages go to: that of each service, or the one of --spec. */
export function byFolder(
  endpoints: readonly Endpoint[],
  given: string | undefined,
): ReadonlyMap<string, readonly Endpoint[]> {
  const folders = new Map<string, Endpoint[]>();
  for (const endpoint of endpoints) {
    const folder = given ?? join("spec", serviceOf(endpoint));
    const others = folders.get(folder) ?? [];
    others.push(endpoint);
    folders.set(folder, others);
  }
  return folders;
}

/** A spec that pages are held against. */
export interface PagesSpec {
  readonly folder: string;
  /** The service that it describes; undefined for a spec that is still to be written. */
  readonly owner: string | undefined;
}

interface Parted {
  readonly own: readonly Endpoint[];
  readonly others: readonly Endpoint[];
  /** One for each of the others, at its page. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Which pages belong into a spec, and why each of the others does not. */
export function partedByService(
  endpoints: readonly Endpoint[],
  { folder, owner }: PagesSpec,
  verb: "import" | "compare",
): Parted {
  const service = owner ?? mostFrequent(endpoints.map(serviceOf));
  const role =
    owner === undefined
      ? `becomes the spec of ${service}, the first service with the most pages`
      : `is the spec of ${service}`;
  const others = endpoints.filter((endpoint) => serviceOf(endpoint) !== service);
  return {
    own: endpoints.filter((endpoint) => serviceOf(endpoint) === service),
    others,
    diagnostics: others.map((endpoint) => {
      const service = serviceOf(endpoint);
      const home = join("spec", service);
      const advice =
        relative(folder, home) === ""
          ? "name the folder of its own spec with --spec"
          : `${verb} it without --spec, or with --spec ${home}`;
      const words = { service, spec: `${folder} ${role}`, advice };
      return diagnostic("other-service", endpoint.page.at, words);
    }),
  };
}

/** The first of those that occur most often. */
function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [[first] = [""]] = [...counts].sort(([, a], [, b]) => b - a);
  return first;
}
