import type { FieldSpecs } from "../../lint/fields.js";
import type { ExceptionSpec } from "../../lint/grammar.js";
import { fieldsMisfits, type Misfit } from "../../lint/misfit.js";
import { MAX_DEPTH } from "../../load/parse.js";
import type { Json } from "../endpoint.js";
import { sampleOf } from "../nest/sample.js";
import type { Sample } from "../page.js";
import type { Context } from "./context.js";
import { keptOn, withExcused, type Kept } from "./protected.js";

export interface Sampled {
  readonly value: Json;
  readonly exceptions: readonly ExceptionSpec[];
}

type Side = "request" | "response";

/**
 * A page's example JSON, with the places where it contradicts the page's tables, or what a person
 * wrote in the spec and protects from them; `before` is what the spec has.
 */
export function sampled(
  context: Context,
  sample: Sample | undefined,
  side: Side,
  fields: FieldSpecs | undefined,
  before: FieldSpecs | undefined,
): Sampled | undefined {
  if (sample === undefined || (side === "request" && fields === undefined)) return undefined;
  const value = sampleOf(sample);
  const reason =
    value === undefined
      ? "it is no JSON"
      : isDeep(value, MAX_DEPTH)
        ? "it is nested too deep"
        : sample.text.includes("\uFFFD")
          ? "it is broken text"
          : undefined;
  if (value === undefined || reason !== undefined) {
    context.leaveOut(sample.at, `the ${side} example`, reason ?? "");
    return undefined;
  }
  const part = side === "request" ? "body" : side;
  const judges = withExcused(context, fields ?? {}, before, part);
  return { value, exceptions: exceptionsOf(context, value, side, judges) };
}

/** More places than these are one: the example is of something else. */
const MAX_EXCEPTIONS = 12;

function exceptionsOf(
  context: Context,
  value: Json,
  side: Side,
  fields: FieldSpecs,
): readonly ExceptionSpec[] {
  const whole = `example.${side}`;
  const excused = context.known.excused(context.id);
  const say = (at: string, reason: string): ExceptionSpec[] =>
    excused.some((known) => `${at}.`.startsWith(`${known}.`))
      ? []
      : [{ operation: context.id, at, reason }];
  if (losesDigits(value))
    return say(whole, "A number of the example has more digits than JSON readers keep.");
  const { spec } = context.known;
  const found = [
    ...(side === "request"
      ? fieldsMisfits(spec, fields, value, "input")
      : fieldsMisfits(spec, fields, dataOf(value), "output")),
  ];
  const protectedPlaces = new Map<string, ExceptionSpec[]>();
  const others: Misfit[] = [];
  for (const misfit of found) {
    const kept = keptOn(spec, fields, misfit.path);
    if (kept === undefined) others.push(misfit);
    else {
      // Whatever is inside of it, it is one place.
      const at = [whole, ...kept.path].join(".");
      protectedPlaces.set(at, protectedPlaces.get(at) ?? say(at, keptReason(kept, misfit)));
    }
  }
  return [...[...protectedPlaces.values()].flat(), ...saidOf(others, whole, say)];
}

/** What the page says against itself. */
function saidOf(
  found: readonly Misfit[],
  whole: string,
  say: (at: string, reason: string) => ExceptionSpec[],
): readonly ExceptionSpec[] {
  const isWhole = found.length > MAX_EXCEPTIONS || found.some(({ path }) => path.length === 0);
  if (isWhole && found[0] !== undefined)
    return say(whole, `The example contradicts the tables, which we follow: ${where(found[0])}.`);
  return found.flatMap((misfit) =>
    say(
      [whole, ...misfit.path].join("."),
      `The example contradicts the table, which we follow: ${reasonOf(misfit)}.`,
    ),
  );
}

const keptReason = ({ keep, path }: Kept, misfit: Misfit): string =>
  `The example contradicts "${path.at(-1) ?? ""}", which stays as the spec has it (${sentence(keep)}): ${reasonOf(misfit)}.`;

const sentence = (text: string): string => text.trim().replace(/[.。]$/u, "");

const reasonOf = ({ reason }: Misfit): string => reason.replace(/\.$/u, "");

const where = (misfit: Misfit): string =>
  `${misfit.path.length === 0 ? "" : `at ${misfit.path.join(".")}, `}${reasonOf(misfit)}`;

/** As the linter reads a reply: nothing is an empty object. */
function dataOf(envelope: Json): unknown {
  const isObject = typeof envelope === "object" && envelope !== null && "data" in envelope;
  return isObject ? (envelope.data ?? {}) : {};
}

function losesDigits(value: Json): boolean {
  if (typeof value === "number") return Number.isInteger(value) && !Number.isSafeInteger(value);
  return typeof value === "object" && value !== null && Object.values(value).some(losesDigits);
}

function isDeep(value: Json, left: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => isDeep(inner, left - 1));
}
