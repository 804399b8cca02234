interface Reason {
  /** What the host does: `refused the connection (ECONNREFUSED)`. */
  readonly reason: string;
  readonly check: string;
}

/** Why nothing came: `fetch` itself says only that it failed. */
export function reasonOf(error: unknown): Reason {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const [, words, check] = REASONS.find(([pattern]) => pattern.test(code)) ?? [];
  if (words !== undefined && check !== undefined) return { reason: `${words} (${code})`, check };
  const message = cause instanceof Error ? cause.message : String(cause);
  return { reason: `cannot be asked (${code || message})`, check: "the address and the network" };
}

const ADDRESS = "the address";
const NETWORK = "the network";
const PROXY = "the address, name a proxy's certificate in NODE_EXTRA_CA_CERTS";

const REASONS: readonly (readonly [code: RegExp, words: string, check: string])[] = [
  [/^(?:ENOTFOUND|EAI_AGAIN)$/u, "cannot be found", "the address and the network"],
  [/^ECONNREFUSED$/u, "refused the connection", ADDRESS],
  [/^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/u, "broke off the connection", NETWORK],
  [/^(?:ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/u, "does not take the connection", NETWORK],
  [/^(?:EHOSTUNREACH|ENETUNREACH)$/u, "cannot be reached from here", NETWORK],
  [/^CERT_HAS_EXPIRED$/u, "shows a certificate that has expired", ADDRESS],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/u, "shows the certificate of another host", ADDRESS],
  [/^UNABLE_TO_|CERT/u, "shows a certificate that nobody vouches for", PROXY],
  [/^(?:ERR_SSL_|EPROTO$)/u, "does not speak TLS there", ADDRESS],
  [/^HPE_/u, "does not speak HTTP there", ADDRESS],
  [/^(?:Z_|ERR__ERROR_|ERR_.*BROTLI)/u, "sent what cannot be unpacked", ADDRESS],
];
