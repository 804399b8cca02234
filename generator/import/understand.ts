import { diagnostic, type Diagnostic } from "../diagnostics/diagnostic.js";
import { conditionsOf } from "./describe/conditions.js";
import { describe } from "./describe/describe.js";
import type { Endpoint, Facts, Field, FieldType, Json, Scalar } from "./endpoint.js";
import { nest, type Node } from "./nest/nest.js";
import { sampleOf } from "./nest/sample.js";
import { shapeOf, type Shape } from "./nest/type.js";
import { typeText } from "./nest/type-text.js";
import type { Page, Part } from "./page.js";
import { listOfPages } from "./paging.js";

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

  const reply = unwrap(treeOf("response", response), response);
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

/** What the envelope carries. A table may list the envelope's fields, only some of them, or none. */
function unwrap(
  nodes: readonly Node[],
  sample: Json | undefined,
): { nodes: readonly Node[]; sample: Json | undefined } {
  const data = nodes.find(({ name }) => name === "data");
  if (data !== undefined) return { nodes: data.children, sample: inside(sample, "data") };
  const rest = nodes.flatMap((node) => {
    // The envelope's own error is an object; a reply without data may carry a text of that name.
    if (node.name === "error") return typeText(node.type).kind === "scalar" ? [node] : [];
    // Marked rows under `msg` are within the data, whose row the table leaves out.
    return ENVELOPE.has(node.name) ? node.children : [node];
  });
  const inData = inside(sample, "data");
  return { nodes: rest, sample: inData ?? sample };
}

/** The fields that an example shows; more of them than a person reads at once are cut. */
const namesIn = (sample: Json | undefined): readonly string[] =>
  typeof sample === "object" && sample !== null && !isList(sample)
    ? Object.keys(sample)
        .filter((name) => !ENVELOPE.has(name))
        .slice(0, 8)
    : [];

const ENVELOPE = new Set(["code", "msg", "message", "error"]);

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

/** A part of a sample; that of a list is that of its first item which has one. */
export function inside(sample: Json | undefined, name: string): Json | undefined {
  if (isList(sample)) {
    for (const item of sample) {
      const found = inside(item, name);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const isObject = typeof sample === "object" && sample !== null;
  return isObject && Object.hasOwn(sample, name) ? sample[name] : undefined;
}

/** The items of a list, or the values of an object, as one: what `inside` looks through. */
function anyOf(sample: Json | undefined): Json | undefined {
  if (isList(sample)) return sample.length === 1 ? sample[0] : sample;
  return typeof sample === "object" && sample !== null ? Object.values(sample) : undefined;
}

/** Unlike `Array.isArray` it knows that the array is JSON. */
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
