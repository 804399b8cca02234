/** A text, or in one sentence why there is none. */
export type Text = { readonly text: string } | { readonly problem: string };

/** Reads to the end, or to the limit; `name` is what sentences call it. */
export async function textOf(
  chunks: AsyncIterable<Uint8Array | string>,
  name: string,
  maxBytes: number,
): Promise<Text> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > maxBytes) {
      return { problem: `${name} is larger than ${shown(maxBytes)}: no page is; check what it is` };
    }
    parts.push(bytes);
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts));
    if (text.trim() === "") return { problem: `${name} is empty: check where the page is` };
    if (!text.includes("\0")) return { text: text.replace(/\r\n?/gu, "\n") };
  } catch {
    return { problem: `${name} is not UTF-8 text: save it as UTF-8, and import that` };
  }
  return { problem: `${name} is not text: save the page as Markdown, and import that` };
}

const shown = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${bytes / 1024 / 1024} MiB` : `${bytes} bytes`;
