import { isMap, isPair, isSeq, type ParsedNode, type YAMLMap } from "yaml";

type Pair = YAMLMap.Parsed["items"][number];

export const startOf = (node: ParsedNode): number => node.range[0];

/** Where the last thing ends that a node says: behind it, ranges go on over comments and blank lines. */
export function contentEnd(text: string, node: ParsedNode | Pair): number {
  let last: ParsedNode | Pair = node;
  for (;;) {
    if (isPair(last)) last = last.value ?? last.key;
    else if ((isMap(last) || isSeq(last)) && !last.flow) {
      const inner: ParsedNode | Pair | undefined = last.items.at(-1);
      if (inner === undefined) return last.range[1];
      last = inner;
    } else break;
  }
  let end = last.range[1];
  while (end > last.range[0] && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return end;
}

export const lineStart = (text: string, offset: number): number =>
  text.lastIndexOf("\n", offset - 1) + 1;

export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

/** Whether blank lines stand between pairs, mostly; undefined when there are not two of them. */
export function areSpaced(text: string, pairs: readonly Pair[]): boolean | undefined {
  if (pairs.length < 2) return undefined;
  const spaced = pairs.filter((pair, i) => {
    const before = pairs[i - 1];
    if (before === undefined) return false;
    return /\n[ \t]*\n/u.test(text.slice(contentEnd(text, before), startOf(pair.key)));
  });
  return spaced.length * 2 > pairs.length - 1;
}
