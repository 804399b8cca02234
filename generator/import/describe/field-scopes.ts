/** The scopes named in a text: its code spans, or else what looks like a scope: `hire:offer.x:read`. */
export function fieldScopesIn(text: string): readonly string[] {
  const spans = [...text.matchAll(/`\s?([A-Za-z][\w.:-]{2,200})\s?`/gu)].flatMap(
    ([, scope]) => scope ?? [],
  );
  if (spans.length > 0) return [...new Set(spans)];
  return [
    ...new Set(text.match(/(?<![\w/])[a-z][\w.-]{1,80}(?::[\w.-]{1,80}){1,6}(?![\w/])/gu) ?? []),
  ];
}
