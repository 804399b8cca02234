import pc from "picocolors";

/** Where a command talks: data to stdout, everything else to stderr. */
export interface Terminal {
  readonly data: (text: string) => void;
  readonly talk: (text: string) => void;
  readonly json: boolean;
  readonly colors: { readonly data: Colors; readonly talk: Colors };
  readonly isInteractive: boolean;
}

export type Colors = ReturnType<typeof pc.createColors>;

export function terminal(json: boolean): Terminal {
  return {
    json,
    data: (text) => void process.stdout.write(`${text}\n`),
    talk: (text) => void process.stderr.write(`${text}\n`),
    colors: { data: colorsOf(process.stdout), talk: colorsOf(process.stderr) },
    isInteractive: process.stderr.isTTY === true && !json,
  };
}

/** Colours only where a person looks, and not if that person said no. */
const colorsOf = (stream: { readonly isTTY?: boolean }): Colors =>
  pc.createColors(
    stream.isTTY === true && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb",
  );

/** What a command can end with: fine, problems or differences, wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** A command that was called in a way that cannot work; the message says how to call it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const jsonText = (value: object): string => JSON.stringify(value, null, 2);
