import { afterAll, expect, test } from "vitest";
import { generated } from "./generated.js";
import { mutations, replaced } from "./mutations.js";
import { asJson, pathsOf, placesOf, schemaOf } from "./oracle.js";
import { places, sample } from "./samples.js";

// The generated validators against an independent one, on the schema that is generated apart from
// them: the same verdicts, at the same places, for examples and for everything that is wrong.
const { workshop, operations, types, validators } = await generated();
afterAll(workshop.close);
const cases = [...types, ...operations];

test("the validators compile", () => {
  expect(workshop.problems).toEqual([]);
});

// The largest types have thousands of places.
test.for(cases)("%s of %s agrees with its JSON Schema", { timeout: 120_000 }, async (it) => {
  const [, , type, direction] = it;
  const { is, check } = await validators(it);
  const documented = schemaOf(type, direction, "documented");
  const strict = schemaOf(type, direction, "strict");
  const differences: string[] = [];
  const verdicts = new Set<boolean>();
  for (const isFull of [true, false]) {
    const base = sample(type, direction, isFull);
    expect(pathsOf(check(base, false)), "the examples themselves").toEqual(
      isFull ? [] : expect.anything(),
    );
    for (const place of places(base, { kind: "object", of: type }, direction)) {
      for (const { what, value } of mutations(place, at(base, place.path))) {
        const changed = replaced(base, place.path, value);
        const json = asJson(changed, direction);
        const found = pathsOf(check(changed, false));
        const verdict = documented(json);
        verdicts.add(verdict);
        const told = [
          is(changed) === (found.length === 0) || "is and check differ",
          is(changed, true) === (check(changed, true).length === 0) ||
            "strict: is and check differ",
          verdict === is(changed) || `documented: ${is(changed)}, not ${verdict}`,
          same(found, placesOf(documented)) ||
            `at ${found.join()}, not ${placesOf(documented).join()}`,
          strict(json) === (check(changed, true).length === 0) || "strict",
          same(pathsOf(check(changed, true)), placesOf(strict)) || "strict: other places",
        ].filter((text) => text !== true);
        if (told.length > 0)
          differences.push(`${place.path.join("/")} = ${what}: ${told.join("; ")}`);
      }
    }
  }
  expect(differences).toEqual([]);
  expect([...verdicts].sort()).toEqual([false, true]);
});

const at = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, key) => (inner as Record<string, unknown> | undefined)?.[key],
    value,
  );

const same = (a: readonly string[], b: readonly string[]) => a.join("\n") === b.join("\n");
