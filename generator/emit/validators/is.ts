import { isIdle, type Plan } from "./plan.js";

/** The tests of one value: out at the first that fails, nothing allocated. */
export function isLines(plan: Plan): string[] {
  const { present, wrong, undocumented, limits, items, value } = plan;
  const sized = limits.map(({ proof, needsProof, broken }) =>
    needsProof ? { broken: `${proof} && ${broken}`, guarded: true } : { broken, guarded: false },
  );
  const newer = ["strict", present, undocumented].filter((test) => test !== undefined).join(" && ");
  const tests = [
    ...(wrong === undefined ? [] : [{ broken: wrong, guarded: false }]),
    ...(undocumented === undefined ? [] : [{ broken: newer, guarded: true }]),
    ...sized,
  ];
  if (tests.length === 0 && present === undefined)
    return [`if (${value} === undefined) return false;`];
  const loop = items === undefined ? [] : loopLines(items.head, items.bind, isLines(items.plan));
  if (isIdle(plan)) return [];
  if (present === undefined || loop.length === 0) {
    return [
      ...tests.map(({ broken, guarded }) => {
        const test = present === undefined || guarded ? broken : `${present} && ${broken}`;
        return `if (${test}) return false;`;
      }),
      ...loop,
    ];
  }
  return [
    `if (${present}) {`,
    ...tests.map(({ broken }) => `if (${broken}) return false;`),
    ...loop,
    "}",
  ];
}

function loopLines(head: string, bind: string | undefined, body: readonly string[]): string[] {
  if (body.length === 0) return [];
  if (bind === undefined && body.length === 1) return [`${head} ${body.join()}`];
  return [`${head} {`, ...(bind === undefined ? [] : [bind]), ...body, "}"];
}
