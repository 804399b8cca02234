/** Words that JavaScript keeps for itself: no variable can have such a name. */
const RESERVED = new Set(
  (
    "arguments async await break case catch class const continue debugger default delete do else enum eval export " +
    "extends false finally for function if implements import in instanceof interface let new null package private " +
    "protected public return static super switch this throw true try typeof undefined var void while with yield NaN Infinity"
  ).split(" "),
);

export const isReserved = (name: string): boolean => RESERVED.has(name);
