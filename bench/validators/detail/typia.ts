import type { Level } from "../side.js";
import type { Model, Shape } from "./model.js";

/** A module with typia's calls for the model, to be compiled with its transform. */
export function detailTypia({ root, objects }: Model, level: Level): string {
  const equals = level === "loose" ? "" : "Equals";
  const interfaces = Object.entries(objects).map(([name, fields]) => {
    const lines = Object.entries(fields).map(
      ([key, shape]) => `  ${JSON.stringify(key)}?: ${typeText(shape)} | null;\n`,
    );
    return `interface ${name} {\n${lines.join("")}}\n`;
  });
  return `import typia, { type tags } from "typia";
type Int = number & tags.TagBase<{ target: "number"; kind: "safeInteger"; value: undefined; validate: "Number.isSafeInteger($input)" }>;
${interfaces.join("")}
export const detail = {
  is: typia.create${equals === "" ? "Is" : equals}<${root}>(),
  validate: typia.createValidate${equals}<${root}>(),
};
`;
}

function typeText(shape: Shape): string {
  switch (shape.kind) {
    case "integer":
      return "Int";
    case "enum":
      return `(${shape.values.map((value) => JSON.stringify(value)).join(" | ")})`;
    case "list":
      return `${typeText(shape.of)}[]`;
    case "object":
      return shape.name;
    default:
      return shape.kind;
  }
}
