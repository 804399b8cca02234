import { columns } from "../columns.js";

/**
 * Gives Markdown prettier's shape without its parser, which would take most of the time of a run.
 * The templates write that shape, and no text of a spec can leave it (`emit/markdown.ts`): what is
 * left are blank lines where a template has nothing to say, the width of tables, and code.
 */
export async function formatMarkdown(
  text: string,
  formatCode: (code: string) => Promise<string>,
): Promise<string> {
  const parts = text.split(FENCE);
  const shaped = await Promise.all(
    parts.map((part, i) => {
      if (i % 3 === 0) return alignTables(part.replace(/\n{3,}/gu, "\n\n"));
      if (i % 3 === 1) return `\`\`\`${part}\n`;
      return parts[i - 1] === "ts" ? formatCode(part) : part;
    }),
  );
  return `${shaped.join("").trim()}\n`;
}

/** Apart: what is around fences, their languages, and the code in them. */
const FENCE = /^```(\w+)\n([\s\S]*?)(?=^```$)/mu;

const alignTables = (text: string): string =>
  text.replace(/(?:^\|.*\n)+/gmu, (table) => {
    const rows = table.trimEnd().split("\n").map(cellsOf);
    const sized = rows.map((cells) => cells.map((cell) => [cell, columns(cell)] as const));
    const widths = rows[0]?.map((_, column) =>
      Math.max(...sized.map((cells) => cells[column]?.[1] ?? 0)),
    );
    const padded = sized.map((cells, row) =>
      cells.map(([cell, width], column) => {
        const rest = Math.max(0, (widths?.[column] ?? 0) - width);
        return cell + (row === 1 ? "-" : " ").repeat(rest);
      }),
    );
    return padded.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
  });

/** A bar behind a backslash is text. The second row is of three dashes or more. */
const cellsOf = (row: string): string[] =>
  row
    .slice(1, -1)
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim());
