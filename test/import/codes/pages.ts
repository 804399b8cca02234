/** Files by name: pages, or those of a spec. */
export type Texts = Readonly<Record<string, string>>;

/** `POST kites/:id`, of an invented service. */
const addressOf = (http: string): readonly [method: string, url: string] => {
  const [method = "", path = ""] = http.split(" ");
  return [method, `https://open.feishu.cn/open-apis/toy/v1/${path}`];
};

/** What the mirror has above a page. */
export const front = (link = "kite"): string => `---
fullPath: "/ukTM/${link}"
---
`;

const TOKEN = `### 请求头

| 名称 | 类型 | 必填 | 描述 |
| --- | --- | --- | --- |
| Authorization | string | 是 | \`tenant_access_token\` |

`;

/** A page of the mirror; what a case adds starts in line 19. */
export const mirror = (rest = "", http = "POST kites", link = "kite"): string =>
  front(link) + chinese(TOKEN + rest, http);

/** The same without what stands above it and without the token. */
export function chinese(rest = "", http = "POST kites"): string {
  const [method, url] = addressOf(http);
  return `# 放飞风筝

## 请求

| 项目 | 值 |
| --- | --- |
| HTTP URL | ${url} |
| HTTP Method | ${method} |

${rest}`;
}

/** The vendor's own Markdown, which has no marks of nesting; what a case adds starts in line 12. */
export function vendor(rest: string, http = "POST kites"): string {
  const [method, url] = addressOf(http);
  return `# Fly a kite

Facts | &nbsp;
---|---
HTTP URL | ${url}
HTTP Method | ${method}

### Request header
Name | Type | Required | Description
---|---|---|---
Authorization | string | Yes | \`tenant_access_token\`
${rest}`;
}

/** A copy that lost its marks; what a case adds starts in line 11. */
export function flat(rest = "", http = "POST kites"): string {
  const [method, url] = addressOf(http);
  return `放飞风筝
请求
| 项目 | 值 |
| --- | --- |
| HTTP URL | ${url} |
| HTTP Method | ${method} |
请求头
| 名称 | 类型 | 必填 | 描述 |
| --- | --- | --- | --- |
Authorization | string | 是 | tenant_access_token 值格式:"Bearer access_token" |
${rest}`;
}

/** A table under its heading; the first row is in its fifth line. */
const table =
  (heading: string, header: string) =>
  (...rows: readonly string[]): string => {
    const delimiter = header.replace(/[^|]+/gu, " --- ");
    const all = [header, delimiter, ...rows].map((row) => `| ${row} |\n`);
    return `${heading}\n\n${all.join("")}\n`;
  };

export const path = table("### 路径参数", "名称 | 类型 | 描述");
export const body = table("### 请求体", "名称 | 类型 | 必填 | 描述");
export const errors = table("### 错误码", "HTTP状态码 | 错误码 | 描述 | 排查建议");

/** The same table in the vendor's own Markdown, where the first row is in the fourth line. */
export const unmarked = (heading: string, ...rows: readonly string[]): string =>
  [heading, "Name | Type | Required | Description", "---|---|---|---", ...rows, ""].join("\n");

/** A definition of the API explorer, a line for each fact: those of a case start in line 5. */
export const definition = (...facts: readonly string[]): string =>
  `{
  "apiPath": "/open-apis/toy/v1/kites",
  "httpMethod": "POST",
  "accessTokens": ["tenant"]${facts.map((fact) => `,\n  ${fact}`).join("")}
}
`;

/** A definition whose body has fields, a line for each: they start in line 6. */
export const defined = (...fields: readonly string[]): string =>
  definition(
    `"request": { "body": { "type": "object", "properties": [\n${fields.join(",\n")}\n  ] } }`,
  );

export const SERVICE = "service: { name: toy, label: 玩具, package: toy, version: 1.0.0 }\n";

/** A spec with the operation of these pages, whose further keys start in line 9. */
export const kite = (keys = "", more: Texts = {}): Texts => ({
  "service.yaml": SERVICE,
  "resources/kite.yaml": `resource: kite
label: 风筝
operations:
  create:
    label: 放飞风筝
    http: POST /open-apis/toy/v1/kites
    tokens: [tenant]
    effect: write
${keys}`,
  ...more,
});
