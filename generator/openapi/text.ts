interface Described {
  readonly label?: string | undefined;
  readonly doc?: string | undefined;
}

/**
 * The one way a label and our own words become an OpenAPI `description`: the label first, then the
 * words as a paragraph of their own.
 */
export function description({ label, doc }: Described): string | undefined {
  const parts = [label, doc].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : markdown(parts.join("\n\n"));
}

/** Descriptions are CommonMark, which viewers turn into HTML: text must not become tags or links. */
export function markdown(text: string): string {
  return text.replaceAll(/<(?=[a-z/!?])/giu, "&lt;").replaceAll("](", "]\\(");
}
