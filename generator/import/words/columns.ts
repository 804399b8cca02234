/** What a column of a table of fields holds. `place` says whether a field is in the URL or the body. */
export type FieldColumn = "name" | "type" | "required" | "text" | "example" | "default" | "place";

export type ErrorColumn = "status" | "code" | "label" | "advice";

/** Which column a header cell names. */
export function fieldColumnOf(header: string): FieldColumn | undefined {
  return match(FIELD_COLUMNS, header);
}

export function errorColumnOf(header: string): ErrorColumn | undefined {
  return match(ERROR_COLUMNS, header);
}

function match<C extends string>(
  columns: readonly (readonly [C, RegExp])[],
  header: string,
): C | undefined {
  const [line = ""] = header.replace(/[*_`]/gu, "").trim().toLowerCase().split("\n", 1);
  const words = line.replace(/[\s:：]+/gu, " ").trim();
  return columns.find(([, pattern]) => pattern.test(words))?.[0];
}

const FIELD_COLUMNS: readonly (readonly [FieldColumn, RegExp])[] = [
  ["type", /^(?:数据|参数|字段|变量)? ?类型$|^(?:data |parameter |field )?types?$/u],
  [
    "required",
    /^(?:是否)?(?:必填|必须|必选|必传|必需)(?:\/选填|\/可选)?$|^是否可选$|^(?:is )?required\??$|^mandatory$/u,
  ],
  ["example", /^(?:示例|实例|样例)(?:值)?$|^(?:examples?|sample)(?: values?)?$/u],
  ["default", /^(?:默认|缺省)值?$|^default(?: value)?$/u],
  ["place", /^(?:参数)?(?:来源|位置)$|^(?:source|in|location|position)$/u],
  [
    "name",
    /^(?:参数|字段|属性|变量)? ?(?:名称|名|key)$|^(?:参数|字段|属性|变量|名称)(?: .*)?$|^(?:parameters?|names?|fields?|propert(?:y|ies)|key)(?: name)?(?: show sublists)?$/u,
  ],
  [
    "text",
    /^(?:参数|字段)?(?:描述|说明|含义|备注|释义)$|^descriptions?$|^(?:notes?|remarks?|explanation|meaning|details?)$/u,
  ],
];

const ERROR_COLUMNS: readonly (readonly [ErrorColumn, RegExp])[] = [
  [
    "status",
    /^http ?(?:响应)?(?:状态码|状态)?(?: ?code)?$|^http status(?: codes?)?$|^状态码$|^status(?: codes?)?$/u,
  ],
  [
    "code",
    /^(?:错误|返回|响应|业务)? ?码(?:值)?$|^(?:err(?:or)? |return )?codes?$|^code$|^errcode$/u,
  ],
  [
    "label",
    /^(?:错误)?(?:描述|信息|含义|说明|原因|名称|类型)$|^(?:err(?:or)? )?(?:descriptions?|messages?|msg|meaning|reason)$/u,
  ],
  ["advice", /排查|解决|处理|建议|^操作$|troubleshoot|solution|suggest|resol|handling|how to/u],
];
