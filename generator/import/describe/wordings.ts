/**
 * The words by which pages mark the machine-made parts of a description, Chinese and English. Each
 * is the source of a regular expression; none of them can match the empty text.
 */

/** What a marked part holds. `aside` is a note for people: none of its lists are values. */
export type SectionKind =
  "example" | "options" | "default" | "rules" | "scopes" | "valueScopes" | "aside";

interface Marker {
  readonly kind: SectionKind;
  readonly words: string;
  /** May follow a word directly, as bold marks are gone: `流程类型 ID可选值：`. */
  readonly isGlued?: true;
  /** The words belong to what they mark: a rule says itself which one it is. */
  readonly isContent?: true;
  /** A list stands in place of the colon: `注意 - 只能放一次`. */
  readonly isBare?: true;
}

const of = "(?:有|为|是|包括|包含|如下|列表|说明|含义|有以下|如下所示|包括以下)?";

export const MARKERS: readonly Marker[] = [
  {
    kind: "valueScopes",
    words:
      "当值为[^，,\\n]{1,60}[，,]\\s?字段权限要求(?:[（(][^）)\\n]{1,20}[）)])?|When the value is [^,\\n]{1,60}, the following field scopes are required",
  },
  {
    kind: "scopes",
    words:
      "字段权限要求(?:[（(][^）)\\n]{1,20}[）)])?|(?:Required field scopes|Field permission requirements?|Field scopes required)(?: \\([^)\\n]{1,60}\\))?",
  },
  {
    kind: "rules",
    words: "数据校验规则|校验规则|[Dd]ata [Vv]alidation [Rr]ules?",
  },
  {
    kind: "rules",
    words:
      "最大值|最小值|最大长度|最小长度|长度范围|取值范围|长度限制|字符限制|Maximum value|Minimum value|Maximum length|Minimum length|Length range|Value range|Length [Cc]onstraints?|Length [Ll]imits?",
    isContent: true,
  },
  {
    kind: "options",
    words: `(?:可选值|可能值|枚举值|可取值|可选项|可选类型|支持的值|参数可选值|可能的值|可能取值|可选取值)${of}`,
    isGlued: true,
  },
  { kind: "options", words: `取值${of}` },
  {
    kind: "options",
    words:
      "(?:[Oo]ptional|[Pp]ossible|[Aa]vailable|[Vv]alid|[Ee]num|[Ee]numeration|[Aa]llowed|[Ss]upported) [Vv]alues?(?: are| is| include| list)?|Values|Options(?: are)?",
  },
  {
    kind: "example",
    words: "示例值|示例|样例值|[Ee]xample [Vv]alues?|Examples?|[Ss]ample [Vv]alues?",
  },
  { kind: "default", words: "默认值|缺省值|默认|[Dd]efault [Vv]alues?|Default" },
  { kind: "aside", words: "注意(?:事项)?", isBare: true },
  {
    kind: "aside",
    words:
      "注意|注意事项|取值示例|请注意|特别注意|说明|特殊说明|特别说明|补充说明|提示|注|备注|值格式|固定值|数据范围|格式要求|可用字符集|附件校验规则|使用限制|Notes?|Notices?|Tips?|Warning|Important|Value format|Fixed value|Allowed [Cc]haracter [Ss]et|Format requirements?",
  },
];

/** A description that begins so has no leading term: it is a condition or a sentence. */
export const SENTENCE_START =
  /^(?:当(?!前|日|月|年|天|地|班|事|选)|若(?!干)|如(?!意)|假如|倘若|仅当|只有|仅在|只在|表示|代表|指的是|是指|即(?!将|时|刻)|值(?:固定)?为|传入(?!的)|在(?![线职途校岗读建库场售离])|与.{1,30}至少|支持(?=通过|按|根据)|提供用于|获取方式|该(?:字段|参数|值|接口|属性)|此(?:字段|参数|值|接口|属性|处)|本(?:字段|参数|接口)|请(?![求假])|为空|不填|不传|至少|最多|以下|true|false|更多|详(?:见|情(?=[请可见参查：:，,]|$))|参[见考]|目前|暂不|暂时)/iu;

/** Verbs: `通过接口获取` is half a sentence, but `需要打卡的人员` names something. */
export const VERB_START =
  /^(?:根据|通过(?!率)|用于|用来|调用(?![方者人链量次])|可以|可通过|可用于|需要|需(?=[在与要为])|必须)/u;
export const NOUN_END = /的[^的]{1,12}$/u;

export const ENGLISH_SENTENCE_START =
  /^(?:when|if|only|indicates?|specifies|specify|used|use|this|these|it|please|you|represents?|refers?|returns?|returned|required|optional|must|see|for|by|note|currently|deprecated|do not|call)\b/iu;

/** `放飞时`, `放飞后` say when something holds; `小时` and `税后` do not. */
export const WHEN_END =
  /(?:(?<![小工临实及课学计定延耗用平按准同])时|的话|情况下|场景下|时候|(?<![税售前背最])后|(?<![税目当提以空])前|[之以][前后])$/u;

/** A leading term that ends so is the first half of a sentence. */
export const SENTENCE_END =
  /(?:以下|如下|包括|包含|例如|比如|分别|可选|只有|支持|为了|[时后并](?:必填|必传|使用|有效|生效|返回|可用|有值)|^除.*外|(?<!行)为|[、，].*等)$/u;

/**
 * Sentences by what is in them: a verb that says what another one is for (用于指定行号), a hint at
 * another place of the page, or 是 … 的.
 */
export const SENTENCE =
  /^(?:可?用于|用来)(?:指定|查询|标[识记志]|控制|设置|表示|获取|区分|判断|描述)|前文|上文|(?<!上)下文|[上下]述|[^是]是(?!否)[^的]{1,30}的$/u;
