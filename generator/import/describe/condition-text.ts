/** What a sentence says of when a field counts, or is required, in the page's own words. */
export interface Said {
  readonly effect: "when" | "requiredWhen";
  /** `题目类型为「单选题」`, in both halves; every way to cut it, the likeliest first. */
  readonly readings: readonly Reading[];
}

export interface Reading {
  readonly subject: string;
  readonly test: { readonly values: string } | "present" | "absent";
}

/** Finds the conditions in the sentences of a description. */
export function conditionTextsIn(sentences: readonly string[]): readonly Said[] {
  if (sentences.some((sentence) => LISTED.test(sentence))) return [];
  return sentences.flatMap((sentence) => {
    // A sentence that long says more than one thing.
    if (sentence.length > LONGEST || JOINED.test(sentence)) return [];
    const said = CHINESE.flatMap(([effect, pattern]) => {
      const found = pattern.exec(sentence);
      if (found === null) return [];
      // Two of them are two ways to be so, and their values would be taken for those of one.
      if (pattern.test(sentence.slice(found.index + found[0].length))) return [];
      return chinese(effect, sentence.slice(0, found.index));
    });
    return said.length > 0 ? said.slice(0, 1) : english(sentence);
  });
}

const LONGEST = 300;
/** More than one condition at once. */
const JOINED = /并且|且同时|both of/u;
/** The conditions stand in a list, which is cut into sentences. */
const LISTED = /同时满足|以下(?:全部)?(?:两个)?条件|all of the following/u;

const THIS = "(?:该|此|本|当前)?(?:字段|参数|值|项)?";
const END = "(?=$|[，,。；;）)」：:\\s]|且|并)";

/** What follows a condition when it requires the field, and when the field only then counts. */
const CHINESE: readonly (readonly [Said["effect"], RegExp])[] = [
  [
    "requiredWhen",
    new RegExp(
      `(?:时候?|情况下|[，,])[」”\`]?[，,\\s]{0,2}(?:则|才|那么)?\\s?${THIS}(?:则|才|均|也)?(?:是|为)?(?:必填|必传|必须填写?|必须传入?|必须设置|不能为空|不可为空|不得为空)(?:项|字段|参数)?(?!其|一|之)${END}`,
      "u",
    ),
  ],
  [
    "when",
    new RegExp(
      `(?:时候?|情况下)[」”\`]?[，,\\s]{0,2}(?:才|则|该字段|此字段|该参数|此参数|该值|本字段)?(?:才|会|可)?(?:从?此(?:字段|处|值|参数)?取值|从此取值|使用|有值|返回|可用|生效|有效|填充|填写|传入|可传|可填|起作用)${THIS}${END}`,
      "u",
    ),
  ],
  ["when", /(?:时候?|情况下)[，,\s]{0,2}(?:此|该)(?:值|字段|参数)表示/u],
];

const STARTS = ["仅当", "只有当", "当", "若", "如果", "仅在", "只在", "只有", "在", "仅"];

function chinese(effect: Said["effect"], before: string): Said[] {
  // The clause with the condition: from its first word, or from the last comma on.
  const tail = before.replace(/(?:的?(?:时候?|情况下)?)[，,\s]*$/u, "").replace(/的$/u, "");
  const starts = STARTS.map((word) => lastStart(tail, word)).filter((at) => at >= 0);
  const comma = Math.max(...["，", ",", "（", "。", "："].map((mark) => tail.lastIndexOf(mark)));
  const from = Math.max(starts.length > 0 ? Math.min(...starts) : -1, -1);
  const clause = from >= 0 ? tail.slice(from) : tail.slice(comma + 1);
  // A colon or bracket may belong to the condition; so may a comma, inside of quotes.
  const bare = clause.trim().replace(new RegExp(`^(?:${STARTS.join("|")})\\s*`, "u"), "");
  const readings = readingsOf(bare);
  return readings.length === 0 ? [] : [{ effect, readings }];
}

/** The last place where a word begins a clause. */
function lastStart(text: string, word: string): number {
  for (
    let at = text.lastIndexOf(word);
    at >= 0;
    at = at === 0 ? -1 : text.lastIndexOf(word, at - 1)
  ) {
    if (at === 0 || /[，,。；;：:（(\s]/u.test(text[at - 1] ?? "")) return at;
  }
  return -1;
}

const TESTS =
  /\s?(?:的?(?:取值|值|选项)?(?:设置为|选择为|等于|取值为|选择|包含|为|是|==?)(?!空|否))\s?/gu;

function readingsOf(clause: string): Reading[] {
  const given =
    /^(?:传入|填写|传|填|设置|指定|传递)了?\s?(?<present>[^，,]{1,60}?)$|^(?:未|不|没有)(?:传入|填写|传|填|设置|指定|传递)了?\s?(?<absent>[^，,]{1,60}?)$|^(?<full>[^，,]{1,60}?)\s?(?:不为空|非空|有值|已填写|已传入)$|^(?<empty>[^，,]{1,60}?)\s?(?:为空|不填|未填|不传|未传|未填写|未传入)$/u.exec(
      clause,
    )?.groups;
  if (given !== undefined) {
    const absent = given["absent"] ?? given["empty"];
    const subject = absent ?? given["present"] ?? given["full"] ?? "";
    return [{ subject, test: absent === undefined ? "present" : "absent" }];
  }
  return [...clause.matchAll(TESTS)].slice(0, 6).map((found) => ({
    subject: clause.slice(0, found.index),
    test: { values: clause.slice(found.index + found[0].length) },
  }));
}

const ENGLISH: readonly (readonly [Said["effect"], RegExp])[] = [
  ["requiredWhen", /\b(?:required|mandatory)(?: only)? (?:when|if)\s/iu],
  [
    "when",
    /\b(?:used|valid|available|returned|effective|takes effect|applies|applicable|meaningful)(?: only)? (?:when|if)\s/iu,
  ],
];
const ENGLISH_FIRST =
  /^(?:only )?(?:when|if) (?<clause>.{3,200}?), (?:this|the) (?:field|parameter|value) (?:is|must be|will be) (?:only )?(?<effect>required|mandatory|returned|valid|used|available|effective)\b(?! not)/iu;

function english(sentence: string): Said[] {
  const first = ENGLISH_FIRST.exec(sentence)?.groups;
  if (first !== undefined) {
    const effect = /required|mandatory/iu.test(first["effect"] ?? "") ? "requiredWhen" : "when";
    return englishReadings(effect, first["clause"] ?? "");
  }
  for (const [effect, pattern] of ENGLISH) {
    const found = pattern.exec(sentence);
    if (found === null || /\bnot $/iu.test(sentence.slice(0, found.index))) continue;
    return englishReadings(effect, sentence.slice(found.index + found[0].length));
  }
  return [];
}

function englishReadings(effect: Said["effect"], clause: string): Said[] {
  const found =
    /^(?:the )?(?:value of )?(?:the )?(?:parameter |field )?(?<subject>`[^`]{1,60}`|[\w. -]{1,60}?)(?: parameter| field)?\s(?:is (?:set to |set as )?|equals(?: to)? |contains |= ?|has the value )(?<values>.{1,120}?)[.)]*$/iu.exec(
      clause.trim(),
    )?.groups;
  const values = found?.["values"];
  if (found === undefined || values === undefined || /^not\b/iu.test(values)) return [];
  const subject = found["subject"] ?? "";
  if (/^(?:empty|blank|not specified|not provided)$/iu.test(values))
    return [{ effect, readings: [{ subject, test: "absent" }] }];
  return [{ effect, readings: [{ subject, test: { values } }] }];
}
