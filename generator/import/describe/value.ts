import type { Json, Scalar } from "../endpoint.js";
import { isList as isArray, isObject } from "../../model/json.js";
import { looseJson } from "../nest/loose-json.js";

/** What a field holds: the scalar at the bottom of its lists and maps; none is an object. */
export interface Kind {
  readonly scalar: Scalar | undefined;
  readonly isList: boolean;
  readonly isMap: boolean;
}

/** The value as JSON of the field's kind; undefined when it is not of that kind. */
export function valueOf(written: string, { scalar, isList, isMap }: Kind): Json | undefined {
  if (written === "" || scalar === "file") return undefined;
  if (!isList && !isMap)
    return scalar === undefined ? objectOf(written) : scalarOf(written, scalar);
  const isBracketed = /^`?[[{]/u.test(written);
  if (!isBracketed) {
    // A list in a query is given by naming the field once for each item.
    if (isMap || scalar === undefined || scalar === "any") return undefined;
    const item = scalarOf(written, scalar);
    return item === undefined ? undefined : [item];
  }
  const json = jsonOf(written);
  if (json === undefined) return undefined;
  // A map of lists is written as an object.
  if (!(isList && isMap) && isArray(json) !== isList) return undefined;
  if (scalar !== undefined) return within(json, scalar);
  const items = isArray(json) ? json : isObject(json) ? Object.values(json) : [];
  return items.every(isObject) ? json : undefined;
}

const jsonOf = (written: string): Json | undefined =>
  looseJson(written.replaceAll("`{", "{").replaceAll("}`", "}").replace(/^`|`$/gu, ""));

function objectOf(written: string): Json | undefined {
  const json = /^`?\{/u.test(written) ? jsonOf(written) : undefined;
  return json !== undefined && !isArray(json) ? json : undefined;
}

/** The items, each of the kind. `looseJson` bounds the depth. */
function within(json: Json, scalar: Scalar): Json | undefined {
  if (isArray(json)) {
    const items = json.map((item) => within(item, scalar));
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (typeof json === "object" && json !== null) {
    if (scalar === "any") return json;
    const entries = Object.entries(json).map(
      ([key, value]) => [key, within(value, scalar)] as const,
    );
    const known = entries.flatMap(([key, value]): [string, Json][] =>
      value === undefined ? [] : [[key, value]],
    );
    return known.length === entries.length ? Object.fromEntries(known) : undefined;
  }
  if (scalar === "any") return json;
  if (scalar === "string") return json === null ? undefined : String(json);
  return json === null ? undefined : scalarOf(String(json), scalar);
}

function scalarOf(written: string, scalar: Scalar): Json | undefined {
  const text = unquoted(written);
  switch (scalar) {
    case "string":
      if (/^["“`]/u.test(written)) return text;
      // The full stop of the sentence around it.
      return text === "" ? undefined : text.replace(/^([^\p{Script=Han}]*)。$/u, "$1");
    case "boolean":
      return /^(?:true|false)(?=$|[\s,，。.；;（(])/iu.test(text) ? /^t/iu.test(text) : undefined;
    case "int": {
      const number = leadingNumber(text);
      return number !== undefined && Number.isSafeInteger(number) ? number : undefined;
    }
    case "float":
      return leadingNumber(text);
    case "any":
      return /^[[{]/u.test(text) ? jsonOf(text) : text;
    case "file":
      return undefined;
  }
}

/** `0.`, `1，表示…` are numbers with something behind; `1-64 字符` and `2020-01-01` are none. */
function leadingNumber(text: string): number | undefined {
  const found =
    /^[-+]?\d{1,309}(?:\.\d{1,309})?(?:e[-+]?\d{1,3})?(?=$|[\s,，。；;（(`]|\.$|\.\s)/iu.exec(text);
  const number = found === null ? Number.NaN : Number(found[0]);
  return Number.isFinite(number) ? number : undefined;
}

/** Quotes and backticks around a value are not part of it. */
function unquoted(written: string): string {
  const text = written.replace(/^`([^`]*)`$/u, "$1").trim();
  if (/^"/u.test(text)) {
    const inside = text.replaceAll("`{", "{").replaceAll("}`", "}");
    try {
      const value: unknown = JSON.parse(inside.replace(/\.$/u, ""));
      if (typeof value === "string") return value.replace(/\.$/u, "").trim() === "" ? value : value;
    } catch {
      // Its backslashes are lost, or its end is.
    }
    return inside.slice(1).replace(/"[.。]?$/u, "");
  }
  return text.replace(/^[“‘']([^]*)[”’']$/u, "$1");
}
