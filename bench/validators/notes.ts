import type { CaseName } from "./cases.js";
import type { Level } from "./side.js";

/** What a reader of a row must know: above all, why ours is not the fastest. */
export function noteOn(name: CaseName, level: Level, row: string): string | undefined {
  const notes = NOTES.filter(({ on }) => on(name, level, row)).map(({ text }) => text);
  return notes.length === 0 ? undefined : notes.join("; ");
}

interface Note {
  readonly on: (name: CaseName, level: Level, row: string) => boolean;
  readonly text: string;
}

const isReply = (name: CaseName): boolean => name === "response" || name === "detail";

const NOTES: readonly Note[] = [
  {
    on: (name, level, row) => !isReply(name) && level === "loose" && row === "verdict, valid",
    text: "ours refuses unknown keys here and in all loose rows, too: requests have no looser level",
  },
  {
    on: (_, level, row) => level === "loose" && row === "first issue, invalid",
    text: "only ajv, TypeBox and valibot can stop at the first issue; ours and the others collect all (typia's assert stops, but throws: slower than collecting for one dimension; for larger values the difference was within the noise)",
  },
  {
    on: (_, __, row) => row === "all issues, invalid",
    text: "ours says in words what was expected, what came, and which key was meant, and walks a table to find it; ajv has a keyword and its parameters",
  },
  {
    on: (name, level, row) =>
      name === "request" && level === "strict" && row === "all issues, invalid",
    text: "by profile, about a third of ours goes into finding the known key that the unknown one was meant to be",
  },
];
