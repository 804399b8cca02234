/**
 * The place every request and token goes to, without a slash at its end. Throws a `TypeError`,
 * which does not repeat the text, unless that is https, or http to this very machine.
 */
export function resolveBaseUrl(text: string): string {
  if (text === "feishu") return "https://open.feishu.cn";
  if (text === "lark") return "https://open.larksuite.com";
  const url = URL.canParse(text) && new URL(text);
  const plain = url && url.origin + url.pathname;
  // Credentials, a query or a fragment would make `href` longer.
  if (
    plain &&
    plain === url.href &&
    /^(https:|http:..(localhost|127[\d.]+|\[::1\])[:/])/.test(plain)
  )
    return plain.replace(/\/+$/, "");
  throw new TypeError('baseUrl: use "feishu", "lark" or a bare https URL (http for loopback only)');
}
