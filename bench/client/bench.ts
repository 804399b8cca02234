import type { Bench } from "../bench.js";
import { demandAgreement, refusalText } from "./agree.js";
import { measureCosts, type Effort } from "./costs.js";
import type { Conduct } from "./protocol.js";
import { SIDES } from "./sides.js";
import { costTables } from "./tables.js";
import { buildPrograms, EXAMPLES, startWorker } from "./worker.js";

const FULL: Effort = { rounds: 25, warmups: 3, calls: { many: 300, one: 150 } };
const CHECK: Effort = { rounds: 1, warmups: 0, calls: { many: 50, one: 10 } };

export const bench: Bench = {
  about:
    "What a call of a library costs, over keep-alive connections to a server on this machine in a process of its own. " +
    "feishu-hire is used as it comes: with tokens, retries, a timeout, checked inputs and rate limits, those raised so that none is reached. " +
    "The others have a token that never ends and no limits; the vendor's SDK fetches its token itself. " +
    "A process a library, called in turns; heap in processes that never collect it.",
  async run({ check, progress }) {
    await buildPrograms();
    const server = await startWorker("server", []);
    const baseUrl = `http://127.0.0.1:${String(server.first)}`;
    try {
      const conducts = new Map<string, Conduct>();
      for (const name of SIDES) {
        const client = await startWorker("client", [baseUrl, name]);
        conducts.set(name, (await client.ask({}).finally(client.stop)) as Conduct);
      }
      demandAgreement(conducts, EXAMPLES);
      const costs = await measureCosts(baseUrl, check ? CHECK : FULL, progress);
      return costTables(costs, refusalText(conducts));
    } finally {
      await server.stop();
    }
  },
};
