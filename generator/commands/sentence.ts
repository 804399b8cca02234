/** What went wrong in one sentence: the person at the terminal cannot mend a stack trace. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  const reason = REASONS.get(code);
  if (reason === undefined) return error.message;
  if (path === undefined) return `cannot go on: ${reason}`;
  return `cannot ${VERBS.get(syscall) ?? "write"} ${path}: ${reason}`;
}

const VERBS: ReadonlyMap<unknown, string> = new Map([
  ["open", "open"],
  ["read", "read"],
  ["scandir", "read"],
  ["stat", "read"],
  ["lstat", "read"],
]);

const REASONS: ReadonlyMap<unknown, string> = new Map([
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["EROFS", "the disk is read-only"],
  ["ENOSPC", "the disk is full"],
  ["EDQUOT", "the disk quota is used up"],
  ["EMFILE", "too many open files"],
  ["ENAMETOOLONG", "the name is too long"],
  ["ENOTDIR", "something on the way is no folder"],
  ["EISDIR", "a folder stands there"],
  ["ELOOP", "the links on the way lead in a circle"],
  ["ENOENT", "there is no such file or folder"],
]);
