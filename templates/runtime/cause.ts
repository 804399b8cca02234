/**
 * Codes on the cause of what Node's `fetch` throws that mean that there never was a connection, so
 * that nothing was sent. No other runtime proves as much: Bun and Deno may have sent the request
 * before, on a connection that broke, and try again on their own; workers give no code.
 */
const neverConnected = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/;

/** What can be told of what `fetch` threw. */
interface Finding {
  /** The system's short code for it; empty when there is none. */
  readonly code: string;
  /** Whether it proves that the request never left. */
  readonly isUnsent: boolean;
}

/** Where Node keeps the bytes of a broken reply, and what other clients put on their errors. */
const revealing = ["data", "request", "response", "config", "options"];

/**
 * Looks into what `fetch` threw, and strikes from it, in place, what may be personal: path and query
 * of the URL, which Bun and Deno put there, and all that holds a request or a reply.
 */
export function examine(error: unknown): Finding {
  for (let one = error, depth = 3; one instanceof Error && depth; one = one.cause, depth--) {
    for (const key of revealing) Reflect.deleteProperty(one, key);
    for (const key of ["message", "stack", "path"]) {
      const text = read(one, key);
      if (typeof text === "string")
        Reflect.set(one, key, text.replace(/(https?:\/\/[^\s/?#]+)\S*/g, "$1"));
    }
  }
  const deep = read(read(error, "cause"), "code");
  const code = String(read(error, "code") ?? deep);
  return { code: /^[A-Z]\w+$/.test(code) ? code : "", isUnsent: neverConnected.test(String(deep)) };
}

/** A property of anything; primitive values have none that matters. */
const read = (value: unknown, key: string): unknown => Reflect.get(Object(value), key);
