import fc, { type Arbitrary } from "fast-check";
import { TEMPTING } from "./tempting.js";

/** Something done to a value at one of its places, which are counted from its root on. */
export interface Change {
  readonly at: number;
  readonly what: string;
  readonly key: string;
}

/** What else can be done to an object, or to a list. */
const DEEDS = [
  "a key",
  "a key of null",
  "no key",
  "a getter",
  "no prototype",
  "a hole",
  "many items",
  "a prototype",
];

export const change: Arbitrary<Change> = fc.record({
  at: fc.nat(),
  what: fc.constantFrom(...Object.keys(TEMPTING), ...DEEDS, ...DEEDS),
  key: fc.constantFrom("zzz", "__proto__", "constructor", "toString", "", "a/b~c", "0"),
});

type Holder = Record<string, unknown>;

/** Does it, to a value that is nobody else's; gives the value back, or what came in its place. */
export function changed(value: unknown, { at, what, key }: Change, onRead: () => void): unknown {
  const root: Holder = { value };
  const all = [...places(root)];
  const [holder, name] = all[at % all.length] ?? [root, "value"];
  const there = holder[name];
  const list = Array.isArray(there) ? (there as unknown[]) : undefined;
  const object = list === undefined && isHolder(there) ? there : undefined;
  const make = TEMPTING[what];
  if (make) set(holder, name, make());
  else if (what === "a key" && object) set(object, key, 1);
  else if (what === "a key of null" && object) set(object, key, null);
  else if (what === "no key" && object) delete object[Object.keys(object)[0] ?? ""];
  else if (what === "no prototype" && object) Object.setPrototypeOf(object, null);
  else if (what === "a prototype" && object)
    Object.setPrototypeOf(object, { inherited: 1, [key]: undefined });
  else if (what === "a hole" && list) delete list[list.length - 1];
  else if (what === "many items" && list)
    for (let i = list.length; i < 300; i++) list.push(structuredClone(list[0]) ?? 1);
  // Conditions look for values in lists, whose items they read again.
  else if (what === "a getter" && holder !== root && !Array.isArray(holder)) {
    const get = () => {
      onRead();
      return there;
    };
    Object.defineProperty(holder, name, { get, enumerable: true, configurable: true });
  }
  return root["value"];
}

const isHolder = (value: unknown): value is Holder =>
  typeof value === "object" && value !== null && !(value instanceof Uint8Array);

/** As data: an own `__proto__` is a key like any other. */
const set = (holder: Holder, key: string, value: unknown): void =>
  void Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });

function* places(holder: Holder): Iterable<readonly [Holder, string]> {
  for (const key of Object.keys(holder)) {
    yield [holder, key];
    const value = holder[key];
    if (isHolder(value)) yield* places(value);
  }
}
