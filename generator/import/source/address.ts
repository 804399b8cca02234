/** Where a page is fetched from, and where people read it. */
export interface Address {
  readonly target: URL;
  /** Undefined for what only programs read. */
  readonly link: string | undefined;
}

export const isAddress = (argument: string): boolean => /^https?:\/\//iu.test(argument);

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
