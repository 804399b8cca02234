import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Code, Values } from "../diagnostics/messages.js";
import type { Parsed } from "../load/parse.js";
import type { Location, Path } from "../source.js";
import type { Lost } from "./lost.js";
import type {
  EnumSpec,
  ErrorSpec,
  ExceptionSpec,
  OperationText,
  ServiceSpec,
  TypeSpec,
} from "./grammar.js";

/** A named thing of the spec and where it stands. */
export interface Entry<T> {
  readonly name: string;
  readonly value: T;
  readonly site: Site;
  /** The resource whose file holds it. */
  readonly resource: string | undefined;
}

/** A place in a file, for what will be reported there. */
export class Site {
  constructor(parsed: Parsed, path: Path) {
    this.parsed = parsed;
    this.path = path;
  }
  readonly parsed: Parsed;
  readonly path: Path;

  get file(): string {
    return this.parsed.file.name;
  }
  at(...path: Path): Site {
    return new Site(this.parsed, [...this.path, ...path]);
  }
  locate(on: "key" | "value" = "value"): Location {
    return this.parsed.locate(this.path, on);
  }
  /** A part of the text that stands here: `:offer_id` of a path. */
  part(text: string): Site {
    const whole = this.locate();
    const source = whole.file.text.slice(whole.start, whole.end);
    const isWord = (at: number) => /[A-Za-z0-9_]/u.test(source.charAt(at));
    let at = source.indexOf(text);
    while (at >= 0 && (isWord(at - 1) || isWord(at + text.length)))
      at = source.indexOf(text, at + 1);
    if (at < 0) return this;
    const start = whole.start + at;
    return this.#placed({ file: whole.file, start, end: start + text.length });
  }
  /** The first character, of what is wrong as a whole. */
  start(): Site {
    const { file, start } = this.locate();
    return this.#placed({ file, start, end: start + 1 });
  }
  #placed(at: Location): Site {
    return new Site({ ...this.parsed, locate: () => at }, this.path);
  }
}

export interface OperationEntry extends Entry<OperationText> {
  readonly resource: string;
  /** `external_interview_assessment.create`, `talent.v2.get` */
  readonly id: string;
}

export interface ResourceEntry {
  readonly name: string;
  readonly label: string | undefined;
  readonly doc: string | undefined;
  readonly site: Site;
  readonly operations: readonly OperationEntry[];
}

/** All files of a spec as one, every name with its place. */
export interface Spec {
  readonly service: Entry<ServiceSpec> | undefined;
  readonly enums: ReadonlyMap<string, Entry<EnumSpec>>;
  readonly types: ReadonlyMap<string, Entry<TypeSpec>>;
  readonly errors: ReadonlyMap<string, Entry<ErrorSpec>>;
  readonly platformErrors: ReadonlyMap<string, Entry<ErrorSpec>>;
  readonly resources: ReadonlyMap<string, ResourceEntry>;
  readonly exceptions: readonly Entry<ExceptionSpec>[];
  readonly lost: Lost;
}

/** Where the rules put what they find. */
export class Findings {
  readonly all: Diagnostic[];

  constructor(found: readonly Diagnostic[] = []) {
    this.all = [...found];
  }

  add<C extends Code>(code: C, site: Site, values: Values<C>, on: "key" | "value" = "value"): void {
    this.all.push(diagnostic(code, site.locate(on), values));
  }
}

/** "a type in hire/types.yaml" */
export function described(site: Site): string {
  const kind = { enums: "an enum", types: "a type", errors: "an error" }[String(site.path[0])];
  return `${kind ?? "something"} in ${site.file}`;
}
