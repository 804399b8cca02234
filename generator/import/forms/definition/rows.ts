import { diagnostic, type Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Row } from "../../page.js";
import type { Member, Members } from "./members.js";
import { plainCell } from "../markdown/cell.js";
import { rulesOf } from "./rules.js";
import { shapeOf, type Refs } from "./shape.js";
import { flagOf, get, textOf, type Locate } from "./spot.js";
import { toldOf } from "./told.js";

/** Named types that use each other double with every level; no real operation has that many. */
const MOST_ROWS = 20_000;
const LEVELS = 64;

export interface RowsReader {
  /** Each field is followed by those inside it. */
  readonly rowsOf: (members: Members, depth?: number) => readonly Row[];
  readonly diagnostics: readonly Diagnostic[];
}

export function rowsReader(refs: Refs, locate: Locate): RowsReader {
  const diagnostics: Diagnostic[] = [];
  let left = MOST_ROWS;

  function rowsOf(given: Members, depth = 0): readonly Row[] {
    const rows: Row[] = [];
    read(given, depth, [], rows);
    return rows;
  }

  function read(
    { members, strangers }: Members,
    depth: number,
    chain: readonly string[],
    rows: Row[],
  ): void {
    for (const { path } of strangers) skip("something", locate(path), "it has no name");
    const seen = new Set<string>();
    for (const member of members) {
      const { spot, on } = member.named;
      const at = locate(spot.path, on);
      const problem = problemOf(member, seen, depth);
      seen.add(member.name);
      if (problem !== undefined) skip(`"${member.name}"`, at, problem);
      else if (left > 0) readOne(member, at, depth, chain, rows);
    }
  }

  function readOne(
    { name, node, isListed }: Member,
    at: Row["at"],
    depth: number,
    chain: readonly string[],
    rows: Row[],
  ): void {
    if (--left === 0)
      diagnostics.push(diagnostic("too-many-fields", at, { limit: `${MOST_ROWS}` }));
    const { type, inside, bottom, open, chain: way } = shapeOf(node, refs, chain);
    if (open !== undefined) diagnostics.push(diagnostic("open-type", at, { field: name, ...open }));
    const text =
      textOf(get(node, "description", "desc")) ?? textOf(get(bottom, "description")) ?? "";
    const required = flagOf(get(node, "required", "isRequired")) ?? isListed;
    rows.push({
      name,
      type,
      required,
      depth,
      text: [plainCell(text), ...rulesOf(node)].filter((line) => line !== "").join("\n"),
      told: toldOf(node, bottom, type, inside.members.length > 0),
      at,
    });
    read(inside, depth + 1, way, rows);
  }

  function skip(name: string, at: Row["at"], reason: string): void {
    diagnostics.push(diagnostic("field-left-out", at, { name, reason }));
  }

  return { rowsOf, diagnostics };
}

function problemOf({ name }: Member, seen: ReadonlySet<string>, depth: number): string | undefined {
  if (seen.has(name)) return "a field of that name stands before it";
  if (name === "__proto__") return "it means an object's prototype";
  if (depth >= LEVELS) return `it is more than ${LEVELS} levels deep`;
  return undefined;
}
