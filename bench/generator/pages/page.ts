import type { OperationText } from "../../../generator/lint/grammar.js";
import type { Catalogue } from "./catalogue.js";
import { fieldRows } from "./fields.js";

/** The vendor's example of a request or of a reply, as text. */
export type ExampleOf = (part: "request" | "response") => string | undefined;

/** An operation in the layout of the vendor's pages, with the facts and sentences of our spec. */
export function pageOf(
  catalogue: Catalogue,
  id: string,
  operation: OperationText,
  exampleOf: ExampleOf,
): string {
  const { label, doc, path = {}, query = {}, body = {}, response = {} } = operation;
  const table = (columns: readonly string[], rows: readonly string[]) =>
    [rowOf(columns), rowOf(columns.map(() => "---")), ...rows].join("\n");
  const inputs = (title: string, fields: typeof path) =>
    Object.keys(fields).length === 0
      ? []
      : [`### ${title}`, table(INPUT, fieldRows(catalogue, fields, true))];
  const example = (title: string, part: "request" | "response") => {
    const text = exampleOf(part);
    return text === undefined ? [] : [`### ${title}`, `\`\`\`json\n${text.trim()}\n\`\`\``];
  };
  return `${[
    `---\ntitle: ${JSON.stringify(label)}\nfullPath: "${addressOf(id)}"\n---`,
    `# ${label}`,
    doc ?? "",
    "## 请求",
    table(["项目", "值"], factsOf(operation)),
    "### 请求头",
    table(INPUT, headersOf(operation)),
    ...inputs("路径参数", path),
    ...inputs("查询参数", query),
    ...inputs("请求体", body),
    ...example("请求体示例", "request"),
    "## 响应",
    "### 响应体",
    table(OUTPUT, [...ENVELOPE, ...fieldRows(catalogue, response, false, 1)]),
    ...example("响应体示例", "response"),
    "### 错误码",
    table(["HTTP状态码", "错误码", "描述", "排查建议"], errorsOf(catalogue, operation)),
  ].join("\n\n")}\n`;
}

const INPUT = ["名称", "类型", "必填", "描述"];
const OUTPUT = ["名称", "类型", "描述"];
const ENVELOPE = [
  "| `code` | `int` | 错误码，非 0 表示失败 |",
  "| `msg` | `string` | 错误描述 |",
  "| `data` | `\\-` | \\- |",
];

const rowOf = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** `note.v2.create` → `/hire-v2/note/create` */
function addressOf(id: string): string {
  const [resource = "", ...action] = id.split(".");
  const version = action.length > 1 ? action[0] : "v1";
  return `/hire-${version}/${resource}/${action.at(-1)}`;
}

function factsOf({
  http,
  rateLimit = [],
  appTypes = [],
  scopes = [],
}: OperationText): readonly string[] {
  const [method = "", path = ""] = http.split(" ");
  const limits = rateLimit.map((rate) =>
    rate.replace("/s", " 次/秒").replace("/min", " 次/分钟").replace("special", "特殊频控"),
  );
  return [
    ["HTTP URL", `https://open.feishu.cn${path}`],
    ["HTTP Method", method],
    ["接口频率限制", limits.join("、")],
    ["支持的应用类型", appTypes.join(",")],
    ["权限要求", scopes.map((scope) => `\`${scope}\``).join(" ")],
  ].map(rowOf);
}

function headersOf({ tokens, body = {} }: OperationText): readonly string[] {
  const isForm = Object.values(body).some(({ type }) => type === "file");
  const kinds = tokens.map((kind) => `\`${kind}_access_token\``).join(" 或 ");
  const type = isForm ? "multipart/form-data" : "application/json; charset=utf-8";
  return [
    ["Authorization", "string", "是", `${kinds} **值格式**："Bearer \`access_token\`"`],
    ["Content-Type", "string", "是", `**固定值**："${type}"`],
  ].map(rowOf);
}

const errorsOf = (catalogue: Catalogue, { errors = [] }: OperationText): readonly string[] =>
  errors.flatMap((one) => {
    const name = typeof one === "string" ? one : Object.keys(one)[0];
    const error = catalogue.errors.get(name ?? "");
    if (error === undefined) return [];
    return [rowOf([`${error.status ?? 400}`, `${error.code}`, error.label, error.advice ?? "\\-"])];
  });
