import { diagnostic, type Diagnostic } from "../../../diagnostics/diagnostic.js";
import { appTypesOf } from "../../words/facts.js";
import type { AppType, ErrorRow, Identity, TokenKind } from "../../page.js";
import { fact } from "./find.js";
import { plainCell } from "../markdown/cell.js";
import { entriesOf, get, itemsOf, textOf, type Locate, type Spot } from "./spot.js";

/** A fact, and what is wrong with it. */
export interface Fact<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** The vendor's page on rate limits. Tier 10 is higher for some customers. */
const TIERS: ReadonlyMap<string, readonly string[]> = new Map([
  ["1", ["10/min"]],
  ["2", ["20/min"]],
  ["3", ["100/min"]],
  ["4", ["1000/min", "50/s"]],
  ["5", ["1/s"]],
  ["6", ["5/s"]],
  ["7", ["10/s"]],
  ["8", ["20/s"]],
  ["9", ["50/s"]],
  ["10", ["50/s"]],
  ["11", ["100/s"]],
  ["21", ["3/s"]],
  ["special", ["special"]],
]);

export function limitsOf(layers: readonly Spot[], locate: Locate): Fact<readonly string[]> {
  const limit = fact(layers, "basicRateLimit", "rateLimit");
  const spot = limit && (get(limit, "tier", "level") ?? limit);
  const text = textOf(spot);
  if (spot === undefined || text === undefined) return { value: [], diagnostics: [] };
  const tier = /special|特殊/iu.test(text) ? "special" : text.replace(/^\D{1,20}/u, "");
  const value = TIERS.get(tier);
  if (value !== undefined) return { value, diagnostics: [] };
  return {
    value: [],
    diagnostics: [diagnostic("unknown-tier", locate(spot.path), { tier: text })],
  };
}

export function tokensOf(layers: readonly Spot[], locate: Locate): Fact<readonly TokenKind[]> {
  const spot = fact(layers, "accessTokens", "supportedAccessToken", "tokens");
  const kinds = new Set<TokenKind>();
  const diagnostics: Diagnostic[] = [];
  for (const [text, { path }] of textsOf(spot)) {
    const kind = KINDS.find(([, pattern]) => pattern.test(text))?.[0];
    if (kind !== undefined) kinds.add(kind);
    else diagnostics.push(diagnostic("unknown-token", locate(path), { token: text }));
  }
  return { value: [...kinds], diagnostics };
}

const KINDS: readonly (readonly [TokenKind, RegExp])[] = [
  ["tenant", /^tenant/iu],
  ["user", /^user/iu],
  ["app", /^app/iu],
];

export const scopesIn = (
  layers: readonly Spot[],
  ...names: readonly string[]
): readonly string[] => [...new Set(textsOf(fact(layers, ...names)).map(([text]) => text))];

export const appTypesIn = (layers: readonly Spot[]): readonly AppType[] =>
  appTypesOf(
    textsOf(fact(layers, "supportAppTypes", "appTypes"))
      .map(([text]) => text)
      .join(","),
  );

/** The texts of a list, or of one text with commas; of objects their names. */
function textsOf(spot: Spot | undefined): readonly (readonly [string, Spot])[] {
  if (spot === undefined) return [];
  const spots = Array.isArray(spot.value) ? itemsOf(spot) : [spot];
  return spots.flatMap((inner) => {
    const text = textOf(inner) ?? textOf(get(inner, "name", "scope", "type", "key")) ?? "";
    const parts = text.split(/[,;，；、\s]+/u).filter((part) => part !== "");
    return parts.map((part) => [part, inner] as const);
  });
}

export function errorsOf(layers: readonly Spot[], locate: Locate): Fact<readonly ErrorRow[]> {
  const spot = fact(layers, "errorMappings", "errorCodes", "errors");
  const diagnostics: Diagnostic[] = [];
  const value = (spot === undefined ? [] : rowsOf(spot)).flatMap(([row, key]): ErrorRow[] => {
    const text = textOf(get(row, "code", "errorCode")) ?? key ?? "";
    const code = /^-?[0-9]{1,12}$/u.test(text) ? Number(text) : undefined;
    const at = locate(get(row, "code", "errorCode")?.path ?? row.path);
    const label = plainCell(textOf(get(row, "msg", "message", "description")) ?? textOf(row) ?? "");
    if (code === 0) return [];
    if (code === undefined) {
      const error = label === "" ? "without a message" : `"${label}"`;
      const reason = text === "" ? "it has no code" : `its code "${text}" is no whole number`;
      diagnostics.push(diagnostic("error-left-out", at, { error, reason }));
      return [];
    }
    const status = Number(textOf(get(row, "httpCode", "httpStatus", "status")));
    return [
      {
        code,
        status: Number.isInteger(status) && status >= 100 && status <= 599 ? status : undefined,
        label,
        advice: plainCell(
          textOf(get(row, "solution", "advice", "suggestion", "troubleshooting")) ?? "",
        ),
        at,
      },
    ];
  });
  return { value, diagnostics };
}

const rowsOf = (spot: Spot): readonly (readonly [Spot, string | undefined])[] =>
  Array.isArray(spot.value)
    ? itemsOf(spot).map((row) => [row, undefined])
    : entriesOf(spot).map(([key, row]) => [row, key]);

/** `app.role-member`, `create` → `app_role_member`, `create` */
export function identityOf(layers: readonly Spot[]): Identity | undefined {
  const resource = textOf(fact(layers, "resource"));
  const action = textOf(fact(layers, "apiName"));
  if (resource === undefined || action === undefined) return undefined;
  return { resource: snake(resource), action: snake(action) };
}

const snake = (name: string): string => name.replace(/[-./\s]+/gu, "_");

/** The page that belongs to it: an address, or the path of one as the vendor's lists have it. */
export function linkOf(layers: readonly Spot[]): string | undefined {
  const names = ["docUrl", "documentUrl", "link", "fullPath", "docPath", "url"];
  return names
    .map((name) => address(textOf(fact(layers, name)) ?? ""))
    .find((link) => link !== undefined);
}

function address(text: string): string | undefined {
  if (/\s/u.test(text)) return undefined;
  if (/^https?:\/\//iu.test(text)) return text;
  if (!text.startsWith("/") || text.startsWith("/open-apis")) return undefined;
  return `https://open.feishu.cn${text.startsWith("/document/") ? "" : "/document"}${text}`;
}
