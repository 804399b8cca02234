/** Values of every kind, by which a validator may be fooled; made anew for each place. */
export const TEMPTING: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  "an empty text": () => "",
  "a text": () => "x",
  "a long text": () => "9".repeat(300),
  "a text of pairs": () => "🪁".repeat(8),
  zero: () => 0,
  "minus zero": () => -0,
  one: () => 1,
  seven: () => 7,
  "minus one": () => -1,
  "a million": () => 1e6,
  "a fraction": () => 1.5,
  "2^53": () => 2 ** 53,
  "2^53 + 2": () => 2 ** 53 + 2,
  "-(2^53)": () => -(2 ** 53),
  NaN: () => Number.NaN,
  Infinity: () => Number.POSITIVE_INFINITY,
  true: () => true,
  false: () => false,
  "an empty list": () => [],
  "a list of a text": () => ["x"],
  "a list of null": () => [null],
  "a list of a list": () => [[]],
  "a list of holes": () => Array(2),
  "a long list": () => Array.from({ length: 300 }, () => 1),
  "an empty object": () => ({}),
  "an object with a key": () => ({ key: 1 }),
  "an object with a key that is undefined": () => ({ key: undefined }),
  "an object without a prototype": () => Object.create(null) as unknown,
  "an object of a class": () => new Made(),
};

class Made {
  readonly key = 1;
}
