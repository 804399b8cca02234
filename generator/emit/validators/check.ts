import type { Module } from "../module.js";
import { runtime } from "../symbols.js";
import { isIdle, type Plan } from "./plan.js";
import { loopLines } from "./is.js";

/** The tests of one value: each that fails becomes an issue, with the path added on the way up. */
export function checkLines(plan: Plan, module: Module): string[] {
  const { present, check, items, value, path } = plan;
  if (check !== undefined) {
    const nested = `issues = ${module.value(runtime("issues", "within"))}(issues, ${check}(${value}, strict), ${path});`;
    return [present === undefined ? nested : `if (${present}) ${nested}`];
  }
  if (isIdle(plan)) return [];
  const loop =
    items === undefined ? [] : loopLines(items.head, items.bind, checkLines(items.plan, module));
  const report = (expected: string, code?: string) =>
    `issues = ${module.value(runtime("issues", "expected"))}(issues, [${path}], ${expected}, ${value}${code === undefined ? "" : `, "${code}"`});`;
  const tests = testsOf(plan);
  const guarded = present !== undefined && tests.length + loop.length > 1;
  const chain = tests.map(
    ({ broken, expected, code }) =>
      `if (${present === undefined || guarded ? broken : `${present} && ${broken}`}) ${report(expected, code)}`,
  );
  const [first = "", ...rest] = chain;
  // The size of a list says nothing about its items.
  const lines =
    loop.length > 0 ? [first, "else {", ...rest, ...loop, "}"] : [chain.join("\nelse ")];
  return guarded ? [`if (${present}) {`, ...lines, "}"] : lines;
}

interface Test {
  readonly broken: string;
  readonly expected: string;
  readonly code: string | undefined;
}

function testsOf({ wrong, expected, code, limits, closed, present, value }: Plan): Test[] {
  const kind = wrong ?? (present === undefined ? `${value} === undefined` : undefined);
  return [
    ...(kind === undefined ? [] : [{ broken: kind, expected, code }]),
    ...limits.map(({ broken, expected, code }) => ({
      broken,
      expected: JSON.stringify(expected),
      code,
    })),
    ...(closed === undefined
      ? []
      : [{ broken: `strict && ${closed.broken}`, expected: closed.expected, code: "enum" }]),
  ];
}
