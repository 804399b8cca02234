import { readFileSync } from "node:fs";

/** What a page says of one field, in the plainest terms. */
export interface Told {
  /** `[string]`, `object`, `{int}`: lists and maps around a kind. */
  readonly kind: string;
  /** Undefined in replies, which do not say. */
  readonly required: boolean | undefined;
  readonly values: readonly string[];
}

/**
 * A second reader of mirror pages, which shares nothing with the importer: it splits lines at pipes
 * and counts blanks. It understands the Hire pages only.
 */
export function oracle(path: string): { http: string; fields: ReadonlyMap<string, Told> } {
  const lines = readFileSync(path, "utf8").split("\n");
  const fields = new Map<string, Told>();
  let part = "";
  let method = "";
  let url = "";
  let above: string[] = [];
  for (const line of lines) {
    const heading = /^#{2,4} (.*)/u.exec(line)?.[1]?.trim();
    if (heading !== undefined) [part, above] = [PARTS.get(heading) ?? "", []];
    const cells = line.split("|").map((cell) => cell.trim());
    if (cells[1] === "HTTP URL") url = cells[2]?.replace("https://open.feishu.cn", "") ?? "";
    if (cells[1] === "HTTP Method") method = cells[2] ?? "";
    const name = /`([^`]+)`/u.exec(cells[1] ?? "")?.[1];
    const type = /`([^`]+)`/u.exec(cells[2] ?? "")?.[1]?.replaceAll("\\", "");
    if (part === "" || name === undefined || type === undefined) continue;
    const depth = ((cells[1] ?? "").match(/&nbsp;/gu)?.length ?? 0) / 2;
    above = [...above.slice(0, depth), name];
    const isInput = part === "query" || part === "body";
    const text = cells.slice(isInput ? 4 : 3).join("|");
    const kind = kindOf(type);
    fields.set(`${part}.${above.join(".")}`, {
      kind,
      required: isInput ? cells[3] === "是" : part === "path" ? true : undefined,
      values: kind.includes("boolean") ? [] : valuesOf(text),
    });
  }
  return { http: `${method} ${url}`, fields };
}

const PARTS = new Map([
  ["路径参数", "path"],
  ["查询参数", "query"],
  ["请求体", "body"],
  ["响应体", "response"],
]);

const SCALARS = new Map([
  ["string", "string"],
  ["int", "int"],
  ["boolean", "boolean"],
  ["number(float)", "float"],
  ["file", "file"],
]);

function kindOf(type: string): string {
  const inner = type.replace(/\[\]$/u, "");
  const kind = SCALARS.get(inner) ?? "object";
  return inner === type ? kind : `[${kind}]`;
}

/** The values of a list that a machine wrote: behind a line break. */
function valuesOf(text: string): readonly string[] {
  const [, list = ""] = text.split("**可选值有**：<br>");
  return [...(list.split("<br>")[0] ?? "").matchAll(/(?:^|\s)- `([^`]+)`: /gu)].map(
    ([, value = ""]) => value,
  );
}
