import type { Endpoint, Field } from "./endpoint.js";

/**
 * Where a paged reply has its list. Only calls that take a `page_token` and answer with one page:
 * a list beside them, or else the one list an object deeper. Undefined when it cannot be told.
 */
export function listOfPages({
  query,
  response,
}: Endpoint["fields"]): readonly string[] | undefined {
  const asks = query.find(({ name }) => name === "page_token");
  const answers = response.find(({ name }) => name === "page_token");
  const says = response.some(({ name }) => name === "has_more");
  if (asks === undefined || asks.unusable || answers === undefined || !says) return undefined;
  const beside = response.filter(isList);
  const found = beside.find(({ name }) => name === "items") ?? beside[0];
  if (found !== undefined)
    return beside.length > 1 && found.name !== "items" ? undefined : [found.name];
  const deeper = response.flatMap(({ name, type }) =>
    type.kind === "object" ? type.fields.filter(isList).map((list) => [name, list.name]) : [],
  );
  return deeper.length === 1 ? deeper[0] : undefined;
}

const isList = ({ type }: Field): boolean => type.kind === "list";
