import { call } from "../../../templates/runtime/call.js";
import { client, get } from "../fixtures.js";

// A program of its own: 200 calls of which most go wrong, and then nothing more to do. What it
// leaves behind would keep it from ending; each of its timers lasts ten minutes.
const [, , url = "", nobody = ""] = process.argv;
const timeout = 600_000;
const hire = client(url, { timeout });
const slowly = { ...get, id: "offer.slow", limits: [{ calls: 1, per: timeout }] };

const given = new AbortController();
const kept = new AbortController();

/** Makes so many calls at once, and counts what becomes of them. */
async function several(count: number, make: () => Promise<unknown>) {
  const tally: Record<string, number> = {};
  for (const outcome of await Promise.allSettled(Array.from({ length: count }, make))) {
    const { reason } = { reason: undefined, ...outcome };
    const name = reason instanceof Error ? reason.name : outcome.status;
    tally[name] = (tally[name] ?? 0) + 1;
  }
  return tally;
}

const ended = {
  ok: several(50, () => call(hire, get, { offer_id: "good" }, { signal: kept.signal })),
  late: several(20, () => call(hire, get, { offer_id: "mute" }, { timeout: 50, retries: 0 })),
  refused: several(20, () =>
    call(client(nobody, { timeout }), get, { offer_id: "good" }, { retries: 1 }),
  ),
  tokenless: several(20, () =>
    call(client(`${url}/mute`, { timeout: 50, retries: 0 }), get, { offer_id: "good" }),
  ),
};
const waiting = {
  // For a reply, for the time that the platform asked for, and for a turn.
  reply: several(50, () => call(hire, get, { offer_id: "mute" }, { signal: given.signal })),
  limits: several(20, () =>
    call(hire, get, { offer_id: "limited" }, { signal: given.signal, maxWait: timeout }),
  ),
  turn: several(20, () => call(hire, slowly, { offer_id: "good" }, { signal: given.signal })),
};

await Promise.all(Object.values(ended));
given.abort(new Error("enough"));

const told: Record<string, unknown> = {};
for (const [group, tally] of Object.entries({ ...ended, ...waiting })) told[group] = await tally;
const timers = process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
console.log(JSON.stringify({ ...told, timers }));
