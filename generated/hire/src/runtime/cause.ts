/**
 * Codes on the cause of what Node's `fetch` throws that mean that there never was a connection, so
 * that nothing was sent. No other runtime proves as much: Bun and Deno may have sent the request
 * before, on a connection that broke, and try again on their own; workers give no code.
 */
const neverConnected = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/;

/** The system's short code for what `fetch` threw; empty when there is none. */
export function codeOf(error: unknown): string {
  const code = read(error, "code") ?? read(read(error, "cause"), "code");
  return /^[A-Z]\w+$/.test(String(code)) ? String(code) : "";
}

/** Whether what `fetch` threw proves that the request never left. */
export const neverSent = (error: unknown): boolean =>
  neverConnected.test(String(read(read(error, "cause"), "code")));

/**
 * Strikes from what `fetch` threw, in place, what may be personal: path and query of the URL, which
 * Bun and Deno put there, and the bytes of a broken reply, which Node keeps.
 */
export function redact(error: unknown): void {
  for (let one = error, depth = 3; one instanceof Error && depth; one = one.cause, depth--) {
    Reflect.deleteProperty(one, "data");
    for (const key of ["message", "stack", "path"]) {
      const text = read(one, key);
      if (typeof text === "string")
        Reflect.set(one, key, text.replace(/(https?:\/\/[^\s/?#]+)\S*/g, "$1"));
    }
  }
}

function read(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
