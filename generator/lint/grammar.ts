import { z } from "zod";

/**
 * The whole grammar of a spec file. The linter checks with it, editors get it as JSON Schema, and
 * the types that the later stages read come from it.
 */

/** Names that YAML 1.1 readers take for booleans are refused, whatever our own reader makes of them. */
export const PASCAL = /^(?!(?:Y|N|Yes|No|On|Off|True|False|Null)$)[A-Z][A-Za-z0-9]*$/u;
const SNAKE = /^[a-z][a-z0-9_]*$/u;
export const ACTION = /^(?:v[2-9]\.)?[a-z][a-z0-9_]*$/u;
const PROPERTY =
  /^(?!(?:[Yy]|[Nn]|[Yy]es|[Nn]o|[Oo]n|[Oo]ff|[Tt]rue|[Ff]alse|[Nn]ull|__proto__)$)[A-Za-z_][A-Za-z0-9_]*$/u;
const TYPE_NAME = /^(?:string|int|float|boolean|file|any|object|[A-Z][A-Za-z0-9]*)$/u;
const WINDOW = /^[1-9][0-9]*(?:h|d)$/u;
const RATE = /^(?:[1-9][0-9]*\/(?:s|min)|special)$/u;
/** Steps upwards would lead a request to another operation. */
const HTTP = /^(?:GET|POST|PUT|PATCH|DELETE) (?!.*\/\.{1,2}(?:\/|$))\/[A-Za-z0-9_\-./:]*$/u;
const LINK = /^https:\/\/[^\s<>"`\\]+$/u;
const PACKAGE = /^(?:@[a-z0-9][a-z0-9-]*\/)?[a-z0-9][a-z0-9-]*$/u;
const VERSION = /^[0-9]+\.[0-9]+\.[0-9]+(?:-[0-9A-Za-z.-]+)?$/u;

/** A key with the sentence that editors show for it. */
const about = <S extends z.ZodType>(schema: S, description: string): S =>
  schema.meta({ description });

const text = z.string().trim().min(1);
/** Names of the wire are data: not even their spaces are touched. */
const wire = z.string().min(1);
const pascal = z
  .string()
  .regex(PASCAL, "a name starts with a capital and has letters and digits only");
const count = z.int().min(0);
const yes = z.boolean().optional();

const label = about(text, "The vendor's short term.");
const doc = about(text, "A sentence in our own words.").optional();
const see = about(
  z.string().regex(LINK, "must be an https link"),
  "Where the vendor says more.",
).optional();

/** `string`, `Name`, `[string]`, `[[Name]]`, `{ map: int }`. */
export type TypeText = string | readonly [TypeText] | { readonly map: TypeText };

export const SCALARS: ReadonlySet<string> = new Set([
  "string",
  "int",
  "float",
  "boolean",
  "file",
  "any",
]);

export const TYPE =
  "must be string, int, float, boolean, file, any, object, the name of a type or enum, [X] for a list of X, or { map: X }";

const Type: z.ZodType<TypeText> = z
  .union(
    [
      z.string().regex(TYPE_NAME, TYPE),
      z.tuple([z.lazy(() => Type)], TYPE).readonly(),
      z.strictObject({ map: z.lazy(() => Type) }).readonly(),
    ],
    TYPE,
  )
  .meta({
    id: "Type",
    description:
      "string, int, float, boolean, file, any, object, the name of a type or enum, [X] for a list of X, { map: X }",
  });

const Condition = z
  .record(
    wire,
    z.union(
      [z.boolean(), text, z.array(pascal).min(1)],
      "must be a member, a list of members, true, false, present or absent",
    ),
  )
  .meta({
    id: "Condition",
    description: "{ sibling: Member | [Members] | true | false | present | absent }",
  })
  .optional();

export const Field = z
  .strictObject({
    type: Type,
    label: label.optional(),
    doc,
    required: about(yes, "Inputs: the server refuses the call without it."),
    always: about(yes, "Outputs: the page says that it is in every reply."),
    example: about(z.json(), "A value from the vendor's page.").optional(),
    default: about(z.json(), "What the server assumes; documentation, never sent.").optional(),
    min: about(z.number(), "Smallest value; on a string, of the number in it.").optional(),
    max: about(z.number(), "Largest value; on a string, of the number in it.").optional(),
    minLength: about(count, "In code points.").optional(),
    maxLength: about(count, "In code points.").optional(),
    minItems: count.optional(),
    maxItems: count.optional(),
    maxBytes: about(count, "The largest file.").optional(),
    when: about(Condition, "The field counts only when this holds for its siblings."),
    requiredWhen: about(Condition, "The field is required when this holds for its siblings."),
    unit: about(z.enum(["ms", "s"]), "The unit of a time; the wire type stays.").optional(),
    deprecated: about(yes, "Still usable; the page advises against it."),
    unusable: about(yes, "The page says: do not use. Absent from input types."),
    as: about(
      z.string().regex(PROPERTY, "must be a property name that does not read as a boolean"),
      "The input's property when names collide.",
    ).optional(),
    extra: about(text, "Why a field stands here that the page does not have.").optional(),
    keep: about(text, "Why import must not touch this field.").optional(),
    get fields() {
      return about(Fields, "The fields of an object or [object].").optional();
    },
  })
  .meta({ id: "Field" });

const Fields: z.ZodType<Readonly<Record<string, FieldSpec>>> = z.record(wire, Field);

const Member = z.strictObject({
  value: z.union([z.string(), z.int()], "must be text or a whole number"),
  label,
  doc,
  deprecated: yes,
});

export const Enum = z
  .strictObject({ label, doc, see, values: z.record(pascal, Member) })
  .meta({ id: "Enum" });

const retry = z.enum(["always", "never", "ifIdempotent"]);

export const ErrorText = z
  .strictObject({
    code: z.int(),
    status: about(z.int().min(100).max(599), "The HTTP status; decides nothing.").optional(),
    label: about(text, "The vendor's short term, or ours."),
    advice: about(text, "What the caller can do, in our own words.").optional(),
    retry: about(retry, "Whether the same call may be sent again."),
    kind: about(
      z.enum(["authentication", "permission", "rateLimit", "scope", "token"]),
      "The error class of its own that callers treat it with. `token`, too, is an authentication error: the token itself was refused, so the client asks for another one. `scope`, too, is a permission error: a scope is missing, so the documented ones are named.",
    ).optional(),
  })
  .meta({ id: "Error" });

const ObjectSpec = z
  .strictObject({ label: label.optional(), doc, fields: Fields })
  .meta({ id: "Object" });

const Override = z.strictObject({
  status: ErrorText.shape.status,
  label: label.optional(),
  advice: ErrorText.shape.advice,
});

const Idempotency = z.strictObject({
  field: wire,
  window: about(
    z.string().regex(WINDOW, "must be a count of hours or days: 24h, 7d"),
    "How long a value counts.",
  ).optional(),
});

const Paging = z.strictObject({
  items: about(wire, "Where the list is in the response: items, minutes.sentences"),
});

const OperationSpec = z
  .strictObject({
    label,
    doc,
    see,
    http: about(
      z
        .string()
        .regex(HTTP, "must be a method and a path: POST /open-apis/hire/v1/offers/:offer_id"),
      "POST /open-apis/hire/v1/offers/:offer_id",
    ),
    tokens: about(z.array(z.enum(["tenant", "user", "app"])).min(1), "The kinds it accepts."),
    appTypes: z
      .array(z.enum(["custom", "isv"]))
      .min(1)
      .optional(),
    scopes: about(z.array(text), "Any one of them is enough.").optional(),
    fieldScopes: about(
      z.record(text, z.array(wire)),
      "Scopes without which these fields are absent from the reply, or refused in the request.",
    ).optional(),
    rateLimit: about(
      z
        .array(z.string().regex(RATE, "must be a count and a unit (20/s, 1000/min), or special"))
        .min(1),
      "[1000/min, 50/s]",
    ).optional(),
    effect: about(z.enum(["read", "write"]), "Decides on retries; GET reads.").optional(),
    idempotency: about(Idempotency, "The field that makes a repeated call harmless.").optional(),
    deprecated: yes,
    path: Fields.optional(),
    query: Fields.optional(),
    body: Fields.optional(),
    response: about(Fields, "The fields of the reply's data.").optional(),
    paging: Paging.optional(),
    errors: z
      .array(
        z.union(
          [pascal, z.record(pascal, Override)],
          "must have names of errors, or { Name: { advice: … } }",
        ),
      )
      .optional(),
  })
  .meta({ id: "Operation" });

const resourceName = z.string().regex(SNAKE, "must be in snake_case");

const Group = z
  .strictObject({
    label,
    doc,
    resources: about(z.array(resourceName).min(1), "In the order in which they are shown."),
  })
  .meta({ id: "Group" });

const Service = z.strictObject({
  name: about(z.string().regex(SNAKE, "must be in snake_case"), "hire"),
  label,
  doc,
  see,
  package: about(
    z.string().regex(PACKAGE, "must be an npm package name"),
    "The npm name of the generated package.",
  ),
  version: about(
    z.string().regex(VERSION, "must be a version such as 0.1.0"),
    "The version of the generated package.",
  ),
  featured: about(text, "The operation that README and guide show: resource.action.").optional(),
  groups: about(z.array(Group), "The resources as the vendor groups them.").optional(),
});

const Exception = z.strictObject({
  operation: about(text, "resource.action"),
  at: about(text, "request.body.conclusion, response, example.request"),
  reason: about(text, "What contradicts what, and which one we follow."),
});

export const SpecFile = z.strictObject({
  service: Service.optional(),
  errors: z.record(pascal, ErrorText).optional(),
  enums: z.record(pascal, Enum).optional(),
  types: z.record(pascal, ObjectSpec).optional(),
  resource: about(resourceName, "The vendor's name of the resource.").optional(),
  label: label.optional(),
  doc,
  operations: z
    .record(
      z.string().regex(ACTION, "an action is in snake_case, v2.action for later versions"),
      OperationSpec,
    )
    .optional(),
  exceptions: z.array(Exception).optional(),
});

export type FieldSpec = z.infer<typeof Field>;
export type EnumSpec = z.infer<typeof Enum>;
export type ErrorSpec = z.infer<typeof ErrorText>;
export type TypeSpec = z.infer<typeof ObjectSpec>;
export type OperationText = z.infer<typeof OperationSpec>;
export type ServiceSpec = z.infer<typeof Service>;
export type ConditionSpec = NonNullable<FieldSpec["when"]>;
export type ExceptionSpec = z.infer<typeof Exception>;
export type SpecText = z.infer<typeof SpecFile>;

/** The grammar for editors. */
export function editorSchema(): object {
  return {
    ...z.toJSONSchema(SpecFile, { target: "draft-7", io: "input" }),
    title: "larkgen spec",
  };
}
