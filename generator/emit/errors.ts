import type { StatementStructures } from "ts-morph";
import type { ErrorModel, Model } from "../model/model.js";
import { comment, title } from "./comments.js";
import { constant, objectText } from "./constant.js";
import { literal } from "./escape.js";
import { exported } from "./exported.js";
import { kind } from "./kinds.js";
import { Module, type ModuleFile } from "./module.js";
import { ERROR_TABLE, ERRORS, PLATFORM, runtime } from "./symbols.js";

export const ERROR_CLASSES: readonly string[] = [
  "ApiError",
  "AuthenticationError",
  "ClientError",
  "isApiError",
  "NetworkError",
  "PermissionError",
  "RateLimitError",
  "ResponseError",
  "TimeoutError",
  "ValidationError",
];

export const ISSUE_TYPES: readonly string[] = ["Issue", "IssueCode"];

/** `feishu-hire/errors`: every code by name, and the classes to catch. */
export function errors({ errors, platformErrors, service }: Model): ModuleFile {
  const module = new Module(ERRORS);
  const codes = [...errors, ...platformErrors].map((error) => ({
    key: error.name,
    value: literal(error.code),
    docs: comment(title({ label: error.label, doc: error.advice })),
  }));
  return module.file(errors[0]?.origin ?? service.origin, [
    exported(module, "runtime/errors.ts", ERROR_CLASSES, false),
    exported(module, "runtime/issues.ts", ISSUE_TYPES, true),
    constant({
      name: "ErrorCode",
      docs: comment("Every documented error code, for `isApiError(error, ErrorCode.…)`."),
      value: `${objectText(codes)} as const`,
    }),
    {
      kind: kind.typeAlias,
      isExported: true,
      name: "ErrorCode",
      docs: comment("One of the documented error codes."),
      type: "(typeof ErrorCode)[keyof typeof ErrorCode]",
    },
  ]);
}

/** One constant an error, so that a bundle carries only what its operations can answer. */
export function errorTable({ errors, platformErrors, service, resources }: Model): ModuleFile {
  const module = new Module(ERROR_TABLE);
  const used = new Set(
    resources.flatMap(({ operations }) =>
      operations.flatMap((operation) => operation.errors.map(({ name }) => name)),
    ),
  );
  const listed = [...errors, ...platformErrors].filter(({ name }) => used.has(name));
  return module.file(
    errors[0]?.origin ?? service.origin,
    listed.map((error) =>
      constant({
        name: error.name,
        type: module.type(runtime("operation", "ErrorEntry")),
        value: entryText(error),
        docs: comment(title(error)),
      }),
    ),
  );
}

/** The codes that any call may answer with. */
export function platform({ platformErrors, service }: Model): ModuleFile {
  const module = new Module(PLATFORM);
  const type = `readonly ${module.type(runtime("operation", "ErrorGroup"))}[]`;
  const groups = new Map<string, ErrorModel[]>();
  for (const error of platformErrors) {
    const asked = JSON.stringify(reaction(error));
    groups.set(asked, [...(groups.get(asked) ?? []), error]);
  }
  const entries = [...groups.values()].map(groupText).join(",\n");
  const statements: StatementStructures[] = [
    constant({
      name: "platformErrors",
      type,
      docs: comment("Codes of the platform itself, which any operation may answer with."),
      value: `[${entries}]`,
    }),
  ];
  return module.file(platformErrors[0]?.origin ?? service.origin, statements);
}

/** Codes that ask the same of a caller share an entry: this table is in every bundle. */
function groupText(errors: readonly ErrorModel[]): string {
  const codes = errors.map(({ code }) => code).sort((a, b) => a - b);
  return objectText([
    { key: "codes", value: literal(codes) },
    ...errors.slice(0, 1).flatMap(reaction),
  ]);
}

export function entryText(error: ErrorModel): string {
  return objectText([
    { key: "code", value: literal(error.code) },
    { key: "name", value: literal(error.name) },
    { key: "label", value: literal(error.label) },
    ...reaction(error),
  ]);
}

/** What a caller, or the runtime for it, does about an error; not to repeat the call goes without saying. */
const reaction = ({ advice, retry, kind }: ErrorModel) => [
  ...(advice === undefined ? [] : [{ key: "advice", value: literal(advice) }]),
  ...(retry === "never" ? [] : [{ key: "retry", value: literal(retry) }]),
  ...(kind === undefined ? [] : [{ key: "kind", value: literal(kind) }]),
];
