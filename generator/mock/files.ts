import type { Field } from "../model/model.js";
import type { Violation } from "./answer.js";

/** What a JSON Schema cannot see: that a part is a file, and how large it is. */
export function fileViolations(
  fields: readonly Field[],
  input: Readonly<Record<string, unknown>>,
): readonly Violation[] {
  return fields.filter(isFile).flatMap((field) => {
    const value = input[field.property];
    const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
    return parts.flatMap((part) => {
      const description = part === undefined ? undefined : wrong(part, field.bounds.maxBytes);
      return description === undefined ? [] : [{ field: field.wire, description }];
    });
  });
}

export function isFile({ type }: Field): boolean {
  const of = type.kind === "array" ? type.of : type;
  return of.kind === "scalar" && of.name === "file";
}

function wrong(part: unknown, maxBytes = Infinity): string | undefined {
  if (!(part instanceof Blob)) return "must be a file";
  return part.size > maxBytes ? `must not have more than ${maxBytes} bytes` : undefined;
}
