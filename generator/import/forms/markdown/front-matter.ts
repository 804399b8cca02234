import type { Identity } from "../../page.js";
import type { Line } from "./lines.js";

/** What the mirror says of a page above it. */
export interface Front {
  readonly title: string | undefined;
  /** The vendor's path of the page; the mirror has it in every page. */
  readonly fullPath: string | undefined;
  /** The page's address, which other copies have instead. */
  readonly url: string | undefined;
}

export interface FrontMatter extends Front {
  /** The lines after it. */
  readonly rest: readonly Line[];
}

/** The mirror's head of a page: `key: "value"` lines between two lines of dashes. */
export function frontMatterOf(lines: readonly Line[]): FrontMatter {
  const first = lines.findIndex(({ text }) => text.trim() !== "");
  const last = lines.findIndex(({ text }, i) => i > first && text.trim() === "---");
  if (lines[first]?.text.trim() !== "---" || last < 0 || last - first > MOST_LINES) {
    return { title: undefined, fullPath: undefined, url: undefined, rest: lines };
  }
  const values = new Map(
    lines.slice(first + 1, last).map(({ text }) => {
      const [key = "", ...rest] = text.split(":");
      return [key.trim(), unquote(rest.join(":").trim())];
    }),
  );
  return {
    title: values.get("title") || undefined,
    fullPath: values.get("fullPath") || undefined,
    url: [values.get("url"), values.get("source_url")].find((url) =>
      /^https:\/\/[^\s<>"`\\]+$/u.test(url ?? ""),
    ),
    rest: lines.slice(last + 1),
  };
}

const MOST_LINES = 40;

function unquote(text: string): string {
  const inner = /^"(.*)"$|^'(.*)'$/u.exec(text);
  return (inner?.[1] ?? inner?.[2] ?? text).replace(/\\(["\\])/gu, "$1").trim();
}

/** The vendor's address of a page. */
export function linkOf({ fullPath, url }: Front): string | undefined {
  if (fullPath === undefined) return url;
  if (!/^\/?[\w\-./~%]+$/u.test(fullPath)) return undefined;
  return `https://open.feishu.cn/document/${fullPath.replace(/^\//u, "")}`;
}

/**
 * The last two segments of an address, where they follow a `project-version` segment; older
 * addresses are made of ids that tell nothing.
 */
export function identityOf({ fullPath, url }: Front): Identity | undefined {
  const segments = (fullPath ?? url)?.replace(/\/+$/u, "").split("/") ?? [];
  const [version, resource, action] = segments.slice(-3);
  if (version === undefined || resource === undefined || action === undefined) return undefined;
  if (!/^[a-z][\w-]*-v\d+$/u.test(version)) return undefined;
  if (!NAME.test(resource) || !NAME.test(action)) return undefined;
  return { resource: resource.replaceAll("-", "_"), action: action.replaceAll("-", "_") };
}

const NAME = /^[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*$/u;
