import { expect, test } from "vitest";
import { plainCell } from "../../../generator/import/forms/markdown/cell.js";
import { cellsOf } from "../../../generator/import/forms/markdown/row.js";

test.each([
  ["lines", "a<br>b<br/>c", "a\nb\nc"],
  ["links and images", "见[列表 `x`](https://a.b/c?d=(e))。![图](https://a.b/c)", "见列表 `x`。"],
  ["links within code", "`[a](b)`", "`[a](b)`"],
  ["bold, but no masks", '**示例值**："151********"', '示例值："151********"'],
  ["emphasis, but no bullets", "*模板* * 一 * 二", "模板 * 一 * 二"],
  ["entities and blanks", "a&nbsp;&gt;\u00a0 b&amp;lt;", "a > b&lt;"],
  ["escapes, but not JSON's", '\\[x\\] \\- {\\"a\\":1}', '[x] - {\\"a\\":1}'],
  ["text in angle brackets", "`<a>` <sheetId>!<start> x<y", "`<a>` <sheetId>!<start> x<y"],
  ["callouts", "长度 &gt; **Tip**: 不要保存", "长度\nTip: 不要保存"],
  ["buttons", "见下文{尝试一下}(url=/a/b)", "见下文"],
  ["fences", "示例：<br>```<br>{<br>}<br>```", "示例：\n```\n{\n}\n```"],
  ["unclosed code", "a `b", "a `b"],
  [
    "tag marks",
    '<md-tag mode="inline" type="token-tenant">tenant_access_token</md-tag>',
    "`tenant_access_token`",
  ],
  ["scopes", '<md-perm name="toy:box" desc="玩具">玩具</md-perm>', "`toy:box` 玩具"],
  ["app types", '<md-app-support types="custom,isv"></md-app-support>', "custom,isv"],
  [
    "enums",
    '颜色<md-enum><md-enum-item key="1" >红</md-enum-item><md-enum-item key =blue">蓝</md-enum-item></md-enum>',
    "颜色\n可选值有：\n- `1`: 红\n- `blue`: 蓝",
  ],
  [
    "enums that are announced",
    '颜色<br>**可选值有**：<br><md-enum><md-enum-item key="1">红</md-enum-item></md-enum>',
    "颜色\n可选值有：\n- `1`: 红",
  ],
  ["alerts", '旧<md-alert type="warn">已废弃</md-alert>', "旧\nWarning: 已废弃"],
])("%s", (_, raw, text) => {
  expect(plainCell(raw)).toBe(text);
});

test.each([
  ["| a | b |", [" a ", " b "]],
  ["a|b", ["a", "b"]],
  [" | a | | ", [" a ", " "]],
  ["| a\\|b | \\\\|c |", [" a|b ", " \\\\", "c "]],
  ["a\\", ["a\\"]],
  ["|", [""]],
])("the cells of `%s`", (row, cells) => {
  expect(cellsOf(row)).toEqual(cells);
});
