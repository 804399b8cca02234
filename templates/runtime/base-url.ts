import { demand } from "./demand.js";

/**
 * The place every request and token goes to, without a slash at its end. Throws a `TypeError`,
 * which does not repeat the text, unless that is https, or http to this very machine.
 */
export function resolveBaseUrl(text: string): string {
  if (text === "feishu") return "https://open.feishu.cn";
  if (text === "lark") return "https://open.larksuite.com";
  const { href } = URL.canParse(text) ? new URL(text) : { href: "" };
  // No credentials, no query, no fragment.
  const isBare = /^(https:..[^/@]+|http:..(localhost|127[\d.]+|\[::1\])(:\d+)?)\/[^?#]*$/.test(
    href,
  );
  demand(isBare, 'baseUrl: use "feishu", "lark" or a bare https URL (http for loopback only)');
  return href.replace(/\/+$/, "");
}
