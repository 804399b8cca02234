import type { AppType, Method, TokenKind } from "../page.js";
import { Recall } from "../recall.js";

/** The rows of an operation's table of facts. */
export type Fact = "url" | "method" | "limits" | "appTypes" | "scopes" | "fieldScopes";

/** Which fact the first cell of a row names; the cell may go on with sentences about it. */
export const factOf = (text: string): Fact | undefined =>
  recall.of(text, () => {
    const label = text.replace(/[\s*`_]+/gu, " ").trim();
    return FACTS.find(([, start]) => start.test(label))?.[0];
  });

const recall = new Recall<Fact | undefined>();

const FACTS: readonly (readonly [Fact, RegExp])[] = [
  ["url", /^(?:http )?url(?: |$)|^请求 ?(?:地址|url)|^request url/iu],
  ["method", /^(?:http )?method(?: |$)|^请求方(?:法|式)|^request method/iu],
  ["limits", /^(?:接口|调用)?(?:频率限制|频控)|^(?:(?:api|interface) )?(?:rate|frequency) limit/iu],
  ["appTypes", /^(?:支持的?)?应用类型|^(?:supported )?app(?:lication)?s? types?/iu],
  ["fieldScopes", /^(?:敏感)?字段权限|^(?:required )?field (?:scope|permission)/iu],
  ["scopes", /^(?:接口|所需)?权限|^(?:required )?(?:scope|permission)/iu],
];

/** `1000 次/分钟、50 次/秒` is `1000/min` and `50/s`. A second number for one unit is an exception. */
export function limitsOf(text: string): string[] {
  const found = new Map<string, string>();
  for (const rate of RATES) {
    for (const { groups } of text.matchAll(rate)) {
      const count = Number(groups?.["count"]?.replaceAll(",", ""));
      const per = /^[分m]/iu.test(groups?.["unit"] ?? "") ? "min" : "s";
      if (count > 0 && !found.has(per)) found.set(per, `${count}/${per}`);
    }
  }
  if (found.size > 0) return [...found.values()];
  return /特殊|special/iu.test(text) ? ["special"] : [];
}

const COUNT = "(?<![0-9.,])(?<count>[0-9][0-9,]{0,11})";
const UNIT = "(?<unit>分钟?|秒钟?|minute|min|second|sec|m(?![a-z])|s(?![a-z]))";
const RATES: readonly RegExp[] = [
  // 100 次/分钟, 100 times/minute, 100 per minute
  `${COUNT}\\s{0,4}(?:次|times?|req(?:uest)?s?|calls?)?\\s{0,4}(?:/|每|per\\s|an?\\s)\\s{0,4}${UNIT}`,
  // 每分钟最多 100 次
  `每\\s?${UNIT}\\D{0,8}?${COUNT}\\s{0,4}次`,
  `${COUNT}\\s{0,4}(?<unit>)qps`,
].map((pattern) => new RegExp(pattern, "giu"));

/** `custom,isv`; 自建应用、商店应用; Custom App、Store App. */
export function appTypesOf(text: string): AppType[] {
  const types: AppType[] = [];
  if (/custom|自建|self-?built/iu.test(text)) types.push("custom");
  if (/\bisv\b|商店|store/iu.test(text)) types.push("isv");
  return types;
}

/**
 * Scopes in code spans with labels between them, as `label(scope)`, or bare before their labels.
 * Nearly every scope has a colon, which tells it from field names in the sentences around.
 */
export function scopesOf(text: string): string[] {
  const marked = [...text.matchAll(/`([^`\n]{1,200})`|[(（]([^()（）\n]{1,200})[)）]/gu)]
    .map(([, code, bracketed]) => (code ?? bracketed ?? "").trim())
    .filter((scope) => SCOPE.test(scope) || WITHOUT_COLON.has(scope));
  const leading = /^`([a-z][a-z0-9_.]{0,99})` ?\p{Script=Han}/u.exec(text.trim())?.[1];
  if (leading !== undefined && !NOT_A_SCOPE.test(text)) marked.unshift(leading);
  const found = marked.length > 0 ? marked : (text.match(BARE_SCOPE) ?? []);
  return [...new Set(found)];
}

const SCOPE = /^[a-z][\w.-]*(?::[\w.-]+)+$/u;
const BARE_SCOPE =
  /(?<![\w:/.@-])[a-z][\w-]*(?:\.[\w-]+)*(?::[a-z_][\w-]*(?:\.[\w-]+)*)+(?![:/])/gu;
const WITHOUT_COLON = new Set(["offline_access"]);
/** A first code span that a sentence talks about. */
const NOT_A_SCOPE = /^\s*`[^`]*` ?(?:和|或|与|及|字段|参数|为|值|的)/u;

const TOKEN_KINDS = ["tenant", "user", "app"] as const;

/**
 * `tenant_access_token` 或 `user_access_token`, or a list of values. What follows 值格式 and what
 * links are called (如何获取 tenant_access_token) says nothing about the operation.
 */
export function tokensOf(text: string): TokenKind[] {
  const plain = text
    .replace(/\[[^\][\n]{0,500}\]\([^()\s]{0,2000}\)/gu, "")
    .replace(/\\_/gu, "_")
    .replace(/\*\*/gu, "");
  const [head = "", ...rest] = plain.split(/值格式|value\s+format/iu);
  const marked = head.match(/`[^`\n]{0,200}`/gu)?.join(" ") ?? "";
  // Some pages tell the format first and then list the tokens.
  const listed =
    rest
      .join("\n")
      .match(/[-*•]\s{0,4}`[^`\n]{0,200}`(?=\s?[：:])/gu)
      ?.join(" ") ?? "";
  const kindsIn = (part: string) =>
    TOKEN_KINDS.filter((kind) =>
      new RegExp(`(?<![a-z])${kind}[_ ]access[_ ]token`, "iu").test(part),
    );
  return [marked, listed].map(kindsIn).find(({ length }) => length > 0) ?? kindsIn(head);
}

export function methodOf(text: string): Method | undefined {
  const found = /(?<![a-z])(?:GET|POST|PUT|PATCH|DELETE)(?![a-z])/iu.exec(text)?.[0].toUpperCase();
  return METHODS.find((method) => method === found);
}

const METHODS: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** The path of the first address, its parameters written `:name`, without host, query and fragment. */
export function pathOf(text: string): string | undefined {
  const plain = text.replaceAll("\\_", "_");
  const found =
    /https?:\/\/[^\s/`"'<>|]+(\/[\w\-.~%:/{}@$]*)|(?<![\w/:.])(\/[\w-][\w\-.~%:/{}@$]*)/iu.exec(
      plain,
    );
  const path = found?.[1] ?? found?.[2];
  return path?.replace(/\{(\w+)\}/gu, ":$1");
}

/** Headers that every client sends: the token, and what the body is. */
export const isOwnHeader = (name: string): boolean =>
  /^(?:authorization|content-type)$/iu.test(name);

/** Undefined for an empty cell and for words that are no answer. */
export function requiredOf(text: string): boolean | undefined {
  const word = text.replace(/[`*\s]/gu, "").toLowerCase();
  if (/^(?:是|必填|必选|必须|必传|yes|true|required|[y√✓✅])/u.test(word)) return true;
  if (/^(?:否|非必|不|选填|可选|条件|no|false|optional|conditional|[n×✗❌])/u.test(word))
    return false;
  return undefined;
}
