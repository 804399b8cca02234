import { plainCell } from "./cell.js";
import type { Part } from "./outline.js";

/** Whether the page, above its request, advises against the whole operation. */
export function isAdvisedAgainst(
  parts: readonly Part[],
  title: string,
  fullPath: string | undefined,
): boolean {
  if (/\/historic-version\//u.test(fullPath ?? "") || TITLE.test(title)) return true;
  const sentences = parts.flatMap(({ section, block }) =>
    section === "intro" && block.kind === "text"
      ? plainCell(block.raw.replace(BROKEN, " ")).split(/[\n。]/u)
      : [],
  );
  return sentences.some(
    (sentence) => MOVE.test(sentence) || (OPERATION.test(sentence) && AGAINST.test(sentence)),
  );
}

/** A line that breaks before the link it leads to. */
const BROKEN = /(?<=[到至为]|使用)[^\S\n]*\n[>\s]{0,20}(?=\[)/gu;

const TITLE =
  /[(（【[](?:历史版本|旧版|不推荐|不再推荐|已?废弃|已下线|deprecated|historic(?:al)? version)/iu;

/** Advice that only operations get. */
const MOVE =
  /(?:迁移|升级|切换)(?:到|至|为|使用).{0,10}(?:新版|新接口|新的|v\d)|推荐使用(?:新版|新接口|最新)|为旧版.{0,20}接口|(?:api|endpoint|interface) (?:is|has been|was) (?:now )?deprecated|no longer (?:maintained|updated|recommended)|historic(?:al)? version|legacy version/iu;

/** That the operation is spoken of, not a thing that it handles (已停用的账号). */
const OPERATION =
  /(?:本|该|此|当前|这个|旧版?|老版?|历史)的?.{0,6}(?:接口|api|文档|版本|页面|能力)|^(?:\w+: ?)?(?:接口|api)|\b(?:this|the) (?:api|endpoint|interface|document|page|version)\b/iu;
const AGAINST =
  /不再(?:更新|维护|推荐|迭代|新增|提供)|停止(?:更新|维护)|已(?:经)?(?:废弃|弃用|下线|停用|过时|不推荐|不再)|(?:即将|将于|将在|计划|逐步).{0,20}(?:下线|废弃|停用|停止)|不(?:建议|推荐)(?:继续)?使用(?:本|该|此|当前)|为历史版本|历史版本(?:接口|文档|api)|deprecated|not recommended/iu;
