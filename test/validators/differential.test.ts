import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { afterAll, expect, test } from "vitest";
import type { Direction, Model, ObjectType } from "../../generator/model/model.js";
import { kebabCase } from "../../generator/model/names.js";
import { levelSchema } from "../../generator/openapi/level.js";
import { everything, hire, packageOf } from "../fixtures/package.js";
import type { Check, Issue } from "../../templates/runtime/issues.js";
import { openWorkshop } from "../fixtures/workshop.js";
import { mutations, replaced } from "./mutations.js";
import { places, sample } from "./samples.js";

// The generated validators against an independent one, on the schema that is generated apart from
// them: the same verdicts, at the same places, for examples and for everything that is wrong.
const models: Readonly<Record<string, Model>> = {
  hire: await hire(),
  everything: await everything(),
};
const packages = await Promise.all(
  Object.entries(models).map(async ([name, model]) => [name, await packageOf(model)] as const),
);
const workshop = await openWorkshop(new Map(packages));
afterAll(workshop.close);

type Case = readonly [name: string, service: string, type: ObjectType, direction: Direction];
const cases = Object.entries(models).flatMap(([service, model]) => casesOf(service, model));

function casesOf(service: string, { types, resources }: Model): Case[] {
  const named = [...types, ...resources.flatMap((resource) => resource.types)];
  const inputs = resources.flatMap(({ operations }) => operations.map(({ input }) => input));
  const outputs = resources.flatMap(({ operations }) => operations.map(({ output }) => output));
  const both = (all: readonly ObjectType[], direction: Direction): Case[] =>
    all
      .filter((type) => type.directions.has(direction))
      .map((type) => [exported(type, direction), service, type, direction]);
  return [...both([...named, ...inputs], "input"), ...both([...named, ...outputs], "output")];
}

function exported(type: ObjectType, direction: Direction): string {
  return direction === "input" ? type.inputName : type.outputName;
}

interface Validators {
  readonly is: (value: unknown) => boolean;
  readonly check: (value: unknown, strict: boolean) => readonly Issue[];
}

async function validators([name, service, { resource }]: Case): Promise<Validators> {
  const file = resource === undefined ? "shared" : kebabCase(resource);
  const module = await workshop.load(service, `src/validators/${file}.ts`);
  // What the generated module is known to export.
  const { is, add } = { is: module[`is${name}`], add: module[`check${name}`] } as unknown as {
    is: Validators["is"];
    add: Check;
  };
  const check: Validators["check"] = (value, strict) => {
    const issues: Issue[] = [];
    add({ issues, strict }, value);
    return issues;
  };
  return { is, check };
}

const schemaOf = (type: ObjectType, direction: Direction, level: "documented" | "strict") =>
  new Ajv2020({ strictTypes: false, allErrors: true }).compile(
    levelSchema(type, { direction, level }),
  );

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
          verdict === is(changed) || `documented: ${is(changed)}, not ${verdict}`,
          same(found, placesOf(documented)) ||
            `at ${found.join()}, not ${placesOf(documented).join()}`,
          strict(json) === (check(changed, true).length === 0) || "strict",
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

/** Undefined is absent, and so is null in a reply: JSON Schema does not know. */
function asJson(value: unknown, direction: Direction): unknown {
  if (Array.isArray(value)) return Array.from(value, (item) => asJson(item, direction));
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined && (direction === "input" || inner !== null))
    .map(([key, inner]) => [key, asJson(inner, direction)] as const);
  return Object.assign(Object.create(null) as object, Object.fromEntries(entries));
}

const pathsOf = (issues: readonly Issue[]): string[] =>
  unique(issues.map(({ path }) => path.map((key) => `/${pointer(key)}`).join("")));

const placesOf = ({ errors }: ValidateFunction): string[] =>
  unique((errors ?? []).filter(({ keyword }) => keyword !== "if").map(placeOf));

function placeOf({ instancePath, params }: ErrorObject): string {
  const { missingProperty, additionalProperty } = params as Partial<Record<string, string>>;
  const key = missingProperty ?? additionalProperty;
  return key === undefined ? instancePath : `${instancePath}/${pointer(key)}`;
}

const pointer = (key: string | number) => String(key).replaceAll("~", "~0").replaceAll("/", "~1");
const unique = (texts: readonly string[]): string[] => [...new Set(texts)].sort();
const same = (a: readonly string[], b: readonly string[]) => a.join("\n") === b.join("\n");
