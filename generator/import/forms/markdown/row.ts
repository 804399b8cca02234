/** The cells of a table's row, as pages write them; `\|` is no border. */
export function cellsOf(row: string): string[] {
  const cells = row.includes("\\") ? unescaped(row.trim()) : row.trim().split("|");
  // Outer borders enclose nothing.
  if (cells.length > 1 && cells[0]?.trim() === "" && row.trimStart().startsWith("|")) cells.shift();
  if (cells.length > 1 && cells.at(-1)?.trim() === "") cells.pop();
  return cells;
}

function unescaped(row: string): string[] {
  const cells: string[] = [];
  let cell = "";
  for (const [part] of row.matchAll(/\\[\s\S]?|\||[^\\|]+/gu)) {
    if (part === "|") {
      cells.push(cell);
      cell = "";
    } else cell += part === "\\|" ? "|" : part;
  }
  cells.push(cell);
  return cells;
}

/**
 * A row's cells, as many as the header has: vendors do not escape the pipes of patterns
 * (`^a|b$`), which stand in the last column.
 */
export function fit(cells: readonly string[], width: number): string[] {
  const fitted = cells.slice(0, width);
  const end = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  if (end > width && width > 0) fitted[width - 1] = cells.slice(width - 1, end).join("|");
  while (fitted.length < width) fitted.push("");
  return fitted;
}

/** `|--|:-:|`, in any width. */
export const isDelimiter = (line: string): boolean =>
  /^[\s|:-]+$/u.test(line) && line.includes("-") && line.includes("|");
