import { call } from "./call.js";
import type { ApiPromise, CallOptions } from "./call.js";
import type { Client } from "./client.js";
import { ClientError, ResponseError } from "./client-error.js";
import { isRecord } from "./issues.js";
import type { Operation } from "./operation.js";

/**
 * A paged call: awaited, it is the first page; iterated, all items. The first page is asked for at
 * once and only once, later ones as the iteration comes to them.
 */
export interface PagedPromise<Output, Item> extends ApiPromise<Output>, AsyncIterable<Item> {
  /** All pages, the first included, each as the platform sent it. */
  pages(): AsyncIterableIterator<Output>;
}

/** Carries out a paged operation. An error on any page reaches whoever awaits or iterates. */
export function paginate<Input extends object, Output, Item>(
  client: Client,
  operation: Operation<Input, Output>,
  input?: Input,
  options: CallOptions = {},
): PagedPromise<Output, Item> {
  const given = { ...input }; // later changes to the input do not count
  const first = call(client, operation, input, options);

  /** Every page with the token it was asked for by; the first has none. */
  async function* walk(): AsyncGenerator<[Awaited<Output>, string | undefined], void, undefined> {
    const seen = new Set<unknown>(isRecord(input) ? [input["page_token"]] : []);
    let page = await first;
    let token: string | undefined;
    for (;;) {
      yield [page, token];
      token = nextToken(operation.id, page);
      if (token === undefined) return;
      if (seen.has(token)) throw broken(operation.id, "the page token repeats");
      seen.add(token);
      // `page_token` is an input of every paged operation, and the rest is the caller's own input.
      const next = { ...given, page_token: token } as unknown as Input;
      const pageToken = token;
      page = await call(client, operation, next, options).catch((error: unknown) => {
        throw error instanceof ClientError ? Object.assign(error, { pageToken }) : error;
      });
    }
  }

  async function* pages(): AsyncGenerator<Output, void, undefined> {
    for await (const [page] of walk()) yield page;
  }

  async function* items(): AsyncGenerator<Item, void, undefined> {
    for await (const [page, token] of walk()) yield* itemsOf<Item>(operation, page, token);
  }

  return Object.assign(first, { pages, [Symbol.asyncIterator]: items });
}

/**
 * Only `has_more: false` is an end, or saying nothing at all, as the vendor's examples of a last
 * page do; an empty list is none.
 */
function nextToken(id: string, page: unknown): string | undefined {
  const reply: Record<string, unknown> = isRecord(page) ? page : {};
  const { has_more: more, page_token: token } = reply;
  if (more === false) return undefined;
  if (typeof token === "string" && token !== "") return token;
  if (more === true) throw broken(id, "more pages are announced without a page token");
  return undefined;
}

function itemsOf<Item>(
  { id, paging }: Operation<unknown, unknown>,
  page: unknown,
  pageToken: string | undefined,
): Item[] {
  let list = page;
  for (const key of paging?.items ?? []) list = isRecord(list) ? list[key] : undefined;
  if (list === undefined || list === null) return [];
  // The items are vouched for by the operation's description, as the page itself is.
  if (Array.isArray(list)) return list as Item[];
  throw broken(id, "the reply holds something else where the list belongs", pageToken);
}

function broken(id: string, what: string, pageToken?: string): ResponseError {
  return new ResponseError(id, ` failed: ${what}`, { pageToken });
}
