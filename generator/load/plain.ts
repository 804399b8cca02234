import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar } from "yaml";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Code, Values } from "../diagnostics/messages.js";
import { lineOf } from "../diagnostics/position.js";
import type { Path, SourceFile } from "../source.js";

interface Result {
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  readonly holes: readonly Path[];
}

type Pair = { readonly key: ParsedNode; readonly value: ParsedNode | null };

/** The values of a YAML tree, refusing everything that says a thing in a second way. */
export function plain(file: SourceFile, root: ParsedNode | null): Result {
  const diagnostics: Diagnostic[] = [];
  const holes: Path[] = [];

  function refuse<C extends Code>(
    code: C,
    [start, end]: readonly [number, number, ...unknown[]],
    values: Values<C>,
  ): void {
    diagnostics.push(diagnostic(code, { file, start, end: Math.max(end, start + 1) }, values));
  }

  function visit(node: ParsedNode | null, path: Path): unknown {
    if (node === null) return undefined;
    const value = valueOf(node, path);
    if (value === undefined) holes.push(path);
    return value;
  }

  function valueOf(node: ParsedNode, path: Path): unknown {
    if (isAlias(node)) return refuse("alias", node.range, {});
    if (node.anchor !== undefined) refuse("anchor", anchorRange(file.text, node), {});
    if (node.tag !== undefined) {
      const range = tagRange(file.text, node);
      return refuse("tag", range, { tag: file.text.slice(...range) });
    }
    if (isSeq(node)) return node.items.map((item, i) => visit(item, [...path, i]));
    return isMap(node) ? record(node.items, path) : scalar(node, path);
  }

  function record(pairs: readonly Pair[], path: Path): object {
    const result: Record<string, unknown> = {};
    const seen = new Map<string, ParsedNode>();
    for (const { key, value } of pairs) {
      const name = keyName(key, path);
      if (name === undefined) continue;
      const first = seen.get(name);
      if (first !== undefined) {
        const line = String(lineOf(file, first.range[0]));
        refuse("duplicate-key", key.range, { key: name, line });
        continue;
      }
      seen.set(name, key);
      if (isNothing(value)) {
        refuse("null", key.range, { key: name });
        holes.push([...path, name]);
        continue;
      }
      const inner = visit(value, [...path, name]);
      if (inner !== undefined) result[name] = inner;
    }
    return result;
  }

  function keyName(node: ParsedNode, path: Path): string | undefined {
    if (node.anchor !== undefined) refuse("anchor", anchorRange(file.text, node), {});
    const name: unknown = isScalar(node) ? node.value : undefined;
    const isTaken = typeof name !== "string" || name === "<<" || name === "__proto__";
    if (!isTaken && node.tag === undefined) return name;
    holes.push([...path, String(name)]);
    if (isAlias(node)) return void refuse("alias", node.range, {});
    if (node.tag !== undefined) {
      const range = tagRange(file.text, node);
      return void refuse("tag", range, { tag: file.text.slice(...range) });
    }
    if (name === "<<") return void refuse("merge-key", node.range, {});
    if (name === "__proto__") {
      const reason = "it means an object's prototype";
      return void refuse("wire-name", node.range, { name, reason });
    }
    return void refuse("key-not-text", node.range, { kind: kindOf(name) });
  }

  function scalar(node: Scalar.Parsed, path: Path): unknown {
    const { value, source } = node;
    if (value === null) return refuse("null", node.range, { key: nameOf(path) });
    if (typeof value === "number" && losesDigits(value, source)) {
      return refuse("lost-digits", node.range, { source });
    }
    // A zero with a sign means no other number.
    return value === 0 ? 0 : value;
  }

  return { value: visit(root, []), diagnostics, holes };
}

/** A key with nothing behind it; a null that is written out is reported where it stands. */
const isNothing = (value: ParsedNode | null): boolean =>
  value === null ||
  (isScalar(value) && value.value === null && value.source === "" && value.tag === undefined);

const kindOf = (name: unknown): string =>
  name === undefined ? "a structure" : name === null ? "nothing" : `a ${typeof name}`;

/** `errors[1]`, `label` */
function nameOf(path: Path): string {
  const at = path.findLastIndex((key) => typeof key === "string");
  const indexes = path.slice(at + 1).map((index) => `[${index}]`);
  return `${at < 0 ? "the file" : path[at]}${indexes.join("")}`;
}

/** True when the number does not say what its digits say. */
export function losesDigits(value: number, source: string): boolean {
  if (!Number.isFinite(value) || /^[-+]?0[0-9]/u.test(source)) return true;
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return true;
  return (
    /[.e]/iu.test(source) && source.replace(/e.*$/iu, "").replace(/^[-+0.]+|\./gu, "").length > 15
  );
}

/** Anchors and tags stand before their node, perhaps on the line above. */
function anchorRange(text: string, { anchor = "", range }: ParsedNode): [number, number] {
  const at = text.lastIndexOf(`&${anchor}`, range[0]);
  return at < 0 ? [range[0], range[1]] : [at, at + 1 + anchor.length];
}

function tagRange(text: string, { range }: ParsedNode): [number, number] {
  const before = text.slice(Math.max(0, range[0] - 1000), range[0]);
  const tag = /![^\s,[\]{}]*(?=(?:\s|&\S*|#.*)*$)/u.exec(before);
  if (tag === null) return [range[0], range[1]];
  const start = range[0] - before.length + tag.index;
  return [start, start + tag[0].length];
}
