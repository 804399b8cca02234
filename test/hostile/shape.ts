import { fromMarkdown } from "mdast-util-from-markdown";
import { ts } from "ts-morph";

export interface ShapeOptions {
  /** Names of variables come from wire names, which are data. */
  readonly ignoreNames?: boolean;
}

/**
 * A module without its texts: kinds of nodes, names, tags of doc comments and links in them, a line
 * each. Two modules with the same shape differ in data only.
 */
export function moduleShape(text: string, { ignoreNames = false }: ShapeOptions = {}): string[] {
  const file = ts.createSourceFile("module.ts", text, ts.ScriptTarget.Latest, true);
  const lines: string[] = [];
  const visit = (node: ts.Node, depth: number): void => {
    // The formatter adds them where a line gets long.
    if (ts.isParenthesizedExpression(node)) return visit(node.expression, depth);
    const isName = ts.isIdentifier(node) || ts.isPrivateIdentifier(node);
    const name = isName && !ignoreNames ? ` ${node.text}` : "";
    lines.push(`${" ".repeat(depth)}${ts.SyntaxKind[node.kind]}${name}`);
    for (const doc of node.getChildren(file).filter(ts.isJSDoc)) visit(doc, depth + 1);
    ts.forEachChild(node, (child) => visit(child, depth + 1));
  };
  visit(file, 0);
  return lines;
}

/** Variables and globals that a module reads, without names of properties and what it declares. */
export function freeNames(text: string): Set<string> {
  const file = ts.createSourceFile("module.ts", text, ts.ScriptTarget.Latest, true);
  const [read, declared] = [new Set<string>(), new Set<string>()];
  const visit = (node: ts.Node): void => {
    const { parent } = node;
    if (ts.isIdentifier(node)) {
      const isDeclared = "name" in parent && parent.name === node;
      const isProperty = ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent);
      if (isDeclared && !isProperty) declared.add(node.text);
      else if (!isDeclared) read.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return new Set([...read].filter((name) => !declared.has(name)));
}

interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly lang?: string | null | undefined;
  readonly children?: readonly MarkdownNode[];
}

/** A page without its texts: kinds of nodes, raw HTML, targets of links, and the shape of its code. */
export function pageShape(text: string): string[] {
  const lines: string[] = [];
  const visit = (
    { type, value = "", url = "", lang, children = [] }: MarkdownNode,
    depth: number,
  ) => {
    const line = `${" ".repeat(depth)}${type} ${type === "html" ? value : ""}${url}${lang ?? ""}`;
    if (type !== "text" || lines.at(-1) !== line) lines.push(line);
    if (type === "code" && lang === "ts") lines.push(...moduleShape(value));
    for (const child of children) visit(child, depth + 1);
  };
  visit(fromMarkdown(text), 0);
  return lines;
}

/** The number of cells of every row of a table, as two widespread readers count them. */
export function rowWidths(text: string): string[] {
  const rows = text.split("\n").filter((line) => line.startsWith("|"));
  return rows.map((row) => {
    const [pairs, before] = [row.replace(/\\[\\|]/gu, ""), row.replace(/\\\|/gu, "")];
    return `${pairs.split("|").length} ${before.split("|").length}`;
  });
}
