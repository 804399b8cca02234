import { listedIn } from "./options.js";
import type { Option } from "../page.js";
import { remains } from "./remains.js";
import { sectionsOf } from "./sections.js";
import { writtenIn } from "./written.js";

/** A description by what its parts are for; the first part of each kind counts. */
export interface DescriptionParts {
  /** What stands before the first marker. */
  readonly lead: string;
  /** All that is written for people, with the notes. */
  readonly prose: readonly string[];
  /** The same as one text. */
  readonly remarks: string;
  readonly example: string | undefined;
  readonly default: string | undefined;
  readonly options: readonly Option[] | undefined;
  /** The listed value that is marked as the default. */
  readonly preset: string | undefined;
  readonly rules: string;
  readonly scopes: string;
}

export function readParts(text: string, name: string): DescriptionParts {
  const sections = sectionsOf(text, name);
  const prose: string[] = [];
  const rules: string[] = [];
  const scopes: string[] = [];
  let example: string | undefined;
  let preset: string | undefined;
  let assumed: string | undefined;
  let options: readonly Option[] | undefined;
  const add = (...texts: readonly (string | undefined)[]): void => {
    for (const found of texts) {
      const left = remains(found ?? "");
      if (left !== "") prose.push(left);
    }
  };

  for (const { kind, head, text } of sections) {
    switch (kind) {
      case "prose":
        add(text);
        break;
      case "aside":
        add(head + text);
        break;
      case "example": {
        const written = writtenIn(text);
        example ??= written?.text;
        add(written?.rest.replace(/^!\[[^\]]*\]\([^)]*\)/u, ""));
        break;
      }
      case "default": {
        const written = writtenIn(text);
        assumed ??= written?.text;
        add(written?.rest);
        break;
      }
      case "options": {
        const listed = listedIn(text);
        if (listed === undefined) add(head + text);
        else {
          // Below a list by hand there may be the machine's own, which leaves none out.
          if (listed.options.length > (options?.length ?? 0)) options = listed.options;
          preset ??= listed.preset;
          add(text.slice(0, listed.start), listed.rest);
        }
        break;
      }
      case "rules":
        if (/\d/u.test(text)) rules.push(text);
        else if (/\p{L}/u.test(text)) add(head + text);
        break;
      case "scopes":
        scopes.push(text);
        break;
      case "valueScopes":
        break;
    }
  }
  const [first] = sections;
  return {
    lead: first?.kind === "prose" ? first.text : "",
    prose,
    remarks: prose.join("\n"),
    example,
    default: assumed,
    options,
    preset,
    rules: rules.join("\n"),
    scopes: scopes.join("\n"),
  };
}
