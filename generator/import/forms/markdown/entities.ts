const NAMED = new Map([
  ["nbsp", "\u00a0"],
  ["ensp", "\u2002"],
  ["emsp", "\u2003"],
  ["thinsp", "\u2009"],
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["middot", "·"],
  ["hellip", "…"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["times", "×"],
  ["le", "≤"],
  ["ge", "≥"],
]);

/** Entities become their characters, once: `&amp;lt;` is `&lt;`. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? whole;
      const point = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? "", 16);
      const isCharacter = point > 31 && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000);
      return isCharacter ? String.fromCodePoint(point) : whole;
    },
  );
}
