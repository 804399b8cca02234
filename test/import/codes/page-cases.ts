import { body, chinese, errors, flat, front, mirror, unmarked, vendor } from "./pages.js";
import type { Case } from "./run.js";

/** How a page is laid out, in the forms of Markdown and without its marks. */
export const pageCases: readonly Case[] = [
  [
    {
      "page.md": mirror().replace(
        "| Authorization",
        "| X-Kite-Id | string | 否 | 编号 |\n| Authorization",
      ),
    },
    [
      'page.md:17:1 header-left-out: the request header "X-Kite-Id" is left out, since a spec describes none: check whether calls work without it',
    ],
  ],
  [
    {
      "page.md": mirror().replace(
        "| HTTP Method",
        "| 字段权限要求 | 返回体中存在敏感字段 `toy:owner:readonly` 主人 |\n| HTTP Method",
      ),
    },
    [
      'page.md:11:1 field-scopes: without the scopes toy:owner:readonly some fields are absent from replies, but which ones is not said: write "fieldScopes" by hand',
    ],
  ],
  [
    { "page.md": "# 如何选择风筝\n\n先看风向。\n" },
    [
      "page.md:1:1 page-not-operation: this page describes no operation: it seems to be a guide. Import pages that have a table with HTTP URL and HTTP Method",
    ],
  ],
  [
    { "kite.yaml": "# 风筝\nresource: kite\n" },
    [
      "kite.yaml:1:1 page-is-yaml: this is a YAML file, perhaps a spec, and no vendor page: import pages that are saved as Markdown or JSON",
    ],
  ],
  [
    { "page.md": `${front()}# 风筝落地\n\n## 事件体\n` },
    [
      "page.md:4:1 page-not-operation: this page describes no operation: it seems to be an event. Import pages that have a table with HTTP URL and HTTP Method",
    ],
  ],
  [
    { "page.md": mirror("", "FLY kites") },
    [
      "page.md:10:1 unread-address: the HTTP URL or HTTP Method of this page cannot be read: write the URL in full, and GET, POST, PUT, PATCH or DELETE",
    ],
  ],
  [
    { "page.md": flat().replace(/https:\S+/u, "见下文") },
    [
      "page.md:5:1 unread-address: the HTTP URL or HTTP Method of this page cannot be read: write the URL in full, and GET, POST, PUT, PATCH or DELETE",
    ],
  ],
  [
    { "page.md": mirror(chinese("", "GET kites")) },
    [
      "page.md:23:1 second-operation: this file describes another operation from here on, which was not read: split the file",
    ],
  ],
  [
    { "page.md": mirror().replace("| HTTP Method", "| 接口频率限制 | 看风力 |\n| HTTP Method") },
    [
      'page.md:11:1 unread-fact: no rate limit could be read in "看风力": add it to the spec by hand',
    ],
  ],
  [
    { "page.md": mirror(body("`size` | `int` | 否 | 长度").replace("请求体", "尾巴")) },
    [
      'page.md:21:1 table-skipped: this table under "尾巴" was not read, since its heading does not say which part it belongs to: add its fields by hand where they are needed',
    ],
  ],
  [
    {
      "page.md": vendor(
        unmarked("### Request body", "name | string | No | Name") +
          unmarked("", "name | int | No | Number"),
      ),
    },
    [
      'page.md:17:1 second-table: this table under "Request body" repeats fields of the table before it: those of the first were kept, so check both',
    ],
  ],
  [
    {
      "page.md": mirror(
        body("`name` | `string` | 是 | 名称").replace("请求体", "纸风筝请求体") +
          body("`size` | `int` | 是 | 长度").replace("请求体", "布风筝请求体"),
      ),
    },
    [
      'page.md:27:1 alternative-bodies: the bodies under "纸风筝请求体" and "布风筝请求体" are alternatives: of fields that stand in both, the first one\'s are kept, and only what both require is required, so check that',
    ],
  ],
  [
    {
      "page.md": mirror(`## 响应\n\n${body("`code` | `int` | 否 | 码").replace("请求体", "补充")}`),
    },
    [
      'page.md:23:1 table-taken: this table under "补充" was read as the reply, since the page describes no other one: check that',
    ],
  ],
  [
    {
      "page.md": mirror(
        body("`name` | `string` | 否 | 名称", "其余字段，可选 | `int` | 否 | 大小"),
      ),
    },
    [
      'page.md:24:1 row-without-name: this row was not read, since "其余字段，可选" is not a field\'s name: add the field by hand where it is needed',
    ],
  ],
  [
    { "page.md": mirror(body("red_id、blue_id | `string` | 否 | 两者之一")) },
    [
      "page.md:23:1 names-joined: one row describes red_id, blue_id: each was read as a field of its own, so check which of them are required",
    ],
  ],
  [
    { "page.md": vendor(unmarked("### Request parameters", "name | string | No | Name")) },
    [
      'page.md:15:1 place-guessed: the page does not say where "name" belongs: it was taken for body, so check that',
    ],
  ],
  [
    {
      "page.md": mirror(
        body(
          "`data` | `kite\\[\\]` |  | 风筝 |\n| &nbsp;&nbsp;└ `id` | `string` |  | 编号",
        ).replace("请求体", "响应体"),
      ),
    },
    [
      'page.md:23:1 reply-no-object: the reply\'s "data" is no object but of the kind list, which the spec does not describe: what stands in it is read as if it were one, so describe it by hand',
    ],
  ],
  [
    {
      "page.md": mirror(
        '### 响应体示例\n\n```json\n{ "code": 0, "data": { "id": "7", "size": 2 } }\n```\n',
      ),
    },
    [
      "page.md:10:1 reply-untold: the page describes no field of the reply, but its example has id, size: describe them by hand",
    ],
  ],
  [
    { "page.md": mirror(errors("400 | 见下文 | 风太大 | 换个日子")) },
    [
      'page.md:23:1 error-without-code: no code could be read for the error "风太大": add it by hand',
    ],
  ],
];
