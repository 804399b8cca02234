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
    for (const { path } of strangers) skip("what stands here", locate(path), NAMELESS);
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

  function skip(field: string, at: Row["at"], problem: Problem): void {
    diagnostics.push(diagnostic("field-left-out", at, { field, ...problem }));
  }

  return { rowsOf, diagnostics };
}

/** Why a field is left out, and what to do. */
interface Problem {
  readonly reason: string;
  readonly action: string;
}

const NAMELESS: Problem = {
  reason: "it is no field with a name",
  action: "give it one, or describe it by hand",
};

function problemOf(
  { name }: Member,
  seen: ReadonlySet<string>,
  depth: number,
): Problem | undefined {
  if (seen.has(name)) {
    const reason = "a field of that name stands before it in the same object";
    return { reason, action: "check which one is meant, and remove or rename the other" };
  }
  if (name === "__proto__") {
    const reason = "in JavaScript that is no field but an object's prototype";
    return { reason, action: "do without it" };
  }
  if (depth >= LEVELS) {
    const reason = `it is more than ${LEVELS} levels deep`;
    return { reason, action: "check which type contains itself" };
  }
  return undefined;
}
