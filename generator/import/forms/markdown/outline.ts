import { sectionOf, type Section } from "../../words/headings.js";
import type { Location } from "../../../source.js";
import type { Block } from "./blocks.js";
import { factCellsOf, type FactCells } from "./facts-table.js";

/** A block and the section it stands in; `extra` is what a heading of the page's own making opens. */
export interface Part {
  readonly section: Section | "intro" | "extra";
  readonly heading: string;
  /** The half of the page that its heading stands below: `## 响应` › `### 补充`. */
  readonly half: Half | undefined;
  readonly block: Block;
}

export type Half = "request" | "response";

export interface Outline {
  readonly title: string | undefined;
  readonly facts: FactCells;
  readonly parts: readonly Part[];
  /** Where a second operation of the same page starts. */
  readonly second: Location | undefined;
}

/** The blocks of a page's first operation, by section; undefined without a table of facts. */
export function outlineOf(blocks: readonly Block[]): Outline | undefined {
  const tables = blocks.flatMap((block, index) => {
    const facts = block.kind === "table" ? factCellsOf(block) : undefined;
    return facts === undefined ? [] : [{ index, facts }];
  });
  const [first, second] = tables;
  if (first === undefined) return undefined;
  const start = second === undefined ? 0 : topBefore(blocks, first.index, 0);
  const end =
    second === undefined ? blocks.length : topBefore(blocks, second.index, first.index + 1);
  const own = blocks.slice(start, end);
  const title = own.find((block) => block.kind === "heading" && block.level === 1);
  return {
    title: title?.kind === "heading" ? title.text : undefined,
    facts: first.facts,
    parts: partsOf(own, first.index - start),
    second: second === undefined ? undefined : blocks[second.index]?.at,
  };
}

/** Where the page of an operation starts: at the last first-level heading above its facts. */
function topBefore(blocks: readonly Block[], index: number, least: number): number {
  for (let i = index; i >= least; i -= 1) {
    const block = blocks[i];
    if (block?.kind === "heading" && block.level === 1) return i;
  }
  return least === 0 ? 0 : index;
}

function partsOf(blocks: readonly Block[], facts: number): Part[] {
  let section: Part["section"] = "intro";
  let heading = "";
  let level = 0;
  let half: { readonly name: Half; readonly level: number } | undefined;
  return blocks.flatMap((block, i) => {
    if (i === facts) {
      section = "request";
      return [];
    }
    if (block.kind !== "heading") {
      heading = block.kind === "text" ? (boldName(block.raw) ?? heading) : heading;
      return [{ section, heading, half: half?.name, block }];
    }
    const known = sectionOf(block.text);
    // Below the heading of an example, each variant may have a heading of its own.
    const isVariant = EXAMPLES.has(section) && block.level > level;
    // Before the facts only the request's own heading counts.
    if (i > facts && (known !== undefined || !isVariant)) {
      section = known ?? "extra";
      level = block.level;
    }
    const opened = known === undefined ? undefined : HALVES.get(known);
    if (half !== undefined && block.level <= half.level) half = undefined;
    if (opened !== undefined && opened !== half?.name) half = { name: opened, level: block.level };
    heading = block.text;
    return [];
  });
}

/** Some pages have bold lines for headings of the types below a table: `**KiteDetail**`. */
const boldName = (raw: string): string | undefined =>
  /^\s*\*\*`?([A-Za-z_]\w{0,99})`?\*\*\s*$/u.exec(raw)?.[1];

const HALVES: ReadonlyMap<Section, Half> = new Map<Section, Half>([
  ...(["request", "headers", "path", "query", "parameters", "body", "requestExample"] as const).map(
    (section): [Section, Half] => [section, "request"],
  ),
  ...(["response", "responseBody", "responseExample"] as const).map((section): [Section, Half] => [
    section,
    "response",
  ]),
]);

const EXAMPLES: ReadonlySet<Part["section"]> = new Set(["requestExample", "responseExample"]);
