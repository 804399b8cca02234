import { inputFields, type FieldSpecs } from "../../lint/fields.js";
import type { FieldSpec, OperationText } from "../../lint/grammar.js";
import type { OperationEntry, Site } from "../../lint/spec.js";
import { PARTS, type Part } from "../page.js";
import { siblingsOf, type Siblings } from "./conditions.js";
import type { Found } from "./difference.js";
import { compareField } from "./field.js";
import type { Both, Names } from "./names.js";
import { shapeOf, shapeText, type Shape } from "./shape.js";

/** Two sets of fields that should be the same. */
interface Group extends Both<FieldSpecs> {
  readonly at: string;
  readonly part: Part;
  /** Where the spec's fields stand, and what to show when it lacks one. */
  readonly site: Site;
  readonly owner: Site;
  readonly siblings: Both<Siblings>;
  readonly isKept: boolean;
  readonly isShared: boolean;
  /** The groups around this one. */
  readonly inside: Group | undefined;
}

/** Deeper than any page; types of a page and a spec may hold themselves in ways that never meet. */
const MAX_DEPTH = 100;

/**
 * Compares all fields of an operation, through named and inline types, lists and maps. What only one
 * side has is one difference, whatever it holds.
 */
export function compareFields(
  page: OperationText,
  { value: spec, site }: OperationEntry,
  names: Both<Names>,
): Found[] {
  const inputs = {
    page: siblingsOf(inputFields(page), names.page),
    spec: siblingsOf(inputFields(spec), names.spec),
  };
  return PARTS.flatMap((part) => {
    const both = { page: page[part] ?? {}, spec: spec[part] ?? {} };
    const siblings = part === "response" ? siblingsOfBoth(both, names) : inputs;
    const owner = spec[part] === undefined ? site : site.at(part);
    const around = {
      at: part,
      part,
      site: site.at(part),
      owner,
      isKept: false,
      isShared: false,
      inside: undefined,
    };
    return compareGroup({ ...both, ...around, siblings }, names, 0);
  });
}

const siblingsOfBoth = ({ page, spec }: Both<FieldSpecs>, names: Both<Names>) => ({
  page: siblingsOf(page, names.page),
  spec: siblingsOf(spec, names.spec),
});

function compareGroup(group: Group, names: Both<Names>, depth: number): Found[] {
  const { at, page, spec, site, owner, isKept } = group;
  if (depth > MAX_DEPTH || isRepeated(group)) return [];
  const shared = Object.entries(page).flatMap(([wire, field]): Found[] => {
    const here = `${at}.${wire}`;
    const own = Object.hasOwn(spec, wire) ? spec[wire] : undefined;
    if (own !== undefined) return compareBoth(group, wire, field, own, names, depth);
    const type = shapeText(shapeOf(field, names.page));
    const found = { at: here, kind: "name", page: type, spec: undefined } as const;
    return [{ ...found, place: owner.locate("key"), isExplained: isKept }];
  });
  const extra = Object.entries(spec).flatMap(([wire, field]): Found[] => {
    if (Object.hasOwn(page, wire)) return [];
    const isExplained = isKept || field.extra !== undefined || field.keep !== undefined;
    const type = shapeText(shapeOf(field, names.spec));
    const found = { at: `${at}.${wire}`, kind: "name", page: undefined, spec: type } as const;
    return [{ ...found, place: site.at(wire).locate("key"), isExplained }];
  });
  return [...shared, ...extra];
}

function compareBoth(
  group: Group,
  wire: string,
  theirs: FieldSpec,
  ours: FieldSpec,
  names: Both<Names>,
  depth: number,
): Found[] {
  const at = `${group.at}.${wire}`;
  const site = group.site.at(wire);
  const isKept = group.isKept || ours.keep !== undefined;
  const page = { field: theirs, shape: shapeOf(theirs, names.page), siblings: group.siblings.page };
  const spec = { field: ours, shape: shapeOf(ours, names.spec), siblings: group.siblings.spec };
  const isInput = group.part === "query" || group.part === "body";
  const found = compareField(page, spec, { at, site, isInput, isShared: group.isShared });
  const told = isKept ? found.map((difference) => ({ ...difference, isExplained: true })) : found;
  const stale: Found[] =
    ours.extra === undefined || isKept
      ? []
      : [
          {
            at,
            kind: "stale-exception",
            page: null,
            spec: "extra",
            place: site.at("extra").locate(),
          },
        ];
  const inner = innerGroup(group, at, isKept, page.shape, spec.shape, site, names);
  return [...told, ...stale, ...(inner ? compareGroup(inner, names, depth + 1) : [])];
}

/** The fields inside, when both sides have some: else the type differs, which was said. */
function innerGroup(
  group: Group,
  at: string,
  isKept: boolean,
  page: Shape,
  spec: Shape,
  site: Site,
  names: Both<Names>,
): Group | undefined {
  if (page.fields === undefined || spec.fields === undefined) return undefined;
  const both = { page: page.fields.value, spec: spec.fields.value };
  const named = spec.fields.site;
  return {
    ...both,
    at,
    part: group.part,
    site: (named ?? site).at("fields"),
    owner: named ?? site,
    siblings: siblingsOfBoth(both, names),
    isKept,
    isShared: group.isShared || spec.fields.isShared,
    inside: group,
  };
}

/** Whether the same two types are being compared further out. */
function isRepeated(group: Group): boolean {
  for (let outer = group.inside; outer !== undefined; outer = outer.inside)
    if (outer.page === group.page && outer.spec === group.spec) return true;
  return group.page === group.spec;
}
