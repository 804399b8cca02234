import type { FieldSpec } from "../../lint/grammar.js";
import type { Site } from "../../lint/spec.js";
import type { Json } from "../endpoint.js";
import { conditionFacts, type Siblings } from "./conditions.js";
import type { Found, Kind } from "./difference.js";
import { compareValues } from "./enums.js";
import { sameJson } from "./same.js";
import { shapeText, type Shape } from "./shape.js";

/** One side's field with what its names and conditions mean. */
export interface Side {
  readonly field: FieldSpec;
  readonly shape: Shape;
  readonly siblings: Siblings;
}

export interface Around {
  readonly at: string;
  /** Of the spec's field. */
  readonly site: Site;
  readonly isInput: boolean;
  /** The spec's field is inside a type that stands for other fields, too, of this page or others. */
  readonly isShared: boolean;
}

const FACTS = [
  ...([
    "deprecated",
    "unusable",
    "default",
    "unit",
    "min",
    "max",
    "minLength",
    "maxLength",
  ] as const),
  ...(["minItems", "maxItems", "maxBytes"] as const),
] as const;

/** What two fields of one name say of themselves; not of the fields inside. */
export function compareField(page: Side, spec: Side, around: Around): Found[] {
  const { at, site, isInput, isShared } = around;
  const tell = (key: keyof FieldSpec, kind: Kind, theirs?: Json, ours?: Json): Found[] => {
    if (sameJson(theirs, ours)) return [];
    const isThere = Object.hasOwn(spec.field, key);
    const place = isThere ? site.at(key).locate() : site.locate("key");
    return [{ at, kind, page: theirs, spec: ours, place }];
  };
  // The spec follows one of several pages here, and they need not agree: silence alone is wrong.
  const facts = FACTS.flatMap((key) => {
    const [theirs, ours] = [factOf(page.field, key), factOf(spec.field, key)];
    // What a page says of a type that it sends may not be meant for replies.
    const isOfOthers = isShared && (ours !== undefined || (key === "unusable" && !isInput));
    return isOfOthers ? [] : tell(key, kindOf(key), theirs, ours);
  });
  // Pages say these in sentences, of which only some can be read: a spec may know more.
  const conditions = (["when", "requiredWhen"] as const).flatMap((key) => {
    const theirs = conditionFacts(page.field[key], page.siblings);
    const ours = conditionFacts(spec.field[key], spec.siblings);
    const isSilent = theirs === undefined || (isShared && ours !== undefined);
    return isSilent ? [] : tell(key, key, theirs, ours);
  });
  return [
    ...tell("type", "type", shapeText(page.shape), shapeText(spec.shape)),
    // A path parameter is always required, and of replies pages do not say it.
    ...(isInput ? tell("required", "required", isTrue(page.field), isTrue(spec.field)) : []),
    ...compareValues(at, page.shape, spec.shape, site),
    ...facts,
    ...conditions,
  ];
}

const isTrue = ({ required }: FieldSpec): boolean => required ?? false;

const isBound = (key: (typeof FACTS)[number]): boolean => /^(?:min|max)/u.test(key);

const kindOf = (key: (typeof FACTS)[number]): Kind =>
  key === "default" || key === "unit" || key === "deprecated" || key === "unusable" ? key : "bound";

function factOf(field: FieldSpec, key: (typeof FACTS)[number]): Json | undefined {
  const value = field[key];
  if (value === undefined || (value === false && key !== "default")) return undefined;
  return isBound(key) ? `${key} ${String(value)}` : value;
}
