import { diagnostic, type Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Endpoint } from "../endpoint.js";
import type { Fragment } from "../fragment.js";
import type { Page, Part } from "../page.js";
import { Context } from "./context.js";
import type { Known, KnownOperation } from "./known.js";
import { operationOf } from "./operation.js";
import { placesOf, routeOf, type Place } from "./place.js";
import { sampled } from "./sample.js";

export interface Fragmented {
  /** Undefined when one of the diagnostics is an error. */
  readonly fragment: Fragment | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A page in the spec's grammar, under names that `known` has, or gives and remembers. */
export function fragmentOf(
  endpoint: Endpoint,
  known: Known,
  options: { readonly prose: boolean },
): Fragmented {
  const { page } = endpoint;
  const refuse = (problem: Diagnostic) => ({ fragment: undefined, diagnostics: [problem] });
  const http = httpOf(page);
  if (http === undefined)
    return refuse(noAddress(page, "its path has characters or steps that no path has"));
  const other = known.describedAt(http);
  if (other !== undefined) return refuse(diagnostic("import-same-address", page.at, { other }));

  known.enter(routeOf(page.path).service);
  const places = placesOf(page);
  const [wanted] = places;
  // What a path alone says may be said of two operations.
  const name = page.identity === undefined || wanted === undefined ? undefined : idOf(wanted);
  const before = known.operation({ http, see: page.link, name });
  const place = before ?? places.find((candidate) => known.isFreePlace(candidate));
  if (place === undefined) return refuse(noAddress(page, "no name is free for it"));

  known.begin(place);
  const context = new Context(known, place, options.prose);
  if (before === undefined && wanted !== undefined && wanted !== place)
    context.report("import-named-apart", page.at, { taken: idOf(wanted), name: idOf(place) });
  const fragment = assemble(context, endpoint, place, http, before);
  return { fragment, diagnostics: context.diagnostics };
}

const idOf = ({ resource, action }: Place): string => `${resource}.${action}`;

const noAddress = ({ method, path, at }: Page, reason: string): Diagnostic =>
  diagnostic("import-no-address", at, { http: `${method} ${path}`, reason });

/** `POST /open-apis/hire/v1/offers/:offer_id`; parameters in braces are parameters. */
function httpOf({ method, path }: Page): string | undefined {
  const plain = path.trim().replace(/\{([A-Za-z0-9_]+)\}/gu, ":$1");
  const isPath = /^(?!.*\/\.{1,2}(?:\/|$))\/[A-Za-z0-9_\-./:]+$/u.test(plain);
  return isPath ? `${method} ${plain}` : undefined;
}

function assemble(
  context: Context,
  endpoint: Endpoint,
  { resource, action }: Place,
  http: string,
  before: KnownOperation | undefined,
): Fragment {
  const { page } = endpoint;
  const { operation, errors } = operationOf(context, endpoint, http, action, before?.operation);
  context.known.describe({ resource, action }, operation);
  const old = before?.operation;
  // A field that the page no longer has stays in the spec.
  const fieldsOf = (part: Part) => operation[part] && { ...old?.[part], ...operation[part] };
  const [sent, replied] = [fieldsOf("body"), fieldsOf("response")];
  const request = sampled(context, page.requestExample, "request", sent, old?.body);
  const response = sampled(context, page.responseExample, "response", replied, old?.response);
  return {
    service: routeOf(page.path).service,
    resource,
    action,
    operation,
    types: Object.fromEntries(context.types),
    enums: Object.fromEntries(context.enums),
    errors: Object.fromEntries(errors),
    splits: Object.fromEntries(context.splits),
    examples: {
      ...(request === undefined ? {} : { request: request.value }),
      ...(response === undefined ? {} : { response: response.value }),
    },
    exceptions: [...(request?.exceptions ?? []), ...(response?.exceptions ?? [])],
    at: page.at,
  };
}
