import { body, chinese, front, mirror, path } from "./pages.js";
import type { Case } from "./run.js";

/** What a page says, in the grammar and the names of its spec. */
export const specCases: readonly Case[] = [
  [
    { "page.md": mirror(body("`name` | `string` | 否 | 名称", "`name` | `string` | 否 | 别名")) },
    [
      'page.md:24:1 import-left-out: the field "name" is left out of the spec, because its name stands twice in one table, and the first one counts: look at the page, and add it by hand where it is needed',
    ],
  ],
  [
    { "page.md": mirror(), "second.md": mirror() },
    [
      "second.md:10:1 import-same-address: kite.create was imported from another page with the same method and path: this page is skipped; import the one that you want alone",
    ],
  ],
  [
    { "page.md": mirror("", "POST kites/100%25") },
    [
      'page.md:10:1 import-no-address: no operation can be made of "POST /open-apis/toy/v1/kites/100%25": its path has characters or steps that no path has; describe it by hand',
    ],
  ],
  [
    { "page.md": mirror(), "second.md": mirror("", "POST old/kites", "toy-v1/kite/create") },
    [
      "second.md:10:1 import-named-apart: an operation called kite.create would take a name that is already used: this one is called old_kite.create; rename it in the spec if you know a better name",
    ],
  ],
  [
    // The package's own createToy makes a client.
    { "page.md": mirror("", "POST toys") },
    [
      "page.md:10:1 import-named-apart: an operation called toy.create would take a name that is already used: this one is called toy.create_toys; rename it in the spec if you know a better name",
    ],
  ],
  [
    { "page.md": front() + chinese() },
    [
      'page.md:10:1 import-no-token: the page does not say which access tokens the operation accepts: the spec says tenant; correct "tokens" if that is wrong',
    ],
  ],
  [
    { "page.md": mirror(body("`name` | `string` | 否 | 名称"), "GET kites") },
    [
      'page.md:23:1 import-body-to-query: a GET request has no body: "name" is taken for a query field, so check that',
    ],
  ],
  [
    { "page.md": mirror("", "GET kites/:id") },
    [
      "page.md:10:1 import-path-parameter: the page does not describe :id of its path: it is taken for a string, so check that",
    ],
  ],
  [
    { "page.md": mirror(path("`kite_id` | `string` | 编号"), "GET kites/:kiteId") },
    [
      'page.md:23:1 import-path-spelling: the page describes "kite_id", its path has :kiteId: the path is followed',
    ],
  ],
  [
    {
      "page.md": mirror(
        path("`id` | `string` | 编号") + body("`id` | `string` | 否 | 新编号"),
        "PATCH kites/:id",
      ),
    },
    [
      'page.md:29:1 import-renamed-input: "id" stands in more than one of path, query and body: the one of the body is called body_id in the input',
    ],
  ],
];
