export const isComment = (line: string): boolean => /^\/?\*/u.test(line);

/** A line of a doc comment below its first one is set in by one more. */
export const commentLine = (line: string, indent: string): string =>
  `${indent}${line.startsWith("/") ? "" : " "}${line}`;
