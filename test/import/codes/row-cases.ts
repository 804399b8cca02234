import { body, flat, mirror, unmarked, vendor } from "./pages.js";
import type { Case } from "./run.js";

/** A page whose only field says this; it stands in line 23. */
const size = (text: string) => ({ "page.md": mirror(body(`\`size\` | \`int\` | 否 | ${text}`)) });

const many = Array.from({ length: 1001 }, (_, i) => `f${i} | string | No | Field`);

/** How rows are nested, and what their types and words mean. */
export const rowCases: readonly Case[] = [
  [
    {
      "page.md": mirror(
        body(
          "`tails` | `tail[]` | 否 | 尾巴",
          "&nbsp;&nbsp;&nbsp;&nbsp;└ `size` | `int` | 否 | 长度",
          "&nbsp;&nbsp;└ `knots` | `int` | 否 | 结",
        ),
      ),
    },
    [
      'page.md:24:1 row-depth: "size" stands at depth 2, where no field is open: it is read at depth 1; check the page\'s rows above it',
    ],
  ],
  [
    {
      "page.md": flat(
        body(
          "head | object | 否 | 头",
          "└ size | int | 否 | 大小",
          "└ tail | object | 否 | 尾巴",
          "└ knots | int | 否 | 结",
        ).replace("### ", ""),
      ),
    },
    [
      'page.md:18:1 row-placed: the page does not tell for sure which object "knots" belongs to: it is read under "tail"; check it there',
    ],
  ],
  [
    { "page.md": vendor(unmarked("### Request body", ...many)) },
    [
      "page.md:15:1 rows-flat: this table has 1001 rows and does not show how they are nested; the limit is 1000, so none is read as nested: split it, or mark the depths",
    ],
  ],
  [
    { "page.md": mirror(body("`sail` | `sail` | 否 | 帆")) },
    [
      'page.md:23:1 type-guessed: the type of "sail", written as "sail", is taken as any: no fields of "sail" stand under it; check it',
    ],
  ],
  [
    size("大小<br>**示例值**：大"),
    [
      'page.md:23:1 lost-example: the example 大 of "size" is not int, so it is left out: add one by hand',
    ],
  ],
  [
    size("大小<br>**默认值**：`大`"),
    [
      'page.md:23:1 lost-default: the default `大` of "size" is not int, so it is left out: check the page and add it by hand',
    ],
  ],
  [
    size("大小<br>**可选值有**：<br>- `S`: 小<br>- `L`: 大"),
    [
      'page.md:23:1 lost-options: the values listed for "size" are not int (S), so they are left out: check the page and add an enum by hand',
    ],
  ],
  [
    size("大小<br>**数据校验规则**：<br>- 最大长度：`5` 字符"),
    [
      'page.md:23:1 lost-rule: the rule 最大长度：`5` of "size" does not apply to int, so it is left out: check the page and add it by hand',
    ],
  ],
];
