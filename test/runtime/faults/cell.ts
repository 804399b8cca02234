import { call } from "../../../templates/runtime/call.js";
import type { CallOptions } from "../../../templates/runtime/call.js";
import type { Client } from "../../../templates/runtime/client.js";
import { ApiError, ClientError } from "../../../templates/runtime/errors.js";
import { fakeClock } from "../clock.js";
import { client, create, get } from "../fixtures.js";
import type { Fault } from "./faults.js";
import { openStage } from "./stage.js";
import type { Times } from "./stage.js";

/** A client's timeout, and that of a call which only it can end; nobody else's timers last as long. */
export const timeouts = { client: 54_321, call: 487 } as const;

export const kinds = ["read", "write without key", "write with key"] as const;
export type Kind = (typeof kinds)[number];

/** What became of one call. */
export interface Outcome {
  readonly attempts: number;
  /** Requests of the operation that a server read in full. */
  readonly seen: number;
  /** Requests for a token. */
  readonly tokens: number;
  readonly waits: readonly number[];
  /** Undefined when it succeeded. */
  readonly failure: unknown;
}

/**
 * Makes one call to a platform with a fault; time passes only while it sleeps. Returns once the
 * client has left no exchange open.
 */
export async function run(
  fault: Fault,
  times: Times,
  kind: Kind,
  elsewhere: string,
): Promise<Outcome> {
  const stage = await openStage(fault, times, elsewhere);
  const time = fakeClock("skipped");
  let attempts = 0;
  const operation = kind === "read" ? get.id : create.id;
  const hire = client(
    stage.url,
    {
      timeout: timeouts.client,
      hooks: {
        onRequest(event) {
          if (event.operation === operation) attempts++;
        },
      },
    },
    {
      ...time,
      async sleep(ms, signal) {
        await time.sleep(ms, signal);
        await stage.mend();
      },
    },
  );
  if (!fault.cold) await call(hire, get, { offer_id: "1" });
  attempts = 0;
  const before = stage.tokens();
  await stage.arm();
  const failure = await start(hire, kind, fault.endless ? { timeout: timeouts.call } : {}).then(
    () => undefined,
    (error: unknown) => error,
  );
  await stage.leave();
  const tokens = stage.tokens() - before;
  return { attempts, seen: stage.seen(), tokens, waits: time.waits, failure };
}

function start(hire: Client, kind: Kind, options: CallOptions): Promise<unknown> {
  if (kind === "read") return call(hire, get, { offer_id: "1" }, options);
  const key = kind === "write with key" ? { external_id: "7" } : {};
  return call(hire, create, { external_interview_id: "1", ...key }, options);
}

/** One cell of the matrix: what happens when the fault strikes once, and when it is there for good. */
export function cellText(once: Outcome, always: Outcome): string {
  const [first, second] = [outcomeText(once), outcomeText(always)];
  return first === second ? first : `${first} | ${second}`;
}

function outcomeText({ attempts, seen, tokens, waits, failure }: Outcome): string {
  const parts = [attempts === seen ? `${seen}` : `${attempts}/${seen}`];
  if (tokens > 0) parts[0] += `+${tokens}t`;
  if (failure === undefined) parts.push("ok");
  else if (!(failure instanceof ClientError)) parts.push(String(failure));
  else {
    parts.push(failure.name);
    if (failure instanceof ApiError) parts.push(String(failure.code));
    if (failure.retryable) parts.push("retryable");
    if (failure.mayHaveBeenApplied) parts.push("applied?");
  }
  if (waits.length > 0) parts.push(waits.join("+"));
  return parts.join(" ");
}

const legend =
  "once | always (one text when they are alike): attempts/requests that the endpoint read (one\n" +
  "number when they are alike) +requests for a token, outcome, what may be done, milliseconds waited";

/** Prints the rows measured, aligned, when the file is through. */
export function tableText(rows: ReadonlyMap<string, readonly string[]>): string {
  const lines = [["fault", ...kinds], ...[...rows].map(([name, cells]) => [name, ...cells])];
  const widths = [0, 1, 2, 3].map((at) =>
    Math.max(...lines.map((line) => (line[at] ?? "").length)),
  );
  const drawn = lines.map((line) =>
    line
      .map((text, at) => text.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [legend, "", ...drawn].join("\n");
}
