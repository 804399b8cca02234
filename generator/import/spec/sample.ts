import type { FieldSpecs } from "../../lint/fields.js";
import type { ExceptionSpec } from "../../lint/grammar.js";
import { fieldsMisfits, type Misfit } from "../../lint/misfit.js";
import { MAX_DEPTH } from "../../load/parse.js";
import type { Json } from "../endpoint.js";
import { sampleOf } from "../nest/sample.js";
import type { Sample } from "../page.js";
import type { Context } from "./context.js";

export interface Sampled {
  readonly value: Json;
  readonly exceptions: readonly ExceptionSpec[];
}

type Side = "request" | "response";

/** A page's example JSON, with the places where it contradicts the page's tables. */
export function sampled(
  context: Context,
  sample: Sample | undefined,
  side: Side,
  fields: FieldSpecs | undefined,
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
  return { value, exceptions: exceptionsOf(context, value, side, fields ?? {}) };
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
  const isWhole = found.length > MAX_EXCEPTIONS || found.some(({ path }) => path.length === 0);
  if (isWhole && found[0] !== undefined)
    return say(whole, `The example contradicts the tables, which we follow: ${where(found[0])}.`);
  return found.flatMap((misfit) =>
    say(
      [whole, ...misfit.path].join("."),
      `The example contradicts the table, which we follow: ${misfit.reason.replace(/\.$/u, "")}.`,
    ),
  );
}

const where = ({ path, reason }: Misfit): string =>
  `${path.length === 0 ? "" : `at ${path.join(".")}, `}${reason.replace(/\.$/u, "")}`;

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
