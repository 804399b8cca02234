import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import type { Issue } from "../../templates/runtime/issues.js";
import { arbitrary } from "./arbitrary.js";
import { change, changed } from "./changes.js";
import { generated } from "./generated.js";
import { asJson, pathsOf, pathText, placesOf, schemaOf } from "./oracle.js";

// Values of every input and output, right ones and changed ones, against an independent validator:
// the same places are wrong, level by level. `PROPERTY_RUNS=1000` looks longer, and elsewhere each time.
const runs = Number(process.env["PROPERTY_RUNS"] ?? 0);
const settings = runs > 0 ? { numRuns: runs } : { numRuns: 100, seed: 1 };

const { workshop, operations, validators } = await generated();
afterAll(workshop.close);

test.for(operations)("%s of %s agrees, whatever the value", { timeout: 600_000 }, async (it) => {
  const [, , type, direction] = it;
  const { is, check } = await validators(it);
  const levels = (["documented", "strict"] as const).map(
    (level) => [level, schemaOf(type, direction, level)] as const,
  );
  const values = fc.tuple(arbitrary(type, direction), fc.array(change, { maxLength: 3 }));
  fc.assert(
    fc.property(values, ([right, changes]) => {
      let reads = 0;
      const getters = changes.filter(({ what }) => what === "a getter").length;
      const value = changes.reduce<unknown>(
        (before, each) => changed(before, each, () => reads++),
        structuredClone(right),
      );
      freeze(value);
      const json = asJson(value, direction);
      const holes = new Set(holesOf(value, ""));
      const isSaid = (path: string) => !holes.has(path);
      const once = <T>(look: () => T): T => {
        reads = 0;
        const seen = look();
        expect(reads, "reads of getters").toBeLessThanOrEqual(getters);
        return seen;
      };
      const found = levels.map(([level, schema]) => {
        schema(json);
        const issues = once(() => check(value, level === "strict"));
        const ours = pathsOf(issues.filter((issue) => !isBeyondJson(issue)));
        expect(ours.filter(isSaid), level).toEqual(placesOf(schema).filter(isSaid));
        expect(once(() => is(value, level === "strict"))).toBe(issues.length === 0);
        return issues;
      });
      const [documented = [], strict = []] = found;
      expect(pathsOf(strict)).toEqual(expect.arrayContaining(pathsOf(documented)));
    }),
    settings,
  );
});

/** Of files, which JSON does not have, and of numbers in texts, of which JSON Schema knows nothing. */
const isBeyondJson = ({ code, expected }: Issue): boolean =>
  code !== "required" && /^a file$| bytes$| as a number$/u.test(expected);

/** Holes are none of JSON's values: we refuse them, whatever the items may be. */
function* holesOf(value: unknown, path: string): Iterable<string> {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value))
    for (let i = 0; i < value.length; i++) {
      if (value[i] === undefined) yield path + pathText([i]);
      else yield* holesOf(value[i], path + pathText([i]));
    }
  else
    for (const [key, inner] of Object.entries(value)) yield* holesOf(inner, path + pathText([key]));
}

/** Whoever changed a value that is checked would throw. */
function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return;
  for (const inner of Object.values(value)) freeze(inner);
  Object.freeze(value);
}
