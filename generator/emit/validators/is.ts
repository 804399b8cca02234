import { isIdle, type Items, type Plan } from "./plan.js";

/** The tests of one value: out at the first that fails, nothing allocated. */
export function isLines(plan: Plan): string[] {
  const { present, wrong, limits, items, value } = plan;
  const sized = limits.map(({ proof, needsProof, broken }) =>
    needsProof ? { broken: `${proof} && ${broken}`, guarded: true } : { broken, guarded: false },
  );
  const tests = [...(wrong === undefined ? [] : [{ broken: wrong, guarded: false }]), ...sized];
  if (tests.length === 0 && present === undefined)
    return [`if (${value} === undefined) return false;`];
  const loop = items === undefined ? [] : loopLines(items);
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

/** True of a value that is newer than the documentation, which counts when strict; undefined when none can be. */
export function isNewer({ present, undocumented }: Plan): string | undefined {
  if (undocumented === undefined || present === undefined) return undocumented;
  return `${present} && ${undocumented}`;
}

function loopLines({ head, bind, plan }: Items): string[] {
  const newer = isNewer(plan);
  const body = [
    ...isLines(plan),
    ...(newer === undefined ? [] : [`if (strict && ${newer}) return false;`]),
  ];
  if (body.length === 0) return [];
  if (bind === undefined && body.length === 1) return [`${head} ${body.join()}`];
  return [`${head} {`, ...(bind === undefined ? [] : [bind]), ...body, "}"];
}
