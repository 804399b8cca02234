import type { Parsed } from "../../load/parse.js";
import type { SourceFile } from "../../source.js";
import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import { patch } from "./yaml/patch.js";
import type { Plain } from "./yaml/scalar.js";
import { isEqual, isObject, type PlainObject } from "./yaml/value.js";

/** A file of a spec as merging leaves it. */
export interface MergedFile {
  /** Inside the spec's folder: `resources/toy.yaml`. */
  readonly path: string;
  readonly text: string;
  /** Undefined when the file is new. */
  readonly before: string | undefined;
  /** What a new YAML file says: it need not be read to be checked. */
  readonly value?: PlainObject;
}

interface Draft {
  readonly parsed: Parsed | undefined;
  value: PlainObject;
}

/** `hire/resources/toy.yaml` → `resources/toy.yaml` */
export const pathOf = ({ name }: SourceFile): string => name.slice(name.indexOf("/") + 1);

/** The YAML files of a spec, being changed. */
export class Drafts {
  readonly #drafts = new Map<string, Draft>();

  constructor(files: readonly Parsed[]) {
    for (const parsed of files) {
      // A file that the linter has passed is a map of plain values.
      const value = (parsed.value ?? {}) as PlainObject;
      this.#drafts.set(pathOf(parsed.file), { parsed, value });
    }
  }

  /** Sets what stands under one or two keys at the top; `sorted` finds the place of a new name. */
  set(path: string, keys: readonly string[], value: unknown, sorted?: Compare): void {
    const draft = this.#drafts.get(path) ?? { parsed: undefined, value: {} };
    this.#drafts.set(path, draft);
    // What pages and specs hold is JSON.
    draft.value = put(draft.value, keys, value as Plain, sorted);
  }

  get(path: string, key: string): Plain | undefined {
    const value = this.#drafts.get(path)?.value ?? {};
    return Object.hasOwn(value, key) ? value[key] : undefined;
  }

  finish(): { files: readonly MergedFile[]; diagnostics: readonly Diagnostic[] } {
    const files: MergedFile[] = [];
    const diagnostics: Diagnostic[] = [];
    for (const [path, { parsed, value }] of this.#drafts) {
      if (parsed !== undefined && isEqual((parsed.value ?? {}) as Plain, value)) continue;
      const sorted = inOrder(value);
      const text = patch(parsed?.file.text ?? headOf(path), sorted);
      const isNew = parsed === undefined;
      if (text !== undefined)
        files.push({ path, text, before: parsed?.file.text, ...(isNew ? { value: sorted } : {}) });
      else if (!isNew)
        diagnostics.push(diagnostic("unmergeable", { file: parsed.file, start: 0, end: 1 }, {}));
    }
    return { files, diagnostics };
  }
}

/** Editors find the grammar beside the folder of the spec. */
const headOf = (path: string): string =>
  `# yaml-language-server: $schema=${"../".repeat(path.split("/").length)}larkgen.schema.json\n`;

export type Compare = (a: readonly [string, Plain], b: readonly [string, Plain]) => number;

export const byName: Compare = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);

function put(
  of: PlainObject,
  [key = "", ...rest]: readonly string[],
  value: Plain,
  sorted: Compare | undefined,
): PlainObject {
  const there = Object.hasOwn(of, key) ? of[key] : undefined;
  const inner = rest.length === 0 ? value : put(isObject(there) ? there : {}, rest, value, sorted);
  const pair: [string, Plain] = [key, inner];
  const pairs = Object.entries(of);
  const isSorted =
    there === undefined &&
    rest.length === 0 &&
    sorted !== undefined &&
    pairs.every((other, i) => i === 0 || sorted(pairs[i - 1] ?? other, other) <= 0);
  const at = isSorted ? pairs.findIndex((other) => sorted(pair, other) < 0) : -1;
  return at < 0 ? { ...of, [key]: inner } : Object.fromEntries(pairs.toSpliced(at, 0, pair));
}

export const SECTIONS = [
  ...["service", "resource", "label", "doc", "errors", "enums", "types", "operations"],
  "exceptions",
];

/** New sections stand where they stand in other files; those that are there stay in their order. */
function inOrder(value: PlainObject): PlainObject {
  const rank = ([key]: readonly [string, Plain]) => SECTIONS.indexOf(key);
  return Object.fromEntries(Object.entries(value).sort((a, b) => rank(a) - rank(b)));
}
