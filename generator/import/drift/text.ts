import { position } from "../../diagnostics/position.js";
import type { Location } from "../../source.js";
import type { Json } from "../endpoint.js";
import type { Difference } from "./difference.js";

/** `talent.list query.page_size: type int on the page, string in the spec (talent.yaml:12:5; page.md:34)` */
export function differenceText({ operation, at, kind, page, spec, places }: Difference): string {
  const where = places.spec && placeText(places.spec);
  const from = `${places.page.file.path}:${position(places.page).line}`;
  const line = `${operation} ${at}: ${sayingOf(kind, page, spec)} (${where ? `${where}; ` : ""}${from})`;
  return line.replace(CONTROL, " ");
}

/** The same as `--json` prints it: `null` for what is not there. */
export const differenceJson = ({ operation, at, kind, page, spec, places }: Difference) => ({
  operation,
  at,
  kind,
  page: page ?? null,
  spec: spec ?? null,
  places: { spec: places.spec ? placeJson(places.spec) : null, page: placeJson(places.page) },
});

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

function sayingOf(kind: Difference["kind"], page: Json | undefined, spec: Json | undefined) {
  switch (kind) {
    case "operation":
      return `${said(page)} on the page, not in the spec: larkgen import adds it`;
    case "stale-exception":
      return page === undefined
        ? "this exception explains no difference any more: remove it"
        : 'marked "extra", but it is on the page: remove the mark';
    case "required":
    case "deprecated":
    case "unusable":
      return `${page === true ? kind : `not ${kind}`} on the page, ${spec === true ? kind : `not ${kind}`} in the spec`;
    case "name":
    case "scopes":
      if (page === undefined) return "in the spec, not on the page";
      if (spec === undefined) return "on the page, not in the spec";
  }
  const word = WORDS[kind] ?? kind;
  // A default may differ in its kind alone: 2 and "2".
  const say = kind === "default" ? (value: Json) => said(JSON.stringify(value)) : said;
  if (page === undefined) return `${word} ${say(spec ?? null)} in the spec, not on the page`;
  if (spec === undefined) return `${word} ${say(page)} on the page, not in the spec`;
  return `${word} ${say(page)} on the page, ${say(spec)} in the spec`;
}

/** Kinds that are read more easily by another word. */
const WORDS: Partial<Record<Difference["kind"], string>> = {
  enum: "value",
  appTypes: "app types",
  rateLimit: "rate limit",
  fieldScopes: "fields",
  bound: "bound",
};

/** Short enough for a line, whatever a page holds. */
function said(value: Json | undefined): string {
  const text = isList(value) ? value.map(plain).join(", ") : plain(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function plain(value: Json | undefined): string {
  if (typeof value === "string") return value;
  const isMember =
    typeof value === "object" && value !== null && "label" in value && !isList(value);
  return isMember ? `${value["value"]} ${value["label"]}` : JSON.stringify(value);
}

/** Unlike `Array.isArray` it knows that the array is JSON. */
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const placeText = (place: Location): string => {
  const { line, column } = position(place);
  return `${place.file.path}:${line}:${column}`;
};

function placeJson(place: Location) {
  const { line, column } = position(place);
  return { file: place.file.path, line, column };
}
