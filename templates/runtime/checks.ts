import { add, below, broken, mismatch } from "./expect.js";
import { isList, isRecord, isUnknown, own } from "./issues.js";
import type { Check, Findings, IssueCode } from "./issues.js";
import { isFile } from "./measure.js";
import { nearest } from "./nearest.js";

/** The check of values for which `test` holds; `what` they are, in words. */
const like =
  (what: string, test: (value: unknown) => boolean): Check =>
  (out, value, key) => {
    if (!test(value)) mismatch(out, what, value, key);
  };

export const checkString = /* @__PURE__ */ like("a string", (value) => typeof value === "string");
export const checkInteger = /* @__PURE__ */ like("an integer", Number.isSafeInteger);
export const checkNumber = /* @__PURE__ */ like("a number", Number.isFinite);
export const checkBoolean = /* @__PURE__ */ like(
  "true or false",
  (value) => typeof value === "boolean",
);
export const checkFile = /* @__PURE__ */ like("a file", isFile);
/** Anything but nothing will do. */
export const checkValue = /* @__PURE__ */ like("a value", (value) => value !== undefined);

/** Of what the vendor's page says not to use. */
export const unusable: Check = (out, value, key) => {
  if (value !== undefined) add(out, key, "unusable", "documented as not to be used");
};

/** One of the documented values of an enum. */
export const member =
  (is: (value: unknown) => boolean, values: string): Check =>
  (out, value, key) => {
    if (!is(value)) broken(out, "enum", values, value, key);
  };

/** A value that may be newer than the documentation: `documented` is asked when strict. */
export const open =
  (kind: Check, documented: Check): Check =>
  (out, value, key) => {
    const start = out.issues.length;
    kind(out, value, key);
    if (out.strict && out.issues.length === start) documented(out, value, key);
  };

/** A value that also keeps a rule, which says `what` it has to be. */
export const limited =
  (kind: Check, isBroken: (value: unknown) => boolean, code: IssueCode, what: string): Check =>
  (out, value, key) => {
    const start = out.issues.length;
    kind(out, value, key);
    // One issue a value is enough; but the size of a list says nothing about its items.
    if ((out.issues.length === start || isList(value)) && isBroken(value))
      broken(out, code, what, value, key);
  };

/** A list, and each of its items. */
export const list =
  (check: Check): Check =>
  (out, value, key) => {
    if (!isList(value)) return mismatch(out, "an array", value, key);
    const start = out.issues.length;
    for (let i = 0; i < value.length; i++) check(out, value[i], i);
    below(out, start, key);
  };

/** An object with any keys, and each of its values; those that equal `absent` are none. */
export const map =
  (check: Check, absent?: null): Check =>
  (out, value, key) => {
    if (!isRecord(value)) return mismatch(out, "an object", value, key);
    const start = out.issues.length;
    for (const name of Object.keys(value)) {
      const held = value[name];
      if (held !== undefined && held !== absent) check(out, held, name);
    }
    below(out, start, key);
  };

/** The checks of an object's fields: made when they are first asked, as most of a program never are. */
type Fields = () => Readonly<Record<string, Check>>;

/** Looks at the values of fields beside each other. */
type Together = (out: Findings, fields: Readonly<Record<string, unknown>>) => void;

/** An object that is sent: no other keys, and the required ones. */
export const input = (
  fields: Fields,
  required: readonly string[] = [],
  together?: Together,
): Check =>
  object(fields, required, undefined, together, (out, value, known) => {
    for (const key in value) {
      if (known.has(key) || !isUnknown(value, key)) continue;
      const meant = nearest(key, [...known.keys()]);
      add(out, key, "unknown", `unknown key${meant ? `, did you mean "${meant}"?` : ""}`, meant);
    }
  });

/** An object of a reply, in which null means absent, and other keys are newer than the documentation. */
export const output = (fields: Fields, always: readonly string[] = []): Check =>
  object(fields, always, null, undefined, (out, value, known) => {
    if (!out.strict) return;
    for (const key in value)
      if (!known.has(key) && own(value, key) != null) add(out, key, "unknown", "undocumented key");
  });

interface FieldCheck {
  readonly name: string;
  readonly check: Check;
  readonly isNeeded: boolean;
  /** What every object inherits counts only as its own. */
  readonly isOwn: boolean;
}

type Known = ReadonlyMap<string, FieldCheck>;

function object(
  fields: Fields,
  needed: readonly string[],
  absent: null | undefined,
  together: Together | undefined,
  others: (out: Findings, value: Readonly<Record<string, unknown>>, known: Known) => void,
): Check {
  let known: Known | undefined;
  return (out, value, key) => {
    if (!isRecord(value)) return mismatch(out, "an object", value, key);
    const start = out.issues.length;
    known ??= new Map(
      Object.entries(fields()).map(([name, check]) => [
        name,
        { name, check, isNeeded: needed.includes(name), isOwn: name in Object.prototype },
      ]),
    );
    // A getter is read once.
    const read: Record<string, unknown> | undefined = together && {};
    for (const { name, check, isNeeded, isOwn } of known.values()) {
      const held = isOwn ? own(value, name) : value[name];
      if (read) read[name] = held;
      if ((held !== undefined && held !== absent) || isNeeded) check(out, held, name);
    }
    if (read) together?.(out, read);
    others(out, value, known);
    below(out, start, key);
  };
}
