import { call } from "./call.js";
import type { ApiPromise, CallOptions } from "./call.js";
import type { Client } from "./client.js";
import { ClientError, ResponseError } from "./client-error.js";
import { isRecord } from "./issues.js";
import type { AnyOperation, Operation } from "./operation.js";

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

  /** Every page with the token it was asked for by; the first has none, unless the caller gave one. */
  async function* walk(): AsyncGenerator<[Awaited<Output>, string | undefined], void, undefined> {
    // `page_token` is an input of every paged operation; a caller who has one resumes.
    let { page_token: token } = given as { page_token?: string };
    const seen = new Set([token]);
    let page: Promise<Output> = first;
    for (;;) {
      const settled = await page.catch((error: unknown) => {
        throw error instanceof ClientError && token ? goneOn(error, token) : error;
      });
      yield [settled, token];
      token = nextToken(operation, settled, token);
      if (token === undefined) return;
      if (seen.has(token)) throw broken(operation.id, "the page token repeats");
      seen.add(token);
      page = call(client, operation, { ...given, page_token: token } as Input, options);
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

/** The failure of a page, with its token: a copy, as calls may share the failure to get a token. */
function goneOn(error: ClientError, pageToken: string): ClientError {
  const { constructor, operation, message, cause, stack } = error;
  // Every class of errors here has the constructor of the root.
  const Kind = constructor as typeof ClientError;
  const text = message.slice(operation.length);
  return Object.assign(new Kind(operation, text, { ...error, pageToken }, { cause }), { stack });
}

/**
 * Only `has_more: false` is an end, or a list without a word on more, as the vendor's examples of a
 * last page have it; an empty list is none. `asked` is the token that the page was asked for by.
 */
function nextToken(
  operation: AnyOperation,
  page: unknown,
  asked: string | undefined,
): string | undefined {
  const { id } = operation;
  const reply: Record<string, unknown> = isRecord(page) ? page : {};
  const { has_more: more, page_token: token } = reply;
  if (more === false) return undefined;
  if (typeof token === "string" && token !== "") return token;
  if (more === true) throw broken(id, "more pages are announced without a page token", asked);
  if (asked && !listOf(operation, page)) throw broken(id, "a page came without its list", asked);
  return undefined;
}

function listOf({ paging }: AnyOperation, page: unknown): unknown {
  let list = page;
  for (const key of paging?.items ?? []) list = isRecord(list) ? list[key] : undefined;
  return list;
}

function itemsOf<Item>(
  operation: AnyOperation,
  page: unknown,
  pageToken: string | undefined,
): Item[] {
  const list = listOf(operation, page);
  if (list === undefined || list === null) return [];
  // The items are vouched for by the operation's description, as the page itself is.
  if (Array.isArray(list)) return list as Item[];
  throw broken(operation.id, "the reply holds something else where the list belongs", pageToken);
}

function broken(id: string, what: string, pageToken?: string): ResponseError {
  return new ResponseError(id, ` failed: ${what}`, { pageToken });
}
