import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { conditionsOf } from "./describe/conditions.js";
import { describe } from "./describe/describe.js";
import type { Endpoint, Facts, Field, FieldType, Json, Scalar } from "./endpoint.js";
import { ENVELOPE, namesIn, unwrap } from "./envelope.js";
import { nest, type Node } from "./nest/nest.js";
import { sampleOf } from "./nest/sample.js";
import { shapeOf, type Shape } from "./nest/type.js";
import type { Page, Part } from "./page.js";
import { listOfPages } from "./paging.js";
import { anyOf, inside } from "./parts-of-sample.js";

export interface Understood {
  readonly endpoint: Endpoint;
  readonly diagnostics: readonly Diagnostic[];
}

/** Rows become trees, type texts become kinds, descriptions become facts. */
export function understand(page: Page): Understood {
  const diagnostics: Diagnostic[] = [];
  const report = (found: readonly Diagnostic[]) => void diagnostics.push(...found);
  const request = sampleOf(page.requestExample);
  const response = sampleOf(page.responseExample);

  const treeOf = (part: Part, sample?: Json): readonly Node[] => {
    const { nodes, diagnostics } = nest(page.rows[part], sample);
    // Of the envelope nothing is taken over.
    const unused = part === "response" ? nodes.filter(({ name }) => ENVELOPE.has(name)) : [];
    report(diagnostics.filter(({ at }) => !unused.some((node) => node.at === at)));
    return nodes;
  };
  const read = (part: Part, nodes: readonly Node[], sample?: Json) =>
    fieldsOf(nodes, part, sample, report);

  const replied = treeOf("response", response);
  const data = replied.find(({ name }) => name === "data");
  const shape = data && shapeOf(data, inside(response, "data"));
  const kind = shape?.kind === "scalar" ? shape.name : shape?.kind;
  if (data !== undefined && kind !== undefined && !OBJECTS.has(kind)) {
    report([diagnostic("reply-no-object", data.at, { kind })]);
  }
  const reply = unwrap(replied, response);
  const untold = page.rows.response.length > 0 ? [] : namesIn(reply.sample);
  if (untold.length > 0) {
    report([diagnostic("reply-untold", page.at, { names: untold.join(", ") })]);
  }
  const fields = {
    path: read("path", treeOf("path")),
    query: read("query", treeOf("query")),
    body: read("body", treeOf("body", request), request),
    response: read("response", reply.nodes, reply.sample),
  };
  return { endpoint: { page, fields, paging: listOfPages(fields) }, diagnostics };
}

/** What `data` is called where it may well be an object. */
const OBJECTS: ReadonlySet<string> = new Set(["object", "map", "any"]);

function fieldsOf(
  nodes: readonly Node[],
  part: Part,
  sample: Json | undefined,
  report: (found: readonly Diagnostic[]) => void,
): Field[] {
  const read = nodes.map((node) => {
    const value = inside(sample, node.name);
    const shape = shapeOf(node, value);
    const { scalar, isList, isMap } = outline(shape);
    const { facts, diagnostics } = describe(node, { scalar, isList, isMap }, part);
    report(diagnostics);
    return { node, value, shape, facts, scalar, isList };
  });
  const siblings = read.map(({ node: { name }, facts: { label, options }, scalar, isList }) => ({
    name,
    label,
    options,
    scalar,
    isList,
  }));
  return read.map(({ node, value, shape, facts }) => ({
    ...(facts satisfies Facts),
    ...conditionsOf(node, siblings),
    name: node.name,
    type: typeOf(shape, part, value, report),
    required: part === "path" || (part !== "response" && node.required === true),
    at: node.at,
  }));
}

function typeOf(
  shape: Shape,
  part: Part,
  sample: Json | undefined,
  report: (found: readonly Diagnostic[]) => void,
): FieldType {
  switch (shape.kind) {
    case "scalar":
      return shape;
    case "list":
      return { kind: "list", items: typeOf(shape.items, part, anyOf(sample), report) };
    case "map":
      return { kind: "map", values: typeOf(shape.values, part, anyOf(sample), report) };
    case "object": {
      const fields = fieldsOf(shape.children, part, sample, report);
      return { kind: "object", name: shape.name, fields };
    }
  }
}

/** The scalar at the bottom of lists and maps, and what is around it. */
function outline(shape: Shape): { scalar: Scalar | undefined; isList: boolean; isMap: boolean } {
  let inner = shape;
  let isList = false;
  let isMap = false;
  while (inner.kind === "list" || inner.kind === "map") {
    if (inner.kind === "list") [isList, inner] = [true, inner.items];
    else [isMap, inner] = [true, inner.values];
  }
  return { scalar: inner.kind === "scalar" ? inner.name : undefined, isList, isMap };
}
