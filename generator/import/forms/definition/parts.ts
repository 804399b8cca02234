import { fact } from "./find.js";
import { isNode, membersOf, propertiesOf, type Members } from "./members.js";
import { entriesOf, get, isObject, itemsOf, textOf, type Spot } from "./spot.js";

const NOTHING: Members = { members: [], strangers: [] };

/** Where a definition keeps the fields of each part; `request.path`, `requestBody` … */
export function requestOf(layers: readonly Spot[]): {
  readonly path: Members;
  readonly query: Members;
  readonly body: Members;
  readonly headers: Members;
  /** The node itself, for what is no object. */
  readonly bodyNode: Spot | undefined;
} {
  const request = fact(layers, "request", "requestSchema", "req");
  const inside = request === undefined ? [] : [request];
  const part = (name: string): Spot | undefined =>
    fact(inside, name, `${name}Params`, `${name}Parameters`) ??
    fact(layers, `${name}Params`, `${name}Parameters`, `request${name}`) ??
    structureOf(fact(layers, name));
  const parameters = [...layers, ...inside].flatMap(
    (layer) => get(layer, "parameters", "params") ?? [],
  );
  const body = part("body");
  const bodyNode = body && nodeIn(body);
  return {
    path: join(fieldsOf(part("path")), placed(parameters, "path")),
    query: join(fieldsOf(part("query")), placed(parameters, "query")),
    body: join(fieldsOf(bodyNode), placed(parameters, "body")),
    headers: join(fieldsOf(part("header")), placed(parameters, "header")),
    bodyNode,
  };
}

/** The node of the reply: that of the first success, of the first kind of content. */
export function responseOf(layers: readonly Spot[]): Spot | undefined {
  const response = fact(layers, "response", "responseBody", "responseSchema", "resp");
  if (response !== undefined) return nodeIn(response);
  const responses = fact(layers, "responses");
  if (responses === undefined) return undefined;
  const success = get(responses, "200", "201", "default") ?? itemsOf(responses)[0];
  return success && nodeIn(success);
}

/** The fields of a node; or of a plain list or object of nodes, which has no type. */
export function fieldsOf(spot: Spot | undefined): Members {
  if (spot === undefined) return NOTHING;
  const node = nodeIn(spot);
  return isNode(node)
    ? propertiesOf(node)
    : isObject(node.value) || Array.isArray(node.value)
      ? membersOf(node)
      : NOTHING;
}

/** Through what may be around a node: `body`, `schema`, `content["application/json"]`. */
function nodeIn(spot: Spot, left = 4): Spot {
  if (left === 0 || !isObject(spot.value) || isNode(spot)) return spot;
  const content = get(spot, "content");
  const inner = structureOf(get(spot, "body", "schema")) ?? (content && entriesOf(content)[0]?.[1]);
  return inner === undefined ? spot : nodeIn(inner, left - 1);
}

const structureOf = (spot: Spot | undefined): Spot | undefined =>
  spot !== undefined && typeof spot.value === "object" ? spot : undefined;

/** Parameters that stand in one list and say themselves where they belong. */
function placed(lists: readonly Spot[], part: string): Members {
  return lists.reduce<Members>((found, list) => {
    const { members } = membersOf(list);
    const here = members.filter(
      ({ node }) => textOf(get(node, "in", "location", "position")) === part,
    );
    // In OpenAPI's way, what describes the value stands one level deeper.
    const whole = here.map((member) => {
      const schema = structureOf(get(member.node, "schema"))?.value;
      const value = isObject(schema)
        ? { ...schema, ...Object(member.node.value) }
        : member.node.value;
      return { ...member, node: { ...member.node, value } };
    });
    return join(found, { members: whole, strangers: [] });
  }, NOTHING);
}

const join = (a: Members, b: Members): Members => ({
  members: [...a.members, ...b.members],
  strangers: [...a.strangers, ...b.strangers],
});
