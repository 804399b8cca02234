/** Makes a page of the mirror flat: no marks of headings, fences, code, links and depths. */
export function flattened(page: string): string {
  const out: string[] = [];
  let isExample = false;
  let isGlued = false;
  for (const line of bodyOf(page)) {
    const isFence = line.startsWith("```");
    if (isFence) {
      isGlued = isExample;
      isExample = !isExample;
      if (isExample) out.push("json");
    } else if (isExample) out.push(line.trim());
    else if (line.trim() !== "") {
      const flat = flatLine(line);
      if (isGlued) out.push(`${out.pop() ?? ""}${flat}`);
      else out.push(flat);
      isGlued = false;
    }
  }
  return out.join("\n");
}

function flatLine(line: string): string {
  const plain = line.replace(/\[([^\][]*)\]\([^()\s]*\)/gu, "$1").replaceAll("**", "");
  if (!line.startsWith("|")) return plain.replace(/^#+\s*/u, "");
  const row = plain
    .replace(/(?:&nbsp;)+└ /gu, "└ ")
    .replaceAll("<br>", " ")
    .replaceAll("`", "")
    .replaceAll("：", ":")
    .replace(/ {2,}/gu, " ");
  // Only the rows of fields have lost their borders.
  return /^\| (?:&nbsp;)*(?:└ )?`/u.test(line) ? row.replace(/^\| /u, "") : row;
}

/** Makes a page of the mirror the vendor's own Markdown: no outer borders, no depths at all. */
export function unmarked(page: string): string {
  let isExample = false;
  return bodyOf(page)
    .map((line) => {
      if (line.startsWith("```")) isExample = !isExample;
      if (isExample || !line.startsWith("|")) return line;
      if (line.startsWith("| 项目 |")) return "基本 | &nbsp;";
      const cells = line
        .replace(/(?:&nbsp;)+└ /gu, "")
        .replace(/- `([^`]*)`: /gu, "<br>- $1：")
        .slice(1, -1)
        .split(" | ")
        .map((cell) => cell.trim());
      return cells.map((cell, i) => cellOf(cell, i, cells)).join(" | ");
    })
    .join("\n");
}

function cellOf(cell: string, index: number, cells: readonly string[]): string {
  const isScopes = index === 1 && cells[0]?.startsWith("权限要求");
  if (isScopes) return cell.replace(/`([^`]*)` ([^`]*?)(?= `|$)/gu, "$2($1)<br>");
  return index < 2 && cells.length > 2 ? cell.replaceAll("`", "") : cell;
}

const bodyOf = (page: string): string[] => page.replace(/^---\n[^]*?\n---\n/u, "").split("\n");
