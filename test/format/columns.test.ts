import stringWidth from "string-width";
import { expect, test } from "vitest";
import { columns } from "../../generator/columns.js";

test("every character takes as many columns as the library says", () => {
  const wrong: string[] = [];
  for (let code = 0; code <= 0xffff; code++) {
    const text = `a${String.fromCharCode(code)}示`;
    if (columns(text) !== stringWidth(text)) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});
