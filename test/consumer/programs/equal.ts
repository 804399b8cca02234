/** True when two types are the same, optionality and `readonly` included. */
export type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles when the type it is given is `true`. */
export function holds<Claim extends true>(): Claim | undefined {
  return undefined;
}

/** Compiles when the value is of the type it is given. */
export function takes<T>(value: T): T {
  return value;
}
