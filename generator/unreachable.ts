/** Marks a branch that the types rule out; arriving here is a mistake of ours, not of a spec. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
