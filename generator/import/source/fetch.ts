import { addressOf, mayLead, unsafe } from "./address.js";
import { reasonOf } from "./fetch-reason.js";
import { textOf, type Text } from "./text.js";

interface Limits {
  readonly timeout: number;
  readonly maxBytes: number;
}

const REDIRECTS = 3;
const INSTEAD = "or save the page and import the file";

/** The Markdown or JSON behind an address, and the page's own address. */
export async function fetchPage(
  argument: string,
  { timeout, maxBytes }: Limits,
): Promise<Text & { readonly link?: string | undefined }> {
  const address = addressOf(argument);
  if ("problem" in address) return address;
  let at = address.target;
  try {
    const answer = await ask(at, AbortSignal.timeout(timeout), (url) => (at = url));
    if ("problem" in answer) return answer;
    const { url, response } = answer;
    if (!response.ok) {
      await response.body?.cancel();
      return { problem: refusal(url, response.status) };
    }
    const read = await textOf(chunksOf(response), url, maxBytes);
    if ("problem" in read) return read;
    return isWebPage(read.text)
      ? {
          problem: `${url} answered with HTML instead of Markdown: open it in a browser and check the address, ${INSTEAD}`,
        }
      : { ...read, link: address.link };
  } catch (error) {
    return { problem: failure(at, error, timeout) };
  }
}

/** Follows redirects by hand. */
async function ask(
  target: URL,
  signal: AbortSignal,
  onWay: (url: URL) => void,
): Promise<{ url: string; response: Response } | { problem: string }> {
  let url = target;
  for (let left = REDIRECTS; ; left--) {
    const response = await fetch(url, {
      redirect: "manual",
      signal,
      headers: { accept: "text/markdown, application/json, text/plain", "user-agent": "larkgen" },
    });
    const location = response.headers.get("location");
    if (!MOVED.has(response.status) || location === null) return { url: url.href, response };
    await response.body?.cancel();
    if (left === 0) {
      return {
        problem: `${target.href} leads to more than ${REDIRECTS} other addresses: open it in a browser and use the last one`,
      };
    }
    if (!URL.canParse(location, url.href)) {
      return {
        problem: `${url.href} leads to "${location}", which is no address: open it in a browser, ${INSTEAD}`,
      };
    }
    const next = new URL(location, url);
    if (!mayLead(url, next)) {
      return {
        problem: `${url.href} leads to ${next.protocol}//${next.host}, which is not safe to follow: open it in a browser, ${INSTEAD}`,
      };
    }
    const problem = unsafe(next);
    if (problem !== undefined) return { problem: `${url.href} leads elsewhere, and ${problem}` };
    url = next;
    onWay(url);
  }
}

/** Stops the transfer when nobody wants the rest. */
async function* chunksOf({ body }: Response): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel();
  }
}

const MOVED = new Set([301, 302, 303, 307, 308]);

const refusal = (url: string, status: number): string =>
  status === 404 || status === 410
    ? `${url} answered ${status}: open it in a browser and check the address, ${INSTEAD}`
    : `${url} answered ${status}: try again later, ${INSTEAD}`;

const isWebPage = (text: string): boolean =>
  /^\s{0,1000}(?:<!--[^>]{0,1000}-->\s{0,100})?<(?:!doctype html|html|head|body)[\s>]/iu.test(text);

function failure({ href, host }: URL, error: unknown, timeout: number): string {
  if (error instanceof Error && error.name === "TimeoutError") {
    return `${href} did not answer within ${timeout / 1000} s: try again, ${INSTEAD}`;
  }
  const { reason, check } = reasonOf(error);
  return `${host} ${reason}: check ${check}, ${INSTEAD}`;
}
