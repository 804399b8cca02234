import type { Parsed } from "../load/parse.js";
import type { Path } from "../source.js";
import type {
  EnumSpec,
  ErrorSpec,
  ExceptionSpec,
  ServiceSpec,
  SpecText,
  TypeSpec,
} from "./grammar.js";
import type { Lost } from "./lost.js";
import {
  described,
  Site,
  type Entry,
  type Findings,
  type ResourceEntry,
  type Spec,
} from "./spec.js";

export interface Checked {
  readonly parsed: Parsed;
  readonly text: SpecText;
}

export function collect(files: readonly Checked[], lost: Lost, findings: Findings): Spec {
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
    else if (text.operations !== undefined && !lost.mayHold("resource"))
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
  return { service, enums, types, errors, platformErrors, resources, exceptions, lost };
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
