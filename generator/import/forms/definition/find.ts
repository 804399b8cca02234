import { MAX_DEPTH } from "../../../load/parse.js";
import { keepDigits, scan } from "./scan.js";
import { entriesOf, get, isObject, itemsOf, type Spot } from "./spot.js";

/** A definition and what is around it, the nearest first. */
export interface Found {
  readonly definition: Spot;
  readonly around: readonly Spot[];
}

/** Deeper down, `httpMethod` may be a field's name. */
const LEVELS = 6;
/** A document with more than this at its top is none of the explorer's. */
const MOST = 1000;

/** Every object that has an operation's path or method, level by level. */
export function findDefinitions(root: Spot): readonly Found[] {
  const found: Found[] = [];
  let level: readonly Found[] = [{ definition: root, around: [] }];
  for (let depth = 0; depth < LEVELS && level.length > 0 && level.length <= MOST; depth++) {
    const next: Found[] = [];
    for (const { definition, around } of level) {
      const spot = opened(definition);
      if (isDefinitionObject(spot)) found.push({ definition: spot, around });
      else
        for (const inner of insideOf(spot))
          next.push({ definition: inner, around: [spot, ...around] });
    }
    level = next;
  }
  return found;
}

const isDefinitionObject = (spot: Spot): boolean => {
  const path = get(spot, "apiPath", "httpPath");
  const method = get(spot, "httpMethod");
  return typeof (path ?? method)?.value === "string";
};

/** Where a definition's facts may stand, the first that has one counts. */
export function layersOf({ definition, around }: Found): readonly Spot[] {
  const inner = ["schema", "apiSchema", "definition", "apiDefinition", "content", "detail"];
  const nested = inner.flatMap((name) => {
    const spot = get(definition, name);
    return spot === undefined ? [] : [opened(spot)];
  });
  const deeper = nested.flatMap((spot) => get(spot, "schema", "apiSchema") ?? []);
  return [definition, ...nested, ...deeper, ...around].filter(({ value }) => isObject(value));
}

/** The first value of a fact, in any of the layers. */
export function fact(layers: readonly Spot[], ...names: readonly string[]): Spot | undefined {
  for (const layer of layers) {
    const found = get(layer, ...names);
    if (found !== undefined) return found;
  }
  return undefined;
}

const insideOf = (spot: Spot): readonly Spot[] =>
  Array.isArray(spot.value) ? itemsOf(spot) : entriesOf(spot).map(([, inner]) => inner);

/** JSON that stands in a text is what it says; its parts stand where the text does. */
function opened(spot: Spot): Spot {
  const { value, path } = spot;
  if (typeof value !== "string" || !/^\s{0,100}[{[]/u.test(value)) return spot;
  const scanned = scan(value, MAX_DEPTH);
  if (scanned.deep !== undefined) return spot;
  try {
    const inner: unknown = JSON.parse(keepDigits(value, scanned));
    return { value: inner, path };
  } catch {
    return spot;
  }
}
