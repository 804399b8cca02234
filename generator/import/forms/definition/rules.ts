import { get, textOf, type Spot } from "./spot.js";

/** Bounds that stand in keys of their own, as lines like those of a page. */
export function rulesOf(node: Spot): readonly string[] {
  const text = (...keys: readonly string[]) => textOf(get(node, ...keys));
  const rules = [
    ...range("取值范围", "最小值", "最大值", text("min", "minimum"), text("max", "maximum"), ""),
    ...range("长度范围", "最小长度", "最大长度", text("minLength"), text("maxLength"), " 字符"),
    ...range("长度范围", "最小长度", "最大长度", text("minItems"), text("maxItems"), ""),
    ...line("正则校验", text("pattern"), ""),
  ];
  const isDeprecated = text("deprecated", "isDeprecated") === "true";
  return [
    ...(isDeprecated ? ["已废弃"] : []),
    ...(rules.length > 0 ? ["数据校验规则：", ...rules] : []),
  ];
}

function range(
  both: string,
  least: string,
  most: string,
  min: string | undefined,
  max: string | undefined,
  unit: string,
): readonly string[] {
  if (min === undefined) return line(most, max, unit);
  if (max === undefined) return line(least, min, unit);
  return [`- ${both}：\`${min}\` ～ \`${max}\`${unit}`];
}

const line = (label: string, value: string | undefined, unit: string): readonly string[] =>
  value === undefined ? [] : [`- ${label}：\`${value}\`${unit}`];
