import type { FileInput } from "./types.js";

/** True for what a file field takes. */
export const isFile = (value: unknown): value is FileInput =>
  value instanceof Blob || value instanceof Uint8Array;

/** The size of a file in bytes. */
export const byteSize = (file: FileInput): number =>
  file instanceof Uint8Array ? file.byteLength : file.size;

/** The length of a text as the platform counts it: an emoji is one, not two. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    const isPair = text.charCodeAt(i) >> 10 === 0x36 && text.charCodeAt(i + 1) >> 10 === 0x37;
    if (isPair) count--;
  }
  return count;
}

/** The number that a text holds; NaN, which is within no bounds, when it holds none. */
export const numeric = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text));
