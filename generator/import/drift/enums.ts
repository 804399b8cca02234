import type { EnumSpec } from "../../lint/grammar.js";
import type { Site } from "../../lint/spec.js";
import { isSameLabel, isTelling } from "../label.js";
import type { Found } from "./difference.js";
import type { Shape } from "./shape.js";

type Values = ReadonlyMap<string, Member>;
type Member = EnumSpec["values"][string] & { readonly name: string };

/**
 * Values that only one side has, and vendor's words that have changed. Where one side has no values
 * at all this is one difference, and not one for each value.
 */
export function compareValues(at: string, page: Shape, spec: Shape, site: Site): Found[] {
  const [ours, theirs] = [valuesOf(spec), valuesOf(page)];
  if (ours === undefined || theirs === undefined) {
    if (ours === theirs) return [];
    const place = site.at("type").locate();
    return [{ at, kind: "enum", page: listOf(theirs), spec: listOf(ours), place }];
  }
  const members = spec.members?.site;
  const whole = members?.locate("key") ?? site.at("type").locate();
  const added = [...theirs].flatMap(([text, { value, label }]): Found[] => {
    const own = ours.get(text);
    const here = `${at}.${text}`;
    if (own === undefined)
      return [{ at: here, kind: "enum", page: { value, label }, spec: undefined, place: whole }];
    if (isSameLabel(own.label, label) || !isTelling({ value, label })) return [];
    const place = members?.at("values", own.name, "label").locate();
    return [{ at: here, kind: "label", page: label, spec: own.label, place }];
  });
  const gone = [...ours].flatMap(([text, { value, label, name }]): Found[] => {
    if (theirs.has(text)) return [];
    const place = members?.at("values", name).locate("key");
    return [{ at: `${at}.${text}`, kind: "enum", page: undefined, spec: { value, label }, place }];
  });
  return [...added, ...gone];
}

/** By their text: that `1` became `"1"` is said of the type. */
function valuesOf({ members }: Shape): Values | undefined {
  if (members === undefined) return undefined;
  return new Map(
    Object.entries(members.value.values).map(([name, member]) => [
      String(member.value),
      { ...member, name },
    ]),
  );
}

const listOf = (values: Values | undefined) =>
  values && [...values.values()].map(({ value }) => value);
