/** An expression as prettier sees it: what cannot be broken, or things between brackets. */
export type Expression = Atom | Group;

export interface Atom {
  readonly kind: "name" | "number" | "string" | "function";
  readonly text: string;
}

export interface Group {
  readonly kind: "object" | "array" | "call";
  /** `{`, `[` or `name(`. */
  readonly open: string;
  readonly close: string;
  readonly entries: readonly Entry[];
  /** Whether it stands on lines of its own, however short it is. */
  readonly isOpen: boolean;
}

export interface Entry {
  readonly comments: readonly string[];
  /** Empty outside of objects. */
  readonly key: string;
  readonly value: Expression;
}

/** Undefined when there is something in it of which the shape is not certain. */
export function expression(text: string): Expression | undefined {
  let at = 0;
  const found = value();
  return at === text.length ? found : undefined;

  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const match = pattern.exec(text)?.[0];
    at += match?.length ?? 0;
    return match;
  }

  function value(): Expression | undefined {
    for (const [kind, pattern] of ATOMS) {
      const taken = take(pattern);
      if (taken !== undefined) return { kind, text: kind === "string" ? quoted(taken) : taken };
    }
    const open = take(OPEN);
    return open === undefined ? undefined : group(open);
  }

  function group(open: string): Group | undefined {
    const { kind, close } = GROUPS[open.at(-1) as keyof typeof GROUPS];
    const isApart = text[at] === "\n";
    const entries: Entry[] = [];
    for (take(SPACE); text[at] !== close; take(SPACE)) {
      const one = entry(kind === "object");
      if (one === undefined) return undefined;
      entries.push(one);
      if (take(COMMA) === undefined) break;
    }
    take(SPACE);
    if (text[at++] !== close) return undefined;
    return { kind, open, close, entries, isOpen: kind === "object" ? isApart : areMany(entries) };
  }

  function entry(hasKey: boolean): Entry | undefined {
    const comments = (take(COMMENTS) ?? "").split("\n").slice(0, -1);
    const key = hasKey ? take(KEY)?.slice(0, -2) : "";
    const inner = key === undefined ? undefined : value();
    return key === undefined || inner === undefined ? undefined : { comments, key, value: inner };
  }
}

const ATOMS: readonly (readonly [Atom["kind"], RegExp])[] = [
  ["string", /"(?:[^"\\]|\\.)*"/uy],
  ["number", /-?\d+(?![\w.])/uy],
  // Operators of one kind: prettier puts brackets around what binds closer.
  ["function", /\(value\) => (?:[\w .!<>=&]|"[^"\\]*"|\((?:[^()|]|\([^()|]*\))*\))+(?=,)/uy],
  ["name", /\(\) => \(\{\}\)/uy],
  ["function", /\((?:\w+, )*\w+\) => \w+\((?:\w+, )*\w+\)(?=,)/uy],
  ["name", /[\w.]+(?![\w.(])|[\w.]*\(\)|\[\]|\{\}/uy],
];

const OPEN = /[\w.]+\(|\{|\[/uy;
const COMMA = /,/uy;
const SPACE = /\s*/uy;
const COMMENTS = /(?:\/\*(?:[^*]|\*(?!\/))*\*\/\n)+/uy;
/** Quotes stay where they are needed, and in other scripts where prettier would drop them. */
const KEY = /(?:\w+|"-?\d+"): /uy;

const GROUPS = {
  "{": { kind: "object", close: "}" },
  "[": { kind: "array", close: "]" },
  "(": { kind: "call", close: ")" },
} as const;

/** Prettier takes the quotes of which fewer have to be escaped. */
function quoted(text: string): string {
  const inner = text.slice(1, -1);
  if ((inner.match(/"/gu)?.length ?? 0) <= (inner.match(/'/gu)?.length ?? 0)) return text;
  return `'${inner.replace(/\\.|'/gu, (found) => ({ '\\"': '"', "'": "\\'" })[found] ?? found)}'`;
}

/** Several objects or several lists, of several things each, are never on one line. */
const areMany = (all: readonly Entry[]): boolean =>
  all.length > 1 &&
  (["object", "array"] as const).some((kind) =>
    all.every(({ value }) => value.kind === kind && value.entries.length > 1),
  );
