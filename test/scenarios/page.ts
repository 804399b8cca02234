import { fromMarkdown } from "mdast-util-from-markdown";
import type { SourceFile } from "../../generator/source.js";

/** A block of code on a page: `lang` and the rest of the line behind it, and the text. */
export interface Block {
  readonly lang: string;
  readonly path: string;
  readonly text: string;
  /** Where the text stands in the page. */
  readonly start: number;
  readonly end: number;
}

/** A page that says what a spec becomes. */
export interface Page {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly spec: readonly SourceFile[];
  /** Excerpts from generated files. */
  readonly excerpts: readonly Block[];
  /** Programs that use the package: `ts use.ts`. */
  readonly programs: ReadonlyMap<string, string>;
}

const SERVICE = `service: { name: play, label: 玩具, package: toys, version: 1.0.0 }`;
const RESOURCE = "resource: toy\nlabel: 玩具\n";

/** Reads a page; what every spec must have and this one leaves out is filled in. */
export function readPage(name: string, text: string): Page {
  const tree = fromMarkdown(text);
  const blocks = tree.children.flatMap((node): Block[] => {
    if (node.type !== "code") return [];
    const offset = node.position?.start.offset ?? 0;
    const start = text.indexOf("\n", offset) + 1;
    const block = { lang: node.lang ?? "", path: node.meta ?? "", text: node.value };
    return [{ ...block, start, end: start + node.value.length }];
  });
  const heading = tree.children.find((node) => node.type === "heading");
  const first = heading?.type === "heading" ? heading.children[0] : undefined;
  const shown = blocks.filter(({ lang }) => lang !== "yaml");
  const isProgram = ({ path }: Block) => !path.includes("/") && path.endsWith(".ts");
  return {
    name,
    title: first?.type === "text" ? first.value : "",
    text,
    spec: specOf(blocks.filter(({ lang }) => lang === "yaml")),
    excerpts: shown.filter((block) => !isProgram(block)),
    programs: new Map(shown.filter(isProgram).map(({ path, text }) => [path, text])),
  };
}

function specOf(blocks: readonly Block[]): SourceFile[] {
  const hasService = blocks.some(({ text }) => /^service:/mu.test(text));
  const service = hasService ? [] : [file("service.yaml", SERVICE)];
  return [
    ...service,
    ...blocks.map(({ path, text }) => {
      const isBare = /^operations:/mu.test(text) && !/^resource:/mu.test(text);
      return file(path || "toy.yaml", isBare ? RESOURCE + text : text);
    }),
  ];
}

const file = (path: string, text: string): SourceFile => {
  const name = `play/${path}`;
  return { path: name, name, text };
};
