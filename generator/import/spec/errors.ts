import type { ErrorSpec, OperationText } from "../../lint/grammar.js";
import { pascalCase } from "../../model/names.js";
import type { ErrorRow } from "../page.js";
import type { Context } from "./context.js";
import { flat, reasonOf } from "./wording.js";

type Entry = NonNullable<OperationText["errors"]>[number];
type Facts = Pick<ErrorSpec, "status" | "label" | "advice">;

export interface Errors {
  /** As the operation lists them. */
  readonly listed: readonly Entry[];
  /** Those of the service, as the page has them. */
  readonly described: ReadonlyMap<string, ErrorSpec>;
}

export function errorsOf(context: Context, rows: readonly ErrorRow[]): Errors {
  const described = new Map<string, ErrorSpec>();
  const listed = new Map<number, Entry>();
  for (const row of rows) {
    // Code 0 is success; a code stands in a table twice when it has two reasons.
    if (row.code === 0 || !Number.isSafeInteger(row.code) || listed.has(row.code)) continue;
    const facts = factsOf(context, row);
    const { name, value, isPlatform } = errorOf(context, row, facts);
    if (!isPlatform) described.set(name, value);
    context.known.use(name, context.id, false);
    const differing = difference(facts, value);
    listed.set(row.code, Object.keys(differing).length === 0 ? name : { [name]: differing });
  }
  return { listed: [...listed.values()], described };
}

function factsOf({ prose }: Context, { code, status, label, advice }: ErrorRow): Facts {
  const isStatus =
    status !== undefined && Number.isInteger(status) && status >= 100 && status < 600;
  const advised = prose ? flat(advice) : "";
  return {
    label: reasonOf(label) ?? `code ${code}`,
    ...(isStatus ? { status } : {}),
    ...(/[\p{L}\p{N}]/u.test(advised) ? { advice: advised } : {}),
  };
}

function errorOf({ known }: Context, row: ErrorRow, facts: Facts) {
  const old = known.error(row.code);
  if (old !== undefined) {
    const isOwn = !old.isPlatform && !known.isShared(old.name);
    // Nobody else has the error: what this page says of it is what there is to say.
    const value = isOwn ? { ...old.value, ...facts } : old.value;
    if (isOwn) known.setError(old.name, value);
    return { ...old, value };
  }
  const name = nameOf(row, facts.label, (name) => known.isFreeError(name, row.code));
  const { status, label, advice } = facts;
  const value: ErrorSpec = {
    code: row.code,
    ...(status === undefined ? {} : { status }),
    label,
    ...(advice === undefined ? {} : { advice }),
    retry: isPassing(row.label) ? "ifIdempotent" : "never",
  };
  known.setError(name, value);
  return { name, value, isPlatform: false };
}

/** What the operation says otherwise than the table of errors. */
function difference(facts: Facts, { status, label, advice }: Facts): Partial<Facts> {
  const isSame = facts.label.toLowerCase() === label.toLowerCase();
  return {
    ...(facts.status === undefined || facts.status === status ? {} : { status: facts.status }),
    ...(isSame || /^code -?[0-9]+$/u.test(facts.label) ? {} : { label: facts.label }),
    ...(facts.advice === undefined || facts.advice === advice ? {} : { advice: facts.advice }),
  };
}

/** `System error` → `SystemError`; other errors are called by their code. */
function nameOf({ code }: ErrorRow, label: string, isFree: (name: string) => boolean): string {
  const numbered = `Error${code < 0 ? "Minus" : ""}${Math.abs(code)}`;
  const isShort = /^[A-Za-z][A-Za-z_ '-]{3,31}$/u.test(label) && label.split(" ").length <= 4;
  const words = label.replace(/'/gu, "");
  const name = pascalCase(/[a-z]/u.test(words) ? words : words.toLowerCase());
  const isName = isShort && !/^(?:code|null|true|false|none|unknown|error)$/iu.test(label);
  return isName && /[a-z]/u.test(name) && isFree(name) ? name : numbered;
}

/** Faults of the server, which the same call may not meet again. */
const isPassing = (label: string): boolean =>
  /系统(?:错误|异常|繁忙|内部)|内部(?:错误|异常|服务)|服务(?:器|端)?(?:错误|异常|繁忙|内部|超时)|internal|(?:system|server|service)\s*(?:is\s*)?(?:error|exception|busy|fault|failure|timeout)/iu.test(
    label,
  );
