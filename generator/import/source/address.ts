import { BlockList, isIP } from "node:net";

/** Where a page is fetched from, and where people read it. */
export interface Address {
  readonly target: URL;
  /** Undefined for what only programs read. */
  readonly link: string | undefined;
}

/** Of any scheme: no file is called like that. */
export const isAddress = (argument: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//iu.test(argument);

const SAVED = /\.(?:md|markdown|json|txt|html?)$/iu;
/** The vendor's servers of definitions: JSON already, and told by the query what is asked for. */
const DATA = /^\/(?:api_explorer|document_portal|api)\//u;

/**
 * The vendor has every page as Markdown, too: beside it, with `.md`. A query is the reader's own
 * (which app he is logged in for), except where it names what is asked for.
 */
export function addressOf(argument: string): Address | { readonly problem: string } {
  if (!URL.canParse(argument)) return { problem: `${argument} is no address: check it` };
  const target = new URL(argument);
  const problem = unsafe(target);
  if (problem !== undefined) return { problem };
  target.hash = "";
  if (DATA.test(target.pathname)) return { target, link: undefined };
  const page = new URL(target);
  page.search = "";
  page.pathname = page.pathname.replace(/\/+$/u, "").replace(/\.(?:md|markdown)$/iu, "");
  const link = SAVED.test(page.pathname) ? undefined : page.href;
  if (SAVED.test(target.pathname) || page.pathname === "/") return { target, link };
  const markdown = new URL(page);
  markdown.pathname += ".md";
  return { target: markdown, link };
}

/** Why an address is not asked at all. */
export function unsafe({ protocol, hostname, username, password, host }: URL): string | undefined {
  if (protocol !== "https:" && protocol !== "http:") {
    const instead = protocol === "file:" ? "the file's path" : "an address with https://";
    return `nothing is fetched from ${protocol}// addresses: give ${instead}`;
  }
  if (username !== "" || password !== "") {
    return `the address of ${host} has a name or a password in it: take it out`;
  }
  if (protocol === "http:" && !isLoopback(hostname)) {
    return `${host} is asked without encryption: write https:// instead of http://`;
  }
  return undefined;
}

const isLoopback = (hostname: string): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127(?:\.[0-9]{1,3}){3}$/u.test(hostname);

/** This machine and its own network. */
const NEAR = new BlockList();
for (const [address, prefix] of [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
  ] as const),
  ...([
    ["172.16.0.0", 12],
    ["192.168.0.0", 16],
  ] as const),
] as const)
  NEAR.addSubnet(address, prefix, "ipv4");
for (const [address, prefix] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  NEAR.addSubnet(address, prefix, "ipv6");

/** No redirect leaves encryption, or leads from the net to a machine near us. */
export const mayLead = (from: URL, to: URL): boolean =>
  (to.protocol === from.protocol || (from.protocol === "http:" && to.protocol === "https:")) &&
  (isNear(from.hostname) || !isNear(to.hostname));

/** Whether only this machine or its network reaches a host; a name that leads there is not looked up. */
function isNear(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/gu, "");
  const kind = isIP(address);
  if (kind === 0) return /(?:^|\.)localhost\.?$/u.test(hostname);
  return NEAR.check(address, kind === 4 ? "ipv4" : "ipv6");
}
