import type { Readable } from "node:stream";
import type { SourceFile } from "../../source.js";
import { fetchPage } from "./fetch.js";
import { inOrder } from "./in-order.js";
import { expand, type Place } from "./place.js";
import { textOf } from "./text.js";
import { readPath } from "./path.js";

/** A page, or in one sentence why there is none. */
export type Source =
  | { readonly file: SourceFile; readonly link: string | undefined; readonly problem?: never }
  | { readonly file?: never; readonly argument: string; readonly problem: string };

export interface SourceOptions {
  /** What `-` reads. */
  readonly stdin: Readable;
  readonly cwd: string;
  /** For each address, in ms. */
  readonly timeout: number;
  readonly maxBytes: number;
}

const MAX_BYTES = 4 * 1024 * 1024;
/** Pages that are read at the same time. */
const AT_ONCE = 4;

/**
 * The pages that arguments name: files, folders, patterns that the shell left alone, addresses, and
 * `-`. They come in the order of the arguments; those of a folder in the order of their names.
 */
export async function* readSources(
  pages: readonly string[],
  given: Partial<SourceOptions> = {},
): AsyncGenerator<Source> {
  const options = {
    stdin: process.stdin,
    cwd: process.cwd(),
    timeout: 30_000,
    maxBytes: MAX_BYTES,
    ...given,
  };
  const places = await expand(pages, options.cwd);
  yield* inOrder(
    places.map((place) => () => readPlace(place, options)),
    AT_ONCE,
  );
}

async function readPlace(place: Place, options: SourceOptions): Promise<Source> {
  const { argument } = place;
  switch (place.kind) {
    case "nothing":
      return { argument, problem: place.problem };
    case "address": {
      const { link, ...page } = await fetchPage(argument, options);
      const name = argument.replace(/^https?:\/\//iu, "");
      return "problem" in page
        ? { argument, problem: page.problem }
        : { file: { path: argument, name, text: page.text }, link };
    }
    case "stdin": {
      const page = await textOf(options.stdin, "standard input", options.maxBytes);
      return "problem" in page
        ? { argument, problem: page.problem }
        : { file: { path: "stdin", name: "stdin", text: page.text }, link: undefined };
    }
    case "file": {
      const page = await readPath(place.path, place.shown, options.maxBytes);
      return "problem" in page
        ? { argument, problem: page.problem }
        : { file: { path: place.shown, name: place.name, text: page.text }, link: undefined };
    }
  }
}
