import { errorColumnOf, fieldColumnOf } from "../../words/columns.js";
import type { Section } from "../../words/headings.js";
import type { Line } from "../markdown/lines.js";
import { cellsOf, isDelimiter } from "../markdown/row.js";

/** The rows of a table, as Markdown writes them: with borders, a header and a delimiter. */
export function tableLines(rows: readonly Line[], section: Section | undefined): Line[] {
  const [first] = rows;
  if (first === undefined) return [];
  const body = rows.filter(({ text }) => !isDelimiter(text)).map(bordered);
  const cells = cellsOf(first.text);
  const hasHeader = isHeader(first.text) || isDelimiter(rows[1]?.text ?? "");
  const header = hasHeader ? cells : headerFor(section, widest(rows));
  const head = hasHeader ? body.slice(0, 1) : [{ ...first, text: `| ${header.join(" | ")} |` }];
  const delimiter = { ...first, text: `|${"---|".repeat(header.length)}` };
  return [...head, delimiter, ...(hasHeader ? body.slice(1) : body)];
}

/** Whether all cells are names of columns: a field may be called `name` or `code` as well. */
export function isHeader(row: string): boolean {
  const [first = "", ...others] = cellsOf(row).map((cell) => cell.trim());
  if (others.length === 0) return false;
  if (/^(?:项目|基本|facts|basic)$/iu.test(first)) return true;
  const columns = [first, ...others].map(fieldColumnOf);
  const isOfFields = columns[0] === "name" && !columns.includes(undefined);
  const ofErrors = [first, ...others].map(errorColumnOf);
  const isOfErrors = ofErrors.includes("code") && !ofErrors.includes(undefined);
  return (isOfFields || isOfErrors) && new Set(isOfFields ? columns : ofErrors).size > 1;
}

function bordered(line: Line): Line {
  const inner = line.text
    .trim()
    .replace(/^\|/u, "")
    .replace(/(?<!\\)\|$/u, "");
  return { ...line, text: `|${inner}|` };
}

const widest = (rows: readonly Line[]): number =>
  rows.reduce((most, { text }) => Math.max(most, cellsOf(text).length), 0);

/** The columns that tables have in a section, for those whose header is lost. */
function headerFor(section: Section | undefined, width: number): readonly string[] {
  if (section === "errors") {
    return width > 3
      ? ["HTTP状态码", "错误码", "描述", "排查建议"]
      : ["错误码", "描述", "排查建议"];
  }
  if (section === undefined || section === "request") return ["项目", "值"];
  const hasRequired = width > 3 || (section !== "path" && !section.startsWith("response"));
  return hasRequired ? ["名称", "类型", "必填", "描述"] : ["名称", "类型", "描述"];
}
