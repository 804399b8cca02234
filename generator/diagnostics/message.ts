export type Severity = "error" | "warning";

/** A message whose holes are named; the names are part of its type. */
export interface Message<Hole extends string> {
  readonly severity: Severity;
  readonly text: (values: Readonly<Record<Hole, string>>) => string;
}

type Template = <const Hole extends string>(
  texts: TemplateStringsArray,
  ...holes: readonly Hole[]
) => Message<Hole>;

const template =
  (severity: Severity): Template =>
  (texts, ...holes) => ({
    severity,
    text: (values) =>
      texts
        .map((text, i) => text + (holes[i] === undefined ? "" : clip(values[holes[i]])))
        .join(""),
  });

/** A spec may hold a name of a million letters; a message is one line. */
const clip = (value: string): string => (value.length > 300 ? `${value.slice(0, 300)}…` : value);

/** Stops the generator. */
export const error = template("error");
/** Worth a look; the output is still made. */
export const warning = template("warning");
