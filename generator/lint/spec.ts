import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Code, Values } from "../diagnostics/messages.js";
import type { Parsed } from "../load/parse.js";
import type { Location, Path } from "../load/source.js";
import type {
  EnumSpec,
  ErrorSpec,
  ExceptionSpec,
  OperationText,
  ServiceSpec,
  SpecText,
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
}

/** Where the rules put what they find. */
export class Findings {
  readonly all: Diagnostic[] = [];

  add<C extends Code>(code: C, site: Site, values: Values<C>, on: "key" | "value" = "value"): void {
    this.all.push(diagnostic(code, site.locate(on), values));
  }
}

export interface Checked {
  readonly parsed: Parsed;
  readonly text: SpecText;
}

export function collect(files: readonly Checked[], findings: Findings): Spec {
  const names = new Map<string, Site>();
  const enums = new Map<string, Entry<EnumSpec>>();
  const types = new Map<string, Entry<TypeSpec>>();
  const errors = new Map<string, Entry<ErrorSpec>>();
  const platformErrors = new Map<string, Entry<ErrorSpec>>();
  const resources = new Map<string, ResourceEntry>();
  const exceptions: Entry<ExceptionSpec>[] = [];
  let service: Entry<ServiceSpec> | undefined;

  for (const { parsed, text } of files) {
    const site = (...path: Path) => new Site(parsed, path);
    const section = <T>(into: Map<string, Entry<T>>, key: "enums" | "types" | "errors") => {
      // The grammar has checked each section against the type that its map holds.
      for (const [name, value] of Object.entries((text[key] ?? {}) as Record<string, T>)) {
        const entry = { name, value, site: site(key, name), resource: text.resource };
        const other = names.get(name);
        if (other !== undefined) {
          findings.add("name-taken", entry.site, { name, other: described(other) }, "key");
          continue;
        }
        names.set(name, entry.site);
        into.set(name, entry);
      }
    };
    section(enums, "enums");
    section(types, "types");
    section(parsed.file.name.startsWith("platform/") ? platformErrors : errors, "errors");
    if (text.service !== undefined) {
      if (service === undefined)
        service = {
          name: text.service.name,
          value: text.service,
          site: site("service"),
          resource: undefined,
        };
      else findings.add("second-service", site("service"), { other: service.site.file }, "key");
    }
    if (text.resource !== undefined) addResource(resources, text, site(), findings);
    else if (text.operations !== undefined)
      findings.add("no-resource", site("operations"), { key: "operations" }, "key");
    for (const [i, value] of (text.exceptions ?? []).entries()) {
      exceptions.push({
        name: value.operation,
        value,
        site: site("exceptions", i),
        resource: undefined,
      });
    }
  }
  return { service, enums, types, errors, platformErrors, resources, exceptions };
}

function addResource(
  resources: Map<string, ResourceEntry>,
  text: SpecText,
  site: Site,
  findings: Findings,
): void {
  const name = text.resource ?? "";
  const other = resources.get(name);
  if (other !== undefined) {
    findings.add("second-resource", site.at("resource"), {
      resource: name,
      other: other.site.file,
    });
    return;
  }
  const operations = Object.entries(text.operations ?? {}).map(([action, value]) => ({
    name: action,
    value,
    site: site.at("operations", action),
    resource: name,
    id: `${name}.${action}`,
  }));
  resources.set(name, { name, label: text.label, doc: text.doc, site, operations });
}

/** "a type in hire/types.yaml" */
export function described(site: Site): string {
  const kind = { enums: "an enum", types: "a type", errors: "an error" }[String(site.path[0])];
  return `${kind ?? "something"} in ${site.file}`;
}
