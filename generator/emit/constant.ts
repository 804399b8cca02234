import type { VariableStatementStructure } from "ts-morph";
import { kind } from "./kinds.js";

interface Constant {
  readonly name: string;
  readonly value: string;
  readonly type?: string;
  readonly docs?: string[];
  readonly exported?: boolean;
}

/** `export const name: type = value;` */
export function constant({
  name,
  value,
  type,
  docs = [],
  exported = true,
}: Constant): VariableStatementStructure {
  return {
    kind: kind.variableStatement,
    // The enum of ts-morph is text; see kinds.ts for why it is not loaded.
    declarationKind: "const" as VariableStatementStructure["declarationKind"] & {},
    isExported: exported,
    docs,
    declarations: [{ name, initializer: value, ...(type !== undefined && { type }) }],
  };
}

interface Property {
  readonly key: string;
  readonly value: string;
  readonly docs?: readonly string[];
}

/** An object literal, one property a line; `key` and `value` are code already. */
export function objectText(properties: readonly Property[]): string {
  const lines = properties.map(
    ({ key, value, docs = [] }) => `${docs.map(block).join("")}${key}: ${value},`,
  );
  return `{\n${lines.join("\n")}\n}`;
}

/** A doc comment as text, where ts-morph has no place for one. */
function block(text: string): string {
  if (!text.startsWith("\n")) return `/** ${text} */\n`;
  const lines = text.trim().split("\n");
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}
