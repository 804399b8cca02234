import type { Json } from "../../../generator/import/endpoint.js";
import { nest, type Node } from "../../../generator/import/nest/nest.js";
import type { Row } from "../../../generator/import/page.js";

const file = { path: "kites.md", name: "kites.md", text: "" };

export const row = (name: string, type: string, depth?: number): Row => ({
  name,
  type,
  required: undefined,
  depth,
  text: "",
  at: { file, start: 0, end: 0 },
});

export const node = (type: string, ...children: readonly Node[]): Node => ({
  ...row("field", type),
  children,
});

export const child = (name: string, type: string): Node => ({ ...row(name, type), children: [] });

/** `name type`, a row in each line; blanks before it count as a mark without depth. */
export function rowsOf(text: string, isMarked: boolean): Row[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [name = "", type = ""] = line.trim().split(" ");
      return row(name, type, isMarked && !line.startsWith(" ") ? 0 : undefined);
    });
}

/** The same text with the blanks that the tree has, and the names of the rows that are uncertain. */
export function tree(
  rows: readonly Row[],
  sample: Json | undefined,
): { text: string; doubts: string[] } {
  const { nodes, diagnostics } = nest(rows, sample);
  return {
    text: lines(nodes, "").join("\n"),
    doubts: diagnostics.map(({ code, message }) => `${code} ${/"([^"]*)"/u.exec(message)?.[1]}`),
  };
}

const lines = (nodes: readonly Node[], blanks: string): string[] =>
  nodes.flatMap(({ name, type, children }) => [
    `${blanks}${name} ${type}`.trimEnd(),
    ...lines(children, `${blanks}  `),
  ]);
