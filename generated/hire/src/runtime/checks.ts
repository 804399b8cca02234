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

// Bundlers would keep what reads a property: hence the functions.
export const checkString = /* @__PURE__ */ like("a string", (value) => typeof value === "string");
export const checkInteger = /* @__PURE__ */ like("an integer", (value) =>
  Number.isSafeInteger(value),
);
export const checkNumber = /* @__PURE__ */ like("a number", (value) => Number.isFinite(value));
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

/**
 * An object that is sent: no other keys, and the required ones. `requiredWhen` adds those that
 * other fields make required, `when` those that other fields make pointless.
 */
export const input = (
  fields: Fields,
  required: readonly string[] = [],
  requiredWhen?: Together,
  when?: Together,
): Check => object(fields, required, undefined, requiredWhen, when);

/** An object of a reply, in which null means absent, and other keys are newer than the documentation. */
export const output = (fields: Fields, always: readonly string[] = []): Check =>
  object(fields, always, null);

interface FieldCheck {
  readonly name: string;
  readonly check: Check;
  /** Most fields are: asked in place. */
  readonly isText: boolean;
  readonly isNeeded: boolean;
  /** What every object inherits counts only as its own. */
  readonly isOwn: boolean;
}

function object(
  fields: Fields,
  needed: readonly string[],
  absent: null | undefined,
  requiredWhen?: Together,
  when?: Together,
): Check {
  let known: readonly FieldCheck[] | undefined;
  let names: ReadonlySet<string>;
  return (out, value, key) => {
    if (!isRecord(value)) return mismatch(out, "an object", value, key);
    const start = out.issues.length;
    if (!known) {
      known = Object.entries(fields()).map(([name, check]) => ({
        name,
        check,
        isText: check === checkString,
        isNeeded: needed.includes(name),
        isOwn: name in Object.prototype,
      }));
      names = new Set(known.map(({ name }) => name));
    }
    const pointless = out.strict ? when : undefined;
    // A getter is read once.
    const read: Record<string, unknown> | undefined = requiredWhen || pointless ? {} : undefined;
    for (const { name, check, isText, isNeeded, isOwn } of known) {
      const held = isOwn ? own(value, name) : value[name];
      if (read) read[name] = held;
      if (isText && typeof held === "string") continue;
      if ((held !== undefined && held !== absent) || isNeeded) check(out, held, name);
    }
    if (read) {
      requiredWhen?.(out, read);
      pointless?.(out, read);
    }
    if (absent !== null || out.strict) {
      for (const name in value) {
        if (names.has(name) || !isUnknown(value, name, absent)) continue;
        // What is sent has no other keys for good: one of them was meant.
        const meant = absent === null ? undefined : nearest(name, names);
        const told = absent === null ? "undocumented key" : "unknown key";
        add(out, name, "unknown", told + (meant ? `, did you mean "${meant}"?` : ""), meant);
      }
    }
    below(out, start, key);
  };
}
