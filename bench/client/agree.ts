import { isDeepStrictEqual } from "node:util";
import type { Conduct } from "./protocol.js";
import { PATH, readSeed, TOKEN } from "./seed.js";

/** Throws unless the server saw the same request from all sides, and all got the data that it sent. */
export function demandAgreement(conducts: ReadonlyMap<string, Conduct>, examples: string): void {
  const { input, reply } = readSeed(examples);
  for (const [name, { output, seen }] of conducts) {
    const { method, path, authorization, type, body } = seen;
    const facts = [method, path, authorization, type.replace(/;.*/u, ""), JSON.parse(body), output];
    const wanted = ["POST", PATH, `Bearer ${TOKEN}`, "application/json", input, reply.data];
    const at = facts.findIndex((fact, index) => !isDeepStrictEqual(fact, wanted[index]));
    if (at < 0) continue;
    const texts = [facts[at], wanted[at]].map((fact) => JSON.stringify(fact));
    throw new Error(`${name}: ${texts.join(" instead of ")}`);
  }
}

/** Who resolves a call that the platform refused with the status 200. */
export function refusalText(conducts: ReadonlyMap<string, Conduct>): string {
  const resolving = [...conducts].filter(([, { rejectsRefusals }]) => !rejectsRefusals);
  const names = resolving.map(([name]) => name).join(", ");
  return `Refused with the status 200 and another code than 0, a call resolves with ${names}; there the check is ours, by hand.`;
}
