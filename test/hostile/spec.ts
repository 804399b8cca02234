import type { SourceFile } from "../../generator/source.js";

/** What fills the places of a spec that take any text; the name tells places apart. */
export interface Filling {
  readonly text: (place: string) => string;
  /** Wire names and values of enums: data that must differ. */
  readonly name: (place: string) => string;
  readonly link: string;
}

/** A spec in which every place that takes free text is filled in. */
export function specWith({ text, name, link }: Filling): SourceFile[] {
  const said = (place: string) => ({ label: text(`${place} label`), doc: text(`${place} doc`) });
  const field = (place: string, rest: object) => ({ ...said(place), ...rest });
  const shape = (place: string) => ({
    [name("tag")]: field(`${place} tag`, { type: "Kind" }),
    [name("shown")]: field(`${place} shown`, {
      type: "string",
      example: text(`${place} example`),
      default: text(`${place} default`),
      extra: text(`${place} extra`),
      keep: text(`${place} keep`),
      requiredWhen: { [name("tag")]: "First" },
    }),
    [name("listed")]: field(`${place} listed`, {
      type: ["string"],
      example: [text(`${place} item`), text(`${place} other item`)],
      when: { [name("tag")]: ["First", "Second"] },
    }),
    [name("any")]: field(`${place} any`, {
      type: "any",
      example: { [`${text(place)} key`]: [text(`${place} value`)], "*/": { "a b": 1 } },
    }),
    [name("map")]: field(`${place} map`, {
      type: { map: "string" },
      default: { [`${text(place)} key`]: text(`${place} value`) },
    }),
    inline: field(`${place} inline`, {
      type: "object",
      fields: { [name("inner")]: field(`${place} inner`, { type: ["Part"] }) },
    }),
  });
  const spec = {
    service: { ...said("service"), see: link, name: "play", package: "toys", version: "1.0.0" },
    enums: {
      Kind: {
        ...said("enum"),
        see: link,
        values: {
          First: { ...said("first"), value: name("first value") },
          Second: { ...said("second"), value: name("second value"), deprecated: true },
          Third: { ...said("third"), value: name("third value") },
        },
      },
    },
    errors: {
      Broken: { code: 1, label: text("error label"), advice: text("advice"), retry: "never" },
      Busy: { code: 2, label: text("busy label"), retry: "always" },
    },
    types: { Part: { ...said("type"), fields: shape("type") } },
    resource: "toy",
    ...said("resource"),
    operations: {
      create: {
        ...said("operation"),
        see: link,
        http: "POST /open-apis/toy/v1/toys",
        tokens: ["tenant"],
        scopes: [text("scope"), text("other scope")],
        fieldScopes: { [`${text("field scope")} scope`]: ["part"] },
        idempotency: { field: "shown" },
        body: {
          shown: field("body", { type: "string", required: true, example: text("body example") }),
          part: field("part", { type: "Part", required: true }),
          [name("tag")]: field("input tag", { type: "Kind" }),
          [name("own")]: field("own", { type: "string", when: { [name("tag")]: "First" } }),
        },
        response: { part: { type: ["Part"] } },
        errors: ["Broken", { Busy: { label: text("own label"), advice: text("own advice") } }],
      },
    },
  };
  return [{ path: "toy.yaml", name: "play/toy.yaml", text: JSON.stringify(spec) }];
}
