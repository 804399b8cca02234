/** What stands under a heading of a vendor page. `parameters` does not say which part they are of. */
export type Section =
  | "request"
  | "headers"
  | "path"
  | "query"
  | "parameters"
  | "body"
  | "requestExample"
  | "response"
  | "responseBody"
  | "responseExample"
  | "errors"
  | "event";

/** Which section a heading opens; undefined for headings of the page's own making. */
export function sectionOf(heading: string): Section | undefined {
  const words = heading
    .replace(/[*_`#]/gu, "")
    .replace(/^[\s\d.、]+/u, "")
    .replace(/[:：\s]+$/u, "")
    // 请求体 (方式一): one of several.
    .replace(
      /(?<=\S)\s*[（(](?![^）)]*(?:示例|样例|example|失败|错误|异常|error))[^（()）]{1,30}[)）]$/iu,
      "",
    )
    .replace(/\s+/gu, " ")
    .toLowerCase();
  // Headings are short; a sentence is none of ours.
  if (words.length > 60) return undefined;
  return SECTIONS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** What may stand before a section's name: 通用模板请求体, 成功响应示例. */
const OWN = "(?:[^，。；]{0,12})";

const SECTIONS: readonly (readonly [Section, RegExp])[] = (
  [
    ["event", "(?:事件(?:体|订阅.*)?|event(?: body)?|回调(?:参数|体|结构)?|callback(?: .*)?)$"],
    ["requestExample", `${OWN}请求体?(?:参数)? ?(?:body ?)?的?(?:示例|样例|demo)`],
    ["requestExample", "(?:curl |python |http )?(?:request )?(?:body )?(?:example|sample)s?$"],
    ["requestExample", "request (?:body )?(?:example|sample|demo)"],
    [
      "responseExample",
      `${OWN}(?:响应|返回)(?:体|参数|结果|数据|值)? ?(?:body ?)?的?(?:示例|样例|demo)`,
    ],
    [
      "responseExample",
      "(?:success(?:ful)? )?(?:response|return) (?:body )?(?:example|sample|demo)",
    ],
    ["errors", "(?:返回|响应|业务|接口)?错误(?:代)?码|error codes?(?: |$)"],
    ["headers", "请求头|(?:request )?headers?(?: param(?:eter)?s?)?$"],
    ["path", "(?:请求)?(?:路径|path) ?参数|(?:request )?path param"],
    ["query", "(?:请求)?(?:查询|query|url(?: query)?) ?参数|(?:request )?(?:query|url) param"],
    [
      "body",
      `${OWN}请求体(?:参数|说明|结构)?$|(?:请求 ?)?body ?参数|(?:request )?body(?: param(?:eter)?s?)?$`,
    ],
    ["parameters", "(?:请求|输入)?参数(?:说明|列表)?$|(?:request )?param(?:eter)?s?$"],
    [
      "responseBody",
      "(?:成功|正常)(?:的)?(?:响应|返回)(?:体|参数|值|结果|数据|字段|内容)?(?:说明)?$|(?:响应|返回|输出)(?:体|参数|值|结果|数据|字段|内容)(?:说明)?$|(?:success(?:ful)? )?(?:response|return) (?:body|param(?:eter)?s?|values?|data)$|success(?:ful)? (?:response|return)$",
    ],
    ["request", "请求(?:说明|方式|信息|地址)?$|(?:http )?request$"],
    ["response", "(?:响应|返回)(?:说明)?$|(?:http )?response$"],
  ] as const
).map(([section, pattern]) => [section, new RegExp(`^(?:${pattern})`, "u")]);
