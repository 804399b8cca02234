import type { Scalar } from "../endpoint.js";

/** A type as the page spells it, read without its row's children. */
export type TypeText =
  | { readonly kind: "scalar"; readonly scalar: Scalar }
  /** `items` and `values` are undefined when the text does not tell them. */
  | { readonly kind: "list"; readonly items: TypeText | undefined }
  | { readonly kind: "map"; readonly values: TypeText | undefined }
  | { readonly kind: "object" }
  /** `-`, `/` or nothing */
  | { readonly kind: "blank" }
  /** Strings or integers */
  | { readonly kind: "enum" }
  /** `string/int` */
  | { readonly kind: "union" }
  /** `array>`: a converter took `<array<string>` for a tag. */
  | { readonly kind: "damaged" }
  | { readonly kind: "named"; readonly name: string };

export function typeText(spelling: string): TypeText {
  return read(
    spelling
      .replace(/[\\`*]|&nbsp;/gu, "")
      .replace(/\s+/gu, " ")
      .trim(),
    0,
  );
}

/** No page nests lists that deep; a hostile one must not exhaust the stack. */
const MAX_DEPTH = 16;

function read(given: string, depth: number): TypeText {
  const text = given.trim();
  const word = text.toLowerCase();
  const known = WORDS.get(word);
  if (known !== undefined) return known;
  if (depth > MAX_DEPTH) return { kind: "named", name: text };
  const inner = (part: string) => read(part, depth + 1);

  if (/\[ ?\]$/u.test(text)) return { kind: "list", items: inner(text.replace(/\[ ?\]$/u, "")) };
  if (text.startsWith("[]")) return { kind: "list", items: inner(text.slice(2)) };
  const bracketed = /^\[ ?([^[\]]+)\]$/u.exec(text)?.[1];
  if (bracketed !== undefined) return { kind: "list", items: inner(bracketed) };
  const mapOf = /^map ?\[[^\]]*\](.+)$/iu.exec(text)?.[1];
  if (mapOf !== undefined) return { kind: "map", values: inner(mapOf) };
  const listOf = /^(?:list|array) of (.+)$/iu.exec(text)?.[1];
  if (listOf !== undefined) return { kind: "list", items: inner(listOf.replace(/s$/iu, "")) };
  const generic = /^([a-z]+) ?[<[({（]([^]*)[>\])}）]$/iu.exec(text);
  if (generic !== null) {
    const [, outer = "", argument = ""] = generic;
    const read = parametrised(outer.toLowerCase(), argument, inner);
    if (read !== undefined) return read;
  }
  if (/^(?:list|array|map|set)[<>]+/iu.test(text)) return { kind: "damaged" };
  if (isUnion(text)) return { kind: "union" };
  const trailing = /^(.+) (?:list|array)$/iu.exec(text)?.[1];
  if (trailing !== undefined && WORDS.has(trailing.toLowerCase())) {
    return { kind: "list", items: inner(trailing) };
  }
  return { kind: "named", name: text };
}

/** `array<string>`, `map<string, int>`; `number(float)`, `string(64)`. */
function parametrised(
  outer: string,
  argument: string,
  inner: (part: string) => TypeText,
): TypeText | undefined {
  if (LISTS.has(outer)) return { kind: "list", items: inner(argument) };
  if (MAPS.has(outer)) {
    const comma = argument.indexOf(",");
    return { kind: "map", values: comma < 0 ? undefined : inner(argument.slice(comma + 1)) };
  }
  const base = WORDS.get(outer);
  const special = WORDS.get(argument.trim().toLowerCase());
  return outer === "number" && special?.kind === "scalar" ? special : base;
}

function isUnion(text: string): boolean {
  const parts = text.split(/ ?[/|｜、] ?| or | 或者? ?/u);
  return parts.length > 1 && parts.every((part) => WORDS.has(part.toLowerCase().replace("[]", "")));
}

const LISTS = new Set(["list", "array", "set", "arraylist", "slice"]);
const MAPS = new Set(["map", "dict", "hashmap", "record", "dictionary"]);

const SCALARS: Readonly<Record<Scalar, string>> = {
  string: "string str text varchar char 字符串 字符 文本",
  int: "int integer int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 i8 i16 i32 i64 long short byte 整数 整型 整形",
  float: "float double number decimal float32 float64 num 数字 数值 浮点数",
  boolean: "boolean bool 布尔 布尔值",
  file: "file binary 文件",
  any: "any interface interface{} unknown union",
};
const WORDS: ReadonlyMap<string, TypeText> = new Map<string, TypeText>([
  ...Object.entries(SCALARS).flatMap(([scalar, words]) =>
    words
      .split(" ")
      // The keys of `SCALARS` are scalars.
      .map((word): [string, TypeText] => [word, { kind: "scalar", scalar: scalar as Scalar }]),
  ),
  ...["list", "array", "set", "arraylist", "数组", "列表", "[]"].map((word): [string, TypeText] => [
    word,
    { kind: "list", items: undefined },
  ]),
  ...[...MAPS, "字典"].map((word): [string, TypeText] => [
    word,
    { kind: "map", values: undefined },
  ]),
  ...["object", "json", "struct", "jsonobject", "对象", "{}"].map((word): [string, TypeText] => [
    word,
    { kind: "object" },
  ]),
  ...["", "-", "--", "/", "\\", "—", "–", "body", "data", "无"].map((word): [string, TypeText] => [
    word,
    { kind: "blank" },
  ]),
  ["enum", { kind: "enum" }],
  ["枚举", { kind: "enum" }],
]);
