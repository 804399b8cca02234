import { expect, test } from "vitest";
import { readEndpoint } from "../../../generator/import/import.js";
import { one } from "./build.js";

const SCOPE = "toy:owner.id:readonly";

/** `fieldScopes` of a page whose kind of id needs a scope for one of its values. */
function fieldScopesOf(note: string, reply = ""): unknown {
  const text = `---
fullPath: "/toy-v1/kite/list"
---

# 查询风筝

## 请求

| 项目 | 值 |
| --- | --- |
| HTTP URL | https://open.feishu.cn/open-apis/toy/v1/kites |
| HTTP Method | GET |
| 字段权限要求 | > **Tip**: 返回体中存在敏感字段 \`${SCOPE}\` 获取主人 ID |

### 查询参数

| 名称 | 类型 | 必填 | 描述 |
| --- | --- | --- | --- |
| \`id_type\` | \`string\` | 否 | ID 类型<br>**可选值有**：<br>- \`owner_id\`: 主人 - \`open_id\`: 开放<br>${note} |
| \`color\` | \`string\` | 否 | 颜色 |

## 响应

### 响应体

| 名称 | 类型 | 描述 |
| --- | --- | --- |
| \`owner_id\` | \`string\` | 主人 ID，与入参 \`id_type\` 类型一致${reply} |
`;
  const { endpoint } = readEndpoint({ path: "page.md", name: "page.md", text }, undefined);
  if (endpoint === undefined) throw new Error("no endpoint");
  return one(endpoint).operation.fieldScopes;
}

test.each([
  [`**当值为 \`owner_id\`，字段权限要求**： \`${SCOPE}\` 获取主人 ID`],
  [`**When the value is \`owner_id\`, the following field scopes are required**: \`${SCOPE}\``],
  [`**字段权限要求（满足任一）**： \`${SCOPE}\` 获取主人 ID`],
])("a scope that an input, or one value of it, needs stands there: %s", (note) => {
  expect(fieldScopesOf(note)).toEqual({ [SCOPE]: ["id_type"] });
});

test("it stands at the fields of the reply that name it, as well", () => {
  const note = `**当值为 \`owner_id\`，字段权限要求**： \`${SCOPE}\` 获取主人 ID`;
  const reply = `<br>**字段权限要求**： \`${SCOPE}\` 获取主人 ID`;
  expect(fieldScopesOf(note, reply)).toEqual({ [SCOPE]: ["id_type", "owner_id"] });
});
