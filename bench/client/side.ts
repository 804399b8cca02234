import type { Envelope, Input, Output } from "./seed.js";

/** A library, set up to call one server. */
export interface Library {
  /** Resolves with what the library does. */
  readonly send: (input: Input) => Promise<unknown>;
  /** Resolves with the data, and rejects when the platform refuses. */
  readonly call: (input: Input) => Promise<Output>;
}

export interface Side {
  readonly connect: (baseUrl: string) => Library;
}

/** A library that leaves the envelope to its caller. */
export const opening = (send: (input: Input) => Promise<Envelope>): Library => ({
  send,
  async call(input) {
    const { code, msg, data } = await send(input);
    if (code !== 0) throw new Error(`${code} ${msg}`);
    return data ?? {};
  },
});
