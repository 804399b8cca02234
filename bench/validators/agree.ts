import { CASES, CASE_NAMES, type CaseName } from "./cases.js";
import { LEVELS, type Level, type Validator } from "./side.js";
import { OURS, SIDES } from "./sides.js";

/** Throws unless all sides give the same verdict on every value, and find the issues in the same places. */
export async function agree(): Promise<void> {
  for (const name of CASE_NAMES) for (const level of LEVELS) await agreeOn(name, level);
}

async function agreeOn(name: CaseName, level: Level): Promise<void> {
  const { target, values } = CASES[name];
  const { valid, invalid } = await values(level);
  const all = [...valid, ...invalid];
  const want: (readonly string[])[] = [];
  for (const side of SIDES) {
    side.prepare?.("all");
    const validator = await side.load(target, level);
    for (const [index, value] of all.entries()) {
      const where = `${side.name}, ${name}, ${level}, value ${index}`;
      const places = placesOf(validator, value, index < valid.length, where);
      const wanted = (want[index] ??= places);
      if (places.join() !== wanted.join())
        throw new Error(`${where}: issues at [${places.join()}], ${OURS} at [${wanted.join()}]`);
    }
  }
}

function placesOf(validator: Validator, value: unknown, right: boolean, where: string) {
  const paths = validator.paths(value);
  if (validator.is(value) !== right || (paths.length === 0) !== right)
    throw new Error(`${where}: ${right ? "refused" : "accepted"}, issues at [${paths.join()}]`);
  if (!right && validator.first(value) === undefined) throw new Error(`${where}: no first issue`);
  return deepest(paths);
}

/** Some repeat at a union what they say of its member: only the innermost places count. */
function deepest(paths: readonly string[]): readonly string[] {
  const places = [...new Set(paths)].sort();
  return places.filter((place) => !places.some((other) => other.startsWith(`${place}.`)));
}
