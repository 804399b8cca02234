/**
 * The unit of a point in time. Durations have units, too, but they are no times; and a text that
 * names both units says the one of something else.
 */
export function unitOf(prose: string): "ms" | "s" | undefined {
  // What stands in lists is about single cases.
  const text = prose.replace(/(?:^|\s)[-*•]\s[^]*$/u, "").slice(0, 2000);
  if (/微秒|纳秒|microsecond|nanosecond/iu.test(text)) return undefined;
  const isStamp = /时间戳|unix\s?时间|timestamps?\b|epoch/iu.test(text);
  const isTime = /时间(?!段|间隔|范围)|时刻/u.test(text) && !DURATION.test(text);
  if (!isStamp && !isTime) return undefined;
  const millis = MILLIS.test(text);
  const seconds = isStamp && SECONDS.test(text);
  if (millis === seconds) return undefined;
  return millis ? "ms" : "s";
}

const MILLIS = /毫秒|单位\s?[：:为]?\s?ms|[（(]\s?ms\s?[）)]|millisecond|\bin ms\b|ms\s?时间戳/iu;
const SECONDS =
  /(?<!毫)秒(?:级|数)?\s?的?\s?(?:Unix|UNIX|unix)?\s?时间戳|时间戳\s?[（(，,。、：:\s]{0,2}(?:单位|精确到|以)?\s?(?:[：:为是])?\s?(?<!毫)秒|单位\s?(?:[：:为是])?\s?(?:s\b|sec\b|(?<!毫)秒)|精确到\s?秒|(?<!milli)(?<!micro)\bseconds?\b|\bin s\b/iu;
const DURATION =
  /时长|耗时|超时|间隔|有效|过期|持续|等待|剩余|处理时间|执行时间|运行时间|停留|周期|延迟|提前|偏移|duration|interval|timeout/iu;
