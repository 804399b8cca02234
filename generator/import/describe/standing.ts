/** Whether a page advises against a field, or says not to use it at all. */
export type Standing = "deprecated" | "unusable" | undefined;

/**
 * Only clauses that say nothing else count: `已停用` may be a state, `即将下线` may be said of one of
 * the values, `请勿传入` may depend on a setting, and `` `x` 字段无效 `` is about another field.
 */
export function standingOf(
  clauses: readonly string[],
  sentences: readonly string[],
  isAnswer: boolean,
): Standing {
  const isConditional = (clause: string): boolean =>
    sentences.some(
      (sentence) => sentence.includes(clause) && /若|如果|当.*时|除非|when |if /u.test(sentence),
    );
  let standing: Standing;
  for (const [i, clause] of clauses.entries()) {
    const isTerm = i === 0 && clauses.length === 1 && !/字段|参数|field|parameter/iu.test(clause);
    if (!isTerm && UNUSABLE.test(clause) && !isConditional(clause)) return "unusable";
    if ((!isTerm && DEPRECATED.test(clause)) || (isAnswer && INSTEAD.test(clause)))
      standing = "deprecated";
  }
  return standing;
}

const THIS = "(?:该|此|本|当前)?(?:字段|参数|属性)?";
const UNUSABLE = new RegExp(
  `^(?:${THIS}(?:请勿|切勿|不要|勿)(?:使用|填写|传值)(?:${THIS})|${THIS}(?:请|可)?忽略(?:${THIS})|(?:该|此|本)?(?:无效|作废)(?:字段|参数)|(?:该|此|本)(?:字段|参数)(?:已)?无效|do not use(?: it| this (?:field|parameter))?|please do not use|(?:this is an )?invalid (?:field|parameter)|please ignore(?: it| this (?:field|parameter))?|ignore this (?:field|parameter))$`,
  "iu",
);
const DEPRECATED = new RegExp(
  `^(?:${THIS}(?:已经?|即将|将|会|计划)?(?:被|逐步)?(?:废弃|弃用|下线|不再使用|不再维护|不再支持|不再更新|停止维护)(?:字段|参数)?|(?:该|此|本)?(?:已)?(?:废弃|弃用|过期)的?(?:字段|参数)|(?:历史(?:无效)?|旧版?|即将下线|已下线)(?:字段|参数)|${THIS}已?不(?:推荐|建议)(?:继续)?使用|不再(?:推荐|建议)使用|已无用|(?:(?:this|the) (?:field|parameter|property) )?(?:(?:is|has been|will be) )?(?:now )?(?:deprecated|obsolete)(?: field| parameter)?|(?:(?:this|the) (?:field|parameter) )?(?:is )?no longer (?:used|maintained|supported|recommended)|(?:it is )?not recommended(?: to use)?)$`,
  "iu",
);
/** In a reply, `请使用 X` names the field to read in place of this one. */
const INSTEAD = /^(?:\S{1,20}\s)?请使用\s?`?[a-z]\w*_\w+`?\s?(?:字段)?$/u;
