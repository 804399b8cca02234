import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Facts, Json } from "../endpoint.js";
import type { Option, Part, Row } from "../page.js";
import { keyOf, Recall } from "../recall.js";
import { clausesOf, sentencesOf } from "./clauses.js";
import { defaultIn } from "./default.js";
import { fieldScopesIn } from "./field-scopes.js";
import { idempotencyOf } from "./idempotency.js";
import { bytesIn, limitsIn } from "./limits.js";
import { readParts } from "./parts.js";
import { remains } from "./remains.js";
import { rulesIn, type Bounds } from "./rules.js";
import { standingOf } from "./standing.js";
import { termOf } from "./term.js";
import type { Listed } from "./listed.js";
import { impliedIn, isInteger } from "./options.js";
import { unitOf } from "./unit.js";
import { withShortLabels } from "./value-labels.js";
import { valueOf, type Kind } from "./value.js";
import { writtenIn } from "./written.js";

export type Describable = Pick<Row, "name" | "text" | "told" | "at">;

/** What a row's words say of its field; what the form tells apart from the words comes first. */
export function describe(
  row: Describable,
  kind: Kind,
  part: Part,
): { readonly facts: Facts; readonly diagnostics: readonly Diagnostic[] } {
  const { scalar, isList, isMap } = kind;
  const isAnswer = part === "response";
  const read = () => said(row, kind, isAnswer);
  const key = `${scalar} ${isList} ${isMap} ${isAnswer} ${keyOf(row.name, row.text)}`;
  // What the form tells apart is in no text.
  const { facts, losses } = row.told === undefined ? recall.of(key, read) : read();
  const values = { field: row.name, kind: nameOf(kind) };
  return {
    facts,
    diagnostics: losses.map(({ code, value }) => diagnostic(code, row.at, { ...values, value })),
  };
}

interface Said {
  readonly facts: Facts;
  /** What stands there and cannot be taken over. */
  readonly losses: readonly Loss[];
}

interface Loss {
  readonly code: "lost-example" | "lost-default" | "lost-options" | "lost-rule";
  readonly value: string;
}

const recall = new Recall<Said>();

function said(row: Omit<Describable, "at">, kind: Kind, isAnswer: boolean): Said {
  const { scalar, isList, isMap } = kind;
  const losses: Loss[] = [];
  const lose = (code: Loss["code"], value: string) => void losses.push({ code, value });

  // Of a map, `value 可选值有：` lists its values.
  const parts = readParts(row.text, isMap ? "value" : row.name);
  const exampleText =
    row.told?.example === undefined ? parts.example : writtenIn(row.told.example)?.text;
  const example = exampleText === undefined ? undefined : valueOf(exampleText, kind);
  if (exampleText !== undefined && example === undefined && scalar !== "file") {
    lose("lost-example", exampleText);
  }

  const implied = (row.told?.options ?? parts.options) ? undefined : impliedOptions();
  const listed = row.told?.options ?? (holdsJson() ? undefined : parts.options) ?? implied?.options;
  const options = listed === undefined ? undefined : fitting(listed);
  const lead = implied === undefined ? parts.lead : parts.lead.slice(0, implied.start);
  const rest = implied === undefined ? "" : remains(parts.lead.slice(implied.start));
  const prose = remains(parts.remarks.replace(rest, () => implied?.rest ?? ""));
  const clauses = clausesOf(prose);
  const standing = standingOf(clauses, sentencesOf(prose), isAnswer);
  const scopes = row.told?.scopes ?? (isAnswer ? fieldScopesIn(parts.scopes) : []);
  const isKey = !isAnswer && !isList && (scalar === "string" || scalar === "int");
  const maxBytes = scalar === "file" && !isAnswer ? bytesIn(prose) : undefined;
  const isTime = !isMap && options === undefined && (scalar === "string" || scalar === "int");

  const facts: Facts = {
    ...optional("label", termOf(lead, row.name)),
    ...optional("prose", prose === "" ? undefined : prose),
    ...optional("example", example),
    ...optional("default", isAnswer ? undefined : defaultValue()),
    ...optional("options", options),
    ...bounds(),
    ...optional("maxBytes", maxBytes),
    ...optional("unit", isTime || scalar === "float" ? unitOf(prose) : undefined),
    ...(standing === undefined ? {} : { [standing]: true as const }),
    ...optional("scopes", scopes.length === 0 ? undefined : scopes),
    ...optional("idempotency", isKey ? idempotencyOf(prose) : undefined),
  };
  return { facts, losses };

  /** Values listed for a text that holds JSON are those of something in it. */
  function holdsJson(): boolean {
    return scalar === "string" && !isList && !isMap && /^["`]?\s?[[{]/u.test(exampleText ?? "");
  }

  function impliedOptions(): Listed | undefined {
    if (scalar === undefined || scalar === "boolean" || holdsJson()) return undefined;
    // The values of a list are those of its items.
    const first: Json | undefined = isList && Array.isArray(example) ? example[0] : example;
    const written = typeof first === "object" || first === undefined ? exampleText : first;
    const text = written === undefined || written === null ? undefined : String(written);
    return impliedIn(parts.lead, scalar, text);
  }

  function fitting(given: readonly Option[]): readonly Option[] | undefined {
    // True and false need no list, and only scalars can have one.
    if (scalar === undefined || scalar === "boolean" || scalar === "file") return undefined;
    const seen = new Map(given.map((option) => [option.value.trim(), option] as const));
    const odd = [...seen.keys()].find((value) => scalar === "int" && !isInteger(value));
    if (odd !== undefined) {
      lose("lost-options", odd);
      return undefined;
    }
    const values = [...seen].map(([value, option]) => ({ ...option, value }));
    return row.told?.options === undefined ? values : withShortLabels(values);
  }

  function defaultValue() {
    const told = row.told?.default;
    const found = told === undefined ? parts.default : writtenIn(told)?.text;
    const value = defaultIn({
      written: found ?? parts.preset,
      clauses: clausesOf(`${lead}\n${implied?.rest ?? ""}`),
      kind,
      options,
    });
    if (value === "strange") {
      lose("lost-default", found ?? parts.preset ?? "");
      return undefined;
    }
    return value?.value;
  }

  function bounds(): Bounds {
    const { bounds, strange } = rulesIn(parts.rules, kind);
    if (!isAnswer && scalar !== undefined && scalar !== "file") {
      for (const rule of strange) lose("lost-rule", rule);
    }
    // A rule is surer than the prose that says the same.
    const all = { ...limitsIn(prose, clauses, kind), ...bounds };
    return crossed(all) ? {} : all;
  }
}

const crossed = (bounds: Bounds): boolean =>
  (bounds.min ?? -Infinity) > (bounds.max ?? Infinity) ||
  (bounds.minLength ?? 0) > (bounds.maxLength ?? Infinity) ||
  (bounds.minItems ?? 0) > (bounds.maxItems ?? Infinity);

const nameOf = ({ scalar, isList, isMap }: Kind): string =>
  `${isList ? "a list of " : isMap ? "a map of " : ""}${scalar ?? "object"}`;

const optional = <K extends keyof Facts>(key: K, value: Facts[K] | undefined): Partial<Facts> =>
  value === undefined ? {} : { [key]: value };
