/** What a description says of repeated calls; undefined when the field does not recognise them. */
export function idempotencyOf(text: string): { readonly window?: string } | undefined {
  if (!MEANT.test(text) || DENIED.test(text)) return undefined;
  const found = WINDOW.exec(text);
  if (found === null || Number(found[1]) === 0) return {};
  return { window: `${Number(found[1])}${/小时|hour|h/iu.test(found[2] ?? "") ? "h" : "d"}` };
}

const MEANT =
  /仅用于幂等|用于幂等|幂等(?:字段|参数|性|key|键|号|\s?token|校验|标识|的|进行)|的幂等|实现幂等|请求去重|idempoten(?:t|ce|cy)|deduplicat/iu;
const DENIED = /(?:非|不|不支持|不保证|无法保证)幂等|not idempotent/iu;
const WINDOW = /(?<!\d)(\d{1,4})\s?(?:个)?(小时|天|hours?\b|h\b|days?\b)/iu;
