import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar } from "yaml";
import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Code, Values } from "../diagnostics/messages.js";
import type { SourceFile } from "./source.js";

interface Result {
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

/** Deeper structures are either a mistake or an attack. */
export const MAX_DEPTH = 64;

/** The values of a YAML tree, refusing everything that says a thing in a second way. */
export function plain(file: SourceFile, root: ParsedNode | null): Result {
  const diagnostics: Diagnostic[] = [];

  function refuse<C extends Code>(code: C, node: ParsedNode, values: Values<C>): void {
    const [start, end] = node.range;
    diagnostics.push(diagnostic(code, { file, start, end }, values));
  }

  function visit(node: ParsedNode | null, key: string, depth: number): unknown {
    if (node === null) return undefined;
    if (depth > MAX_DEPTH) return refuse("too-deep", node, { limit: String(MAX_DEPTH) });
    if (isAlias(node)) return refuse("alias", node, {});
    if (node.anchor !== undefined) refuse("anchor", node, {});
    if (node.tag !== undefined) refuse("tag", node, { tag: node.tag });
    if (isSeq(node)) return node.items.map((item, i) => visit(item, `${key}[${i}]`, depth + 1));
    if (isMap(node)) return record(node.items, depth + 1);
    return scalar(node, key);
  }

  function record(
    pairs: readonly { key: ParsedNode; value: ParsedNode | null }[],
    depth: number,
  ): object {
    const result: Record<string, unknown> = {};
    for (const pair of pairs) {
      const name = keyName(pair.key);
      if (name === undefined) continue;
      if (pair.value === null) refuse("null", pair.key, { key: name });
      const value = visit(pair.value, name, depth);
      if (value !== undefined) result[name] = value;
    }
    return result;
  }

  function keyName(node: ParsedNode): string | undefined {
    if (!isScalar(node)) return void refuse("key-not-text", node, { kind: "a structure" });
    const name = node.value;
    if (name === "<<") return void refuse("merge-key", node, {});
    if (typeof name !== "string") {
      return void refuse("key-not-text", node, {
        kind: name === null ? "nothing" : `a ${typeof name}`,
      });
    }
    if (name === "__proto__") {
      return void refuse("wire-name", node, { name, reason: "it means an object's prototype" });
    }
    return name;
  }

  function scalar(node: Scalar.Parsed, key: string): unknown {
    const { value, source } = node;
    if (value === null) return refuse("null", node, { key });
    if (typeof value === "number" && losesDigits(value, source)) {
      return refuse("lost-digits", node, { source });
    }
    return value;
  }

  return { value: visit(root, "the file", 0), diagnostics };
}

/** True when the number does not say what its digits say. */
function losesDigits(value: number, source: string): boolean {
  if (!Number.isFinite(value)) return true;
  if (Number.isInteger(value)) return !Number.isSafeInteger(value);
  return source.replace(/e.*$/iu, "").replace(/^[-+0.]+|\./gu, "").length > 15;
}
