const JSON_LIMIT = 10 * 1024 * 1024;

/** The bytes of a body, or undefined when there are more than `limit`; the rest is not read. */
export async function readBody(
  { body, headers }: Request,
  limit = JSON_LIMIT,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(headers.get("content-length")) > limit) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** An empty body is an empty object; undefined is what no JSON text means. */
export function parseJson(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export async function parseForm(
  bytes: Uint8Array<ArrayBuffer>,
  contentType = "",
): Promise<FormData | undefined> {
  const response = new Response(bytes, { headers: { "content-type": contentType } });
  return response.formData().catch(() => undefined);
}

/** What an operation's files may have, and as much around them as a JSON body may. */
export function bodyLimit(maxBytes: readonly (number | undefined)[]): number {
  return maxBytes.reduce<number>((sum, bytes) => sum + (bytes ?? 0), JSON_LIMIT);
}
