import { Document, YAMLSeq } from "yaml";

export type Plain =
  string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** A scalar on one line, in a way that is right inside `{ }` and `[ ]` and outside of them. */
export function scalarText(value: string | number | boolean | null): string {
  if (typeof value !== "string") return String(value);
  const known = written.get(value);
  if (known !== undefined) return known;
  const text = isPlainWord(value) ? value : quoted(value);
  if (value.length < 100 && written.size < 10_000) written.set(value, text);
  return text;
}

/** The library is asked once for each text: specs repeat their words. */
const written = new Map<string, string>();

const isPlainWord = (text: string): boolean =>
  /^\p{L}[\p{L}\p{N}_./ -]*$/u.test(text) && !text.endsWith(" ") && !READS_AS.test(text);

/** The same on a line of its own, where commas and brackets mean nothing. */
export function blockText(value: string | number | boolean | null): string {
  const isPlain =
    typeof value === "string" &&
    /^\p{L}[\p{L}\p{N}\p{Po} _+()[\]{}-]*$/u.test(value) &&
    !/[:#]|\s$/u.test(value) &&
    !READS_AS.test(value);
  return isPlain ? value : scalarText(value);
}

/** For our own reader most of these are text, for others they are not. */
const READS_AS = /^(?:true|false|null|yes|no|on|off|y|n)$/iu;

function quoted(text: string): string {
  // On several lines, plain text would depend on the indent around it.
  if (READS_AS.test(text) || text.includes("\n")) return JSON.stringify(text);
  const list = new YAMLSeq();
  list.flow = true;
  const document = new Document(list);
  list.add(document.createNode(text));
  const line = document.toString({
    lineWidth: 0,
    flowCollectionPadding: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    blockQuote: false,
  });
  return line.trimEnd().slice(1, -1);
}
