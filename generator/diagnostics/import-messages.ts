import { error, warning } from "./message.js";

/** What can be wrong with a vendor page, or with bringing it into a spec. */
export const importMessages = {
  // command
  "other-service": error`this page is about ${"service"}, and ${"spec"}: ${"advice"}`,

  // definition
  "definition-syntax": error`this definition is not valid JSON: ${"reason"}`,
  "page-too-deep": error`this is nested more than ${"limit"} levels deep, as no operation is: save the definition of one operation`,
  "no-definition": error`no operation is defined here: save the definition of one, with "apiPath" and "httpMethod"`,
  "definition-fact": error`the definition's "${"key"}" is missing or unreadable: write it as the page of the operation has it`,
  "other-definitions": warning`only the first of the ${"count"} definitions in this file is read, that of ${"first"}; here stands that of ${"next"}: give each a file of its own`,
  "doubled-key": warning`${"key"} stands twice in this object and the last one counts: check which one is meant`,
  "field-left-out": warning`${"field"} is left out, because ${"reason"}: ${"action"}`,
  "too-many-fields": warning`this is field number ${"limit"}, and what follows is left out, as no operation has that many: check what the definition repeats`,
  "open-type": warning`"${"field"}" can be any value, because ${"name"} is ${"reason"}: describe it by hand`,
  "unknown-tier": warning`"${"tier"}" is no known tier of rate limits: write "rateLimit" by hand`,
  "unknown-token": warning`"${"token"}" is no known kind of access token: check "tokens"`,
  "error-left-out": warning`the error ${"error"} is left out, because ${"reason"}: add it to the spec's errors by hand if the server returns it`,
  "binary-reply": warning`the reply is a file, which the spec does not describe: its function cannot return it yet`,
  "field-scopes": warning`without the scopes ${"scopes"} some fields are absent from replies, but which ones is not said: write "fieldScopes" by hand`,
  "list-body": warning`the request body is a list, which the spec does not describe: the operation is imported without it, and its function cannot send it yet`,

  // nest
  "row-depth": warning`"${"field"}" stands at depth ${"depth"}, where no field is open: it is read at depth ${"level"}; check the page's rows above it`,
  "row-placed": warning`the page does not tell for sure which object "${"field"}" belongs to: it is read ${"place"}; check it there`,
  "rows-flat": error`this table has ${"count"} rows and does not show how they are nested; the limit is ${"limit"}, so none is read as nested: split it, or mark the depths`,
  "type-guessed": warning`the type of "${"field"}", written as "${"type"}", is taken as ${"taken"}: ${"reason"}; check it`,

  // merge
  "field-gone": warning`the page of ${"operations"} does not have ${"place"}: remove it, or say with "extra" why it stays`,
  "value-gone": warning`the page of ${"operation"} does not list the value ${"value"}: remove it, or say in exceptions.yaml why it stays, with the operation ${"operation"} and at "${"at"}"`,
  "error-gone": warning`the page no longer has the error ${"name"}: remove it, or say in exceptions.yaml why it stays, with the operation ${"operation"} and at "${"at"}"`,
  "breaks-spec": error`this page is left out, as the spec would break with it: correct one of the two (${"reason"})`,
  "page-failed": error`larkgen failed on this page and left it out (${"reason"}): report it, with the page`,
  unmergeable: error`import cannot change a file that is written like this: write it as lines of "key: value"`,

  // spec
  "import-left-out": warning`${"what"} is left out of the spec, because ${"reason"}: look at the page, and add it by hand where it is needed`,
  "import-same-address": error`${"other"} was imported from another page with the same method and path: this page is skipped; import the one that you want alone`,
  "import-no-address": error`no operation can be made of "${"http"}": ${"reason"}; describe it by hand`,
  "import-named-apart": warning`an operation called ${"taken"} would take a name that is already used: this one is called ${"name"}; rename it in the spec if you know a better name`,
  "import-no-token": warning`the page does not say which access tokens the operation accepts: the spec says tenant; correct "tokens" if that is wrong`,
  "import-body-to-query": warning`a GET request has no body: "${"name"}" is taken for a query field, so check that`,
  "import-path-parameter": warning`the page does not describe :${"name"} of its path: it is taken for a string, so check that`,
  "import-path-spelling": warning`the page describes "${"name"}", its path has :${"other"}: the path is followed`,
  "import-renamed-input": warning`"${"name"}" stands in more than one of path, query and body: the one of the ${"part"} is called ${"property"} in the input`,

  // markdown
  "page-not-operation": error`this page describes no operation: it seems to be ${"what"}. Import pages that have a table with HTTP URL and HTTP Method`,
  "page-is-yaml": error`this is a YAML file, perhaps a spec, and no vendor page: import pages that are saved as Markdown or JSON`,
  "unread-address": error`the HTTP URL or HTTP Method of this page cannot be read: write the URL in full, and GET, POST, PUT, PATCH or DELETE`,
  "second-operation": warning`this file describes another operation from here on, which was not read: split the file`,
  "unread-fact": warning`no ${"fact"} could be read in "${"text"}": add it to the spec by hand`,
  "table-skipped": warning`this table under "${"heading"}" was not read, since its heading does not say which part it belongs to: add its fields by hand where they are needed`,
  "second-table": warning`this table under "${"heading"}" repeats fields of the table before it: those of the first were kept, so check both`,
  "alternative-bodies": warning`the bodies under "${"first"}" and "${"heading"}" are alternatives: of fields that stand in both, the first one's are kept, and only what both require is required, so check that`,
  "table-taken": warning`this table under "${"heading"}" was read as the reply, since the page describes no other one: check that`,
  "row-without-name": warning`this row was not read, since "${"name"}" is not a field's name: add the field by hand where it is needed`,
  "names-joined": warning`one row describes ${"names"}: each was read as a field of its own, so check which of them are required`,
  "place-guessed": warning`the page does not say where "${"name"}" belongs: it was taken for ${"place"}, so check that`,
  "reply-no-object": warning`the reply's "data" is no object but of the kind ${"kind"}, which the spec does not describe: what stands in it is read as if it were one, so describe it by hand`,
  "reply-untold": warning`the page describes no field of the reply, but its example has ${"names"}: describe them by hand`,
  "header-left-out": warning`the request header "${"name"}" is left out, since a spec describes none: check whether calls work without it`,
  "error-without-code": warning`no code could be read for the error "${"label"}": add it by hand`,

  // describe
  "lost-example": warning`the example ${"value"} of "${"field"}" is not ${"kind"}, so it is left out: add one by hand`,
  "lost-default": warning`the default ${"value"} of "${"field"}" is not ${"kind"}, so it is left out: check the page and add it by hand`,
  "lost-options": warning`the values listed for "${"field"}" are not ${"kind"} (${"value"}), so they are left out: check the page and add an enum by hand`,
  "lost-rule": warning`the rule ${"value"} of "${"field"}" does not apply to ${"kind"}, so it is left out: check the page and add it by hand`,
} as const;
