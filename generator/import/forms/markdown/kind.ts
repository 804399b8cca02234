import type { Block } from "./blocks.js";
import { plainCell } from "./cell.js";

/** What a page without an operation seems to be. */
export function kindOf(blocks: readonly Block[], fullPath: string | undefined): string {
  const headings = blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
  const firstCells = blocks.flatMap((block) =>
    block.kind === "table" ? block.rows.map(({ cells }) => plainCell(cells[0] ?? "")) : [],
  );
  const isEvent =
    firstCells.some((cell) => /^(?:事件类型|event type|推送方式)/iu.test(cell)) ||
    headings.some((text) => /^(?:事件体?|event(?: body)?)$/iu.test(text.trim())) ||
    /\/events?\//u.test(fullPath ?? "");
  if (isEvent) return "an event";
  if (headings.some((text) => /回调|callback/iu.test(text))) return "a callback";
  if (blocks.some(({ kind }) => kind === "heading" || kind === "table")) return "a guide";
  return "no vendor page";
}
