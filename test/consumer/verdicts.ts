import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Issue, Level, Schema } from "../../generated/hire/src/index.js";

/** An example of the vendor's page, as the spec keeps it. */
export function pageExample(which: "request" | "response"): Record<string, unknown> {
  const name = `external_interview_assessment.create.${which}.json`;
  const url = new URL(`../../spec/hire/examples/${name}`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as Record<string, unknown>;
}

/** An issue on one line: `list[0].score: type, expected an integer, got a fraction`. */
export function line({ path, code, message }: Issue): string {
  const place = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
  return `${place.replace(/^\./u, "")}: ${code}, ${message}`;
}

/**
 * What a schema finds at a level. At the default one all its ways of asking must agree, and the
 * value must come back as it is.
 */
export function verdict<T>(schema: Schema<T>, value: unknown, level?: Level): string[] {
  const result = schema.validate(value, { level });
  if (level === undefined) {
    expect(schema["~standard"].validate(value)).toEqual(result);
    expect(schema.is(value)).toBe(result.issues === undefined);
    expect(schema.validate(value)).toEqual(result);
  }
  if (result.issues) return result.issues.map(line);
  expect(result.value).toBe(value);
  return [];
}
