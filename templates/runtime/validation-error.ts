import { ClientError } from "./client-error.js";
import { pathText } from "./issues.js";
import type { Issue } from "./issues.js";

/** A value that does not match its documentation; nothing was sent if `direction` is `input`. */
export class ValidationError extends ClientError {
  readonly direction: "input" | "output";
  /** All of them; the message shows the first three. */
  readonly issues: readonly Issue[];

  constructor(operation: string, direction: "input" | "output", issues: readonly Issue[]) {
    super(operation, summary(direction, issues));
    this.direction = direction;
    this.issues = issues;
  }

  override get name(): string {
    return "ValidationError";
  }
}

function summary(direction: string, issues: readonly Issue[]): string {
  const { length } = issues;
  const lines = issues.slice(0, 3).map(({ path, message }) => {
    return path.length > 0 ? `${pathText(path)}: ${message}` : message;
  });
  if (length > 3) lines.push(`and ${length - 3} more`);
  return `: ${length} problem${length > 1 ? "s" : ""} in the ${direction}: ${lines.join("; ")}`;
}
