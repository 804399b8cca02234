import { importMessages } from "./import-messages.js";
import { error, warning, type Message, type Severity } from "./message.js";

/**
 * Everything that can be wrong with a spec or a page: what happened and what to do. `hint` is either
 * empty or a sentence with the nearest known name.
 */
export const messages = {
  // load
  "yaml-syntax": error`this is not valid YAML: ${"reason"}`,
  tab: error`a tab cannot indent YAML: use spaces`,
  "second-document": error`a file holds one document: remove this line, or split the file`,
  "duplicate-key": error`"${"key"}" already stands in line ${"line"}: remove or rename one of the two`,
  null: error`"${"key"}" has no value: write one, or remove the key`,
  anchor: error`anchors are not part of the spec: write the value out where it is used`,
  alias: error`aliases are not part of the spec: write the value out`,
  "merge-key": error`merge keys are not part of the spec: write the keys out`,
  tag: error`tags are not part of the spec: remove "${"tag"}"`,
  "key-not-text": error`this key reads as ${"kind"}, not as text: put it in quotes`,
  "lost-digits": error`${"source"} loses digits as a number: put it in quotes, as a string`,
  "wire-name": error`${"name"} cannot be a field's name on the wire: ${"reason"}`,
  "not-utf8": error`this is not UTF-8 text: save the file as UTF-8`,
  "file-too-large": error`this file has ${"size"}; the limit is ${"limit"}: split it`,
  "too-deep": error`this is nested more than ${"limit"} levels deep: give the inner parts a name`,
  "example-syntax": error`this example is not valid JSON: ${"reason"}`,

  // grammar
  "unknown-key": error`"${"key"}" is not a key of ${"owner"}.${"hint"}`,
  "missing-key": error`${"owner"} needs the key "${"key"}"`,
  "wrong-kind": error`${"key"} must be ${"expected"}, not ${"received"}${"fix"}`,
  "not-listed": error`${"key"} must be ${"expected"}, not ${"received"}.${"hint"}`,
  "bad-value": error`"${"key"}" ${"reason"}`,
  "bad-name": error`${"name"} cannot be a name here: ${"reason"}`,
  "reads-as-boolean": error`${"name"} reads as a boolean in other YAML tools: choose a longer name`,

  // names
  "name-taken": error`${"name"} already names ${"other"}: choose another name`,
  "reserved-name": error`${"name"} is reserved for ${"owner"}: choose another name`,
  "unnameable-type": error`no type name can be made from "${"field"}": give the type a name under "types"`,
  "no-service": error`no file of the spec says which service it is: add service.yaml with "service:"`,
  "second-service": error`the spec already has a service in ${"other"}: keep one`,
  "second-resource": error`"${"resource"}" is already described in ${"other"}: join the two files`,
  "no-resource": error`"${"key"}" needs a "resource" in the same file`,

  // references
  "unknown-type": error`no type or enum is called ${"name"}.${"hint"}`,
  "unknown-error": error`no error is called ${"name"}.${"hint"}`,
  "unknown-sibling": error`"${"key"}" names ${"name"}, but there is no field of that name beside it.${"hint"}`,
  "unknown-member": error`${"enum"} has no member ${"name"}.${"hint"}`,
  "wrong-condition": error`"${"key"}" cannot test ${"name"} for ${"value"}: ${"reason"}`,
  "unknown-field": error`"${"key"}" names ${"name"}, which is not a field of the ${"owner"}.${"hint"}`,
  "unused-type": warning`nothing uses ${"name"}: remove it, or use it`,
  "unused-enum": warning`nothing uses ${"name"}: remove it, or use it`,

  // operations and fields
  "duplicate-operation": error`${"other"} already has ${"http"}: remove or correct one of the two`,
  "duplicate-function": error`this operation's function would be ${"name"}, like that of ${"other"}: rename the action or the resource`,
  "undeclared-path-parameter": error`"path" does not describe :${"name"}: add it there, or remove it here`,
  "unused-path-parameter": error`"${"name"}" is not in the path ${"path"}: write :${"name"} there, or move the field to query or body`,
  "place-clash": error`"${"name"}" is also a ${"other"} field: rename one of the two with "as"`,
  "as-place": error`"as" renames fields of an operation's input: remove it here`,
  "body-not-allowed": error`a ${"method"} request has no body: move these fields to query`,
  "file-place": error`a file can only be a field of the request body`,
  "inline-fields": error`${"reason"}`,
  "bound-kind": error`"${"key"}" does not apply to ${"type"}: remove it`,
  "bounds-crossed": error`"${"low"}" is larger than "${"high"}": exchange or correct them`,
  "not-pageable": error`a paged operation needs ${"what"}`,
  "duplicate-value": error`${"other"} already has the value ${"value"}: give each member its own`,
  "mixed-values": error`this differs from ${"other"}: the values of an enum are all numbers or all text`,
  "duplicate-code": error`${"other"} already has the code ${"code"}: give each code one name`,
  misfit: error`"${"key"}" does not fit${"where"}: ${"reason"}`,
  "example-misfit": error`this example does not fit${"where"}: ${"reason"}`,
  "stray-example": error`no operation is called ${"name"}: an example's file is called <resource>.<action>.request.json or .response.json.${"hint"}`,
  "unknown-operation": error`no operation is called ${"name"}.${"hint"}`,
  "unknown-resource": error`no resource is called ${"name"}.${"hint"}`,
  "grouped-twice": error`${"name"} stands in a group already: leave it in one place`,
  "unneeded-exception": warning`nothing in an example of ${"operation"} needs "${"at"}": remove this entry${"hint"}`,

  ...importMessages,
} satisfies Record<string, { severity: Severity }>;

export type Code = keyof typeof messages;

/** The holes of one message, by name. */
export type Values<C extends Code> =
  (typeof messages)[C] extends Message<infer Hole> ? Readonly<Record<Hole, string>> : never;
