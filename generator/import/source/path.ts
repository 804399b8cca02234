import { createReadStream } from "node:fs";
import { textOf, type Text } from "./text.js";

/** As a stream: a pipe has no size that could be looked at first. */
export async function readPath(path: string, name: string, maxBytes: number): Promise<Text> {
  try {
    return await textOf(createReadStream(path), name, maxBytes);
  } catch (error) {
    return { problem: unreadable(name, error) };
  }
}

export function unreadable(name: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EACCES" || code === "EPERM") {
    return `${name} cannot be read: give yourself the permission to`;
  }
  return `${name} cannot be read (${code || String(error)}): check what it is`;
}
