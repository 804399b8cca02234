import { body, errors, kite, mirror, SERVICE } from "./pages.js";
import type { Case } from "./run.js";

const SIZES = `enums:
  Size:
    label: 大小
    values:
      Small: { value: 1, label: 小 }
      Large: { value: 2, label: 大 }
      Huge: { value: 3, label: 特大 }
`;
const ERRORS = `errors:
  TooWindy: { code: 7001, label: 风太大, retry: never }
  TooCalm: { code: 7002, label: 没有风, retry: never }
`;

/** What a page says that goes into a spec which is there. */
export const mergeCases: readonly Case[] = [
  [
    { "page.md": mirror() },
    [
      'spec/toy/resources/kite.yaml:10:7 field-gone: the page of kite.create does not have kite.create.body.tail: remove it, or say with "extra" why it stays',
    ],
    kite("    body:\n      tail: { type: string }\n"),
  ],
  [
    {
      "page.md": mirror(
        body("`size` | `int` | 否 | 大小<br>**可选值有**：<br>- `1`: 小<br>- `2`: 大"),
      ),
    },
    [
      'spec/toy/enums.yaml:7:7 value-gone: the page of kite.create does not list the value 3: remove it, or say in exceptions.yaml why it stays, with the operation kite.create and at "body.size.3"',
    ],
    kite("    body:\n      size: { type: Size }\n", { "enums.yaml": SIZES }),
  ],
  [
    { "page.md": mirror(errors("400 | 7001 | 风太大 | 换个日子")) },
    [
      'spec/toy/resources/kite.yaml:9:24 error-gone: the page no longer has the error TooCalm: remove it, or say in exceptions.yaml why it stays, with the operation kite.create and at "errors.7002"',
    ],
    kite("    errors: [TooWindy, TooCalm]\n", { "errors.yaml": ERRORS }),
  ],
  [
    { "page.md": mirror(body("`size` | `int` | 否 | 大小")) },
    [
      'page.md:10:1 breaks-spec: this page is left out, as the spec would break with it: correct one of the two (spec/toy/examples/kite.create.request.json: this example does not fit at size: expected a whole number, got "L")',
    ],
    kite("    body:\n      size: { type: string }\n", {
      "examples/kite.create.request.json": '{ "size": "L" }\n',
    }),
  ],
  [
    { "page.md": mirror() },
    [
      'spec/toy/resources/kite.yaml:1:1 unmergeable: import cannot change a file that is written like this: write it as lines of "key: value"',
    ],
    {
      "service.yaml": SERVICE,
      "resources/kite.yaml": "{ resource: kite, label: 风筝 }\n",
    },
  ],
];
