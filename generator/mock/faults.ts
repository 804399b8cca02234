import { unreachable } from "../unreachable.js";
import { type Answer, refuse } from "./answer.js";
import type { HttpReply, Write } from "./http-reply.js";

/** What can go wrong with a call. After `reply-lost` and `reply-cut` it has been handled all the same. */
const FAULTS = [
  "connection-lost",
  "reply-lost",
  "reply-cut",
  "bad-gateway",
  "rate-limit",
  "rate-limit-older",
  "system-error",
] as const;

export type Fault = (typeof FAULTS)[number];

/**
 * Decides for one call after the other what goes wrong with it; nothing, if undefined. `rate`, from
 * 0 to 1, is the share of calls with a fault. The same run of calls gets the same faults.
 */
export function createFaults(rate: number): () => Fault | undefined {
  const chance = createChance(20_250_101);
  // Drawn for every call, so that a higher rate adds faults to those of a lower one.
  return () => {
    const [whether, which] = [chance(), chance()];
    return whether < rate ? FAULTS[Math.floor(which * FAULTS.length)] : undefined;
  };
}

/** The generator called Mulberry32: numbers from 0 up to, not including, 1. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The reply to a call with this fault; undefined when there is none, only the connection's end. */
export async function replyWith(
  fault: Fault,
  handle: () => Promise<Answer>,
  write: Write,
): Promise<HttpReply | undefined> {
  switch (fault) {
    case "connection-lost":
      return undefined;
    case "reply-lost":
      await handle();
      return undefined;
    case "reply-cut":
      return cut(write(await handle()));
    case "bad-gateway":
      return GATEWAY;
    case "rate-limit":
      return timed(write(refuse("rateLimit")));
    case "rate-limit-older":
      return write(refuse("olderRateLimit"));
    case "system-error":
      return write(refuse("systemError"));
    default:
      return unreachable(fault);
  }
}

/** Half of an object's JSON is never JSON; the HTTP around it stays whole. */
function cut({ text, ...reply }: HttpReply): HttpReply {
  return { ...reply, text: text.slice(0, text.length / 2), code: undefined };
}

/** Says how many seconds to wait. */
function timed({ headers, ...reply }: HttpReply): HttpReply {
  const limit = { "x-ogw-ratelimit-limit": "50", "x-ogw-ratelimit-reset": "1" };
  return { ...reply, headers: { ...headers, ...limit } };
}

/** Not the platform's words, but those of a proxy before it. */
const GATEWAY: HttpReply = {
  status: 502,
  headers: { "content-type": "text/html" },
  text: "<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>\n",
  code: undefined,
};
