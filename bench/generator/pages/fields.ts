import type { FieldSpec, TypeText } from "../../../generator/lint/grammar.js";
import type { Catalogue } from "./catalogue.js";

type Fields = Readonly<Record<string, FieldSpec>>;

/** The rows of a table of fields, those of objects below the field that holds them. */
export function fieldRows(
  catalogue: Catalogue,
  fields: Fields,
  isInput: boolean,
  depth = 0,
  above: readonly string[] = [],
): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    // Pages do not have these.
    if (field.extra !== undefined) return [];
    const named = innermost(field.type);
    const inner = field.fields ?? catalogue.types.get(named)?.fields ?? {};
    const indent = depth === 0 ? "" : `${"&nbsp;&nbsp;".repeat(depth)}└ `;
    const cells = [
      `${indent}\`${name}\``,
      `\`${typeCell(catalogue, field.type, name)}\``,
      ...(isInput ? [field.required === true ? "是" : "否"] : []),
      descriptionOf(catalogue, field, fields),
    ];
    const row = `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
    // A type in itself is described once.
    if (above.includes(named)) return [row];
    return [row, ...fieldRows(catalogue, inner, isInput, depth + 1, [...above, named])];
  });
}

const innermost = (type: TypeText): string =>
  typeof type === "string" ? type : innermost(0 in type ? type[0] : type.map);

function typeCell(catalogue: Catalogue, type: TypeText, name: string): string {
  if (typeof type !== "string")
    return 0 in type
      ? `${typeCell(catalogue, type[0], name)}\\[\\]`
      : `map<string, ${typeCell(catalogue, type.map, name)}>`;
  const [value] = Object.values(catalogue.enums.get(type)?.values ?? {}).map((one) => one.value);
  if (value !== undefined) return typeof value === "number" ? "int" : "string";
  return type === "object" ? name : snakeCase(type);
}

const snakeCase = (text: string): string =>
  text.replace(/(?<=[a-z0-9])(?=[A-Z])/gu, "_").toLowerCase();

function descriptionOf(catalogue: Catalogue, field: FieldSpec, siblings: Fields): string {
  const { label = "", doc, example } = field;
  const values = Object.values(catalogue.enums.get(innermost(field.type))?.values ?? {});
  const rules = rulesOf(field);
  return [
    `${label}${conditionOf(catalogue, field, siblings)}${doc === undefined ? "" : `。${doc}`}`,
    ...(example === undefined ? [] : [`**示例值**：${JSON.stringify(example)}`]),
    ...(field.default === undefined ? [] : [`**默认值**：\`${String(field.default)}\``]),
    ...(values.length === 0
      ? []
      : [
          "**可选值有**：",
          values.map(({ value, label: term }) => `- \`${value}\`: ${term}`).join(" "),
        ]),
    ...(rules.length === 0 ? [] : ["**数据校验规则**：", ...rules]),
  ].join("<br>");
}

const BOUNDS = [
  ["min", "最小值"],
  ["max", "最大值"],
  ["minLength", "最小长度"],
  ["maxLength", "最大长度"],
  ["minItems", "最小长度"],
  ["maxItems", "最大长度"],
] as const;

const rulesOf = (field: FieldSpec): readonly string[] =>
  BOUNDS.flatMap(([key, words]) =>
    field[key] === undefined ? [] : [`- ${words}：\`${field[key]}\``],
  );

/** `（当题目类型为「打分题」时使用）` */
function conditionOf({ enums }: Catalogue, { when = {} }: FieldSpec, siblings: Fields): string {
  const conditions = Object.entries(when).flatMap(([name, wanted]) => {
    const sibling = siblings[name];
    const values = sibling && enums.get(innermost(sibling.type))?.values;
    const members = typeof wanted === "boolean" ? [] : [wanted].flat();
    const terms = members.flatMap((member) => values?.[member]?.label ?? []);
    return terms.length === 0 ? [] : [`当${sibling?.label}为「${terms.join("」/「")}」时使用`];
  });
  return conditions.length === 0 ? "" : `（${conditions.join("，")}）`;
}
