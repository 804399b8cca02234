import type { Json } from "../endpoint.js";
import type { Option } from "../page.js";
import { valueOf, type Kind } from "./value.js";

interface Source {
  /** Under its own marker. */
  readonly written: string | undefined;
  readonly clauses: readonly string[];
  readonly kind: Kind;
  readonly options: readonly Option[] | undefined;
}

/** What the server assumes; `strange` when a page says something that is no value of the field. */
export function defaultIn({
  written,
  clauses,
  kind,
  options,
}: Source): { readonly value: Json } | "strange" | undefined {
  if (written === undefined) return said(clauses, kind, options);
  // No value at all is the same as no default.
  if (/^[`"]?(?:空|无|不填|none|null|nil|empty|-|""|'')?[`"]?(?=$|[\s，,。.（(])/iu.test(written))
    return undefined;
  if (/^`?(?:\[\s*\]|\{\s*\})`?$/u.test(written)) return undefined;
  const isBare = !/^[`"“[{]/u.test(written);
  const word = isBare ? written.replace(/[，,。（(；;\s].*$/su, "") : written;
  const value = valueOf(isBare && kind.scalar === "string" ? word : written, kind);
  if (value === undefined) return "strange";
  const isSentence =
    isBare &&
    typeof value === "string" &&
    (/[^\x00-\x7f]/u.test(value) || value !== written.replace(/[.。]$/u, ""));
  const isOption = options?.some((option) => option.value === value) ?? false;
  return isSentence && !isOption ? "strange" : { value };
}

/** `默认为 500`, `不传则默认值为10`: clauses that say nothing else, and hold in every case. */
function said(
  clauses: readonly string[],
  kind: Kind,
  options: readonly Option[] | undefined,
): { readonly value: Json } | undefined {
  if (kind.isList || kind.isMap) return undefined;
  for (const clause of clauses) {
    const word = SAID.exec(clause)?.[1];
    if (word === undefined) continue;
    const value = valueOf(word, kind);
    if (value === undefined) continue;
    if (options !== undefined) {
      const option = optionOf(value, options);
      if (option !== undefined) return { value: kind.scalar === "int" ? Number(option) : option };
    } else if (kind.scalar !== "string" || /^[`"]/u.test(word)) return { value };
  }
  return undefined;
}

const SAID =
  /^(?:该(?:值|字段|参数))?(?:(?:若|如果?)?(?:不填写?|不传(?:值|入|该参数|该字段)?|未传入?|未填写?|不设置|缺省)(?:时|的话)?(?:则|就)?(?:取|使用)?\s?)?(?:默认值?|缺省值?|[Dd]efaults? to|[Tt]he default value is|[Dd]efault value is|[Dd]efault is)\s?(?:为|是|取)?\s?(`[^`]{1,64}`|"[^"]{1,64}"|“[^”]{1,64}”|-?\d{1,15}|true|false|True|False|[A-Za-z]\w{0,63})\s?(?:条|个)?\.?$/u;

/** By its value, or by its label: `默认为“全部”`. */
function optionOf(value: Json, options: readonly Option[]): string | undefined {
  const text = String(value);
  const coded = options.find((option) => option.value === text);
  const labelled = options.filter(({ label }) => label === text);
  return coded?.value ?? (labelled.length === 1 ? labelled[0]?.value : undefined);
}
