import { ACTION } from "../../lint/grammar.js";
import { camelCase, kebabCase, operationNames } from "../../model/names.js";
import { FACADE, METHODS, MODULES, PAGES, SUBPATHS } from "../../model/reserved.js";
import type { Method, Page } from "../page.js";
import { singular } from "./singular.js";

/** Where an operation has its place in a spec. */
export interface Place {
  readonly resource: string;
  /** `create`, `v2.create` */
  readonly action: string;
}

export interface Route {
  readonly service: string;
  /** 1 when the path does not say. */
  readonly version: number;
  /** What follows service and version. */
  readonly steps: readonly string[];
}

const isParameter = (step: string): boolean => step.startsWith(":");

/** `spreadsheetToken` and `job-manager` in our spelling; empty when no name can be made. */
export function snakeCase(text: string): string {
  const words = text
    .replace(/([a-z0-9])([A-Z])/gu, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "_")
    .replace(/^[_0-9]+|_+$/gu, "");
  return words.slice(0, 100);
}

/** Segments that say how a path is served, not what it is about. */
const ENTRANCE = /^(?:open-?apis?|apis?|open|v[0-9.]+)$/iu;

export function routeOf(path: string): Route {
  const all = path.split("/").filter((step) => step !== "");
  const at = all.findIndex(
    (step) => !isParameter(step) && !ENTRANCE.test(step) && snakeCase(step) !== "",
  );
  const service = snakeCase(all[at] ?? "");
  const rest = all.slice(at + 1);
  const version = rest.findIndex((step) => /^v[0-9]+(?:\.[0-9]+)*$/iu.test(step));
  // `/v3/…` before the service is a version as well.
  const text =
    rest[version] ?? all.slice(0, Math.max(at, 0)).find((step) => /^v[0-9]/iu.test(step));
  return {
    service: service === "" ? "api" : service,
    version: Number(/^v([0-9]+)/iu.exec(text ?? "")?.[1] ?? 1),
    steps: rest.filter((step, i) => i !== version && !ENTRANCE.test(step)),
  };
}

/** Words that begin the name of an action, and never the name of a collection. */
const VERB =
  /^(?:add|apply|approve|archive|batch|bind|calculate|cancel|change|check|clear|close|commit|complete|convert|copy|count|create|deactivate|del|delete|disable|discard|download|enable|end|exchange|export|find|forward|generate|get|import|init|insert|invite|leave|list|lock|match|merge|mget|modify|move|open|operate|patch|pin|prepare|preview|publish|pull|push|put|query|read|recall|recover|refresh|register|reject|remove|rename|reorder|reply|report|resend|reset|restore|revoke|rollback|save|search|send|set|start|stop|submit|subscribe|switch|sync|terminate|transfer|trigger|unbind|unlock|unpin|unsubscribe|update|upload|upsert|urge|verify|withdraw)(?:_|$)/u;

const ON_ITEM: Readonly<Record<Method, string>> = {
  GET: "get",
  POST: "update",
  PUT: "update",
  PATCH: "patch",
  DELETE: "delete",
};
const ON_COLLECTION: Readonly<Record<Method, string>> = {
  ...ON_ITEM,
  GET: "list",
  POST: "create",
};

/** What a path says of itself, for pages that do not say how the vendor calls the operation. */
export function placeOf(method: Method, { service, steps }: Route): Omit<Place, "version"> {
  const names = steps
    .filter((step) => !isParameter(step))
    .map(snakeCase)
    .filter(Boolean);
  const last = names.at(-1);
  const resource = (of: readonly string[]) => of.map(singular).join("_") || service;
  if (last === undefined) return { resource: service, action: ON_COLLECTION[method] };
  if (isParameter(steps.at(-1) ?? ""))
    return { resource: resource(names), action: ON_ITEM[method] };
  const isCollection = !VERB.test(last) && (names.length === 1 || singular(last) !== last);
  if (isCollection) return { resource: resource(names), action: ON_COLLECTION[method] };
  return { resource: resource(names.slice(0, -1)), action: last };
}

const isReserved = (resource: string): boolean =>
  [...SUBPATHS, ...PAGES, ...MODULES].includes(kebabCase(resource)) ||
  FACADE.test(camelCase(resource));

/** A place in a spec with names that the spec may have. */
function lawful({ resource, action }: Place, { service, version }: Route): Place {
  const safe = isReserved(resource) ? `${service}_${resource}` : resource;
  const isMethod = METHODS.includes(operationNames("", action).method);
  const own = isMethod ? `${action}_${safe}` : action;
  return { resource: safe, action: version >= 2 && version <= 9 ? `v${version}.${own}` : own };
}

/**
 * The places that an operation could have, the best first: as the vendor calls it, as its path says,
 * and longer ones that tell it apart from another operation.
 */
export function placesOf({ identity, method, path }: Page): readonly Place[] {
  const route = routeOf(path);
  const derived = placeOf(method, route);
  const names = route.steps
    .filter((step) => !isParameter(step))
    .map(snakeCase)
    .filter(Boolean);
  const parameters = route.steps.filter(isParameter).map(snakeCase).filter(Boolean);
  const own = {
    resource: snakeCase(identity?.resource ?? ""),
    action: snakeCase(identity?.action ?? ""),
  };
  const first = own.resource !== "" && own.action !== "" ? own : derived;
  const longer = (word: string | undefined, link = "_"): Place[] =>
    word === undefined || first.action.endsWith(word)
      ? []
      : [{ resource: first.resource, action: `${first.action}${link}${word}` }];
  const whole = [method.toLowerCase(), ...names, ...parameters.map((name) => `by_${name}`)];
  return [
    first,
    derived,
    ...longer(names.at(-1)),
    ...longer(parameters.at(-1), "_by_"),
    ...longer(method.toLowerCase(), "_with_"),
    { resource: first.resource, action: whole.join("_") },
  ]
    .map((place) => lawful(place, route))
    .filter(({ action }) => ACTION.test(action));
}
