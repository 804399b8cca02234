import { join } from "node:path";
import { createTwoFilesPatch } from "diff";
import type { SpecWrite } from "./spec-write.js";
import type { Colors } from "./terminal.js";

/** What would change in a file, as `patch` and people read it. */
export function diffText({ folder, path, before, text }: SpecWrite, colors?: Colors): string {
  const name = join(folder, path);
  const old = before === undefined ? "/dev/null" : name;
  const patch = createTwoFilesPatch(old, name, before ?? "", text, "", "", { context: 3 });
  const lines = patch.slice(patch.indexOf("--- ")).trimEnd();
  if (colors === undefined) return lines;
  return lines
    .split("\n")
    .map((line) => paint(line, colors))
    .join("\n");
}

function paint(line: string, colors: Colors): string {
  if (/^(?:---|\+\+\+) /u.test(line)) return colors.bold(line);
  if (line.startsWith("@@")) return colors.cyan(line);
  if (line.startsWith("+")) return colors.green(line);
  return line.startsWith("-") ? colors.red(line) : line;
}
