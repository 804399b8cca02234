import type { Model } from "../model/model.js";
import { comment } from "./comments.js";
import { constant, objectText } from "./constant.js";
import { literal } from "./escape.js";
import { exported } from "./exported.js";
import { kind } from "./kinds.js";
import { Module, type ModuleFile } from "./module.js";
import { CLIENT, PLATFORM, runtime } from "./symbols.js";

/** The types of the runtime that callers name, by file. */
const RUNTIME_TYPES = {
  call: ["ApiPromise", "WithResponse"],
  client: ["Client"],
  clock: ["Clock"],
  hooks: ["Hooks", "RequestEvent", "ResponseEvent", "RetryEvent", "UnexpectedEvent"],
  limiter: ["RateLimiter"],
  operation: ["RateLimit", "TokenKind"],
  options: [
    "AppOptions",
    "CallOptions",
    "ClientOptions",
    "Fetch",
    "QueryValue",
    "RateLimitOptions",
    "StoredToken",
    "TokenOptions",
    "TokenProvider",
    "TokenRequest",
    "TokenStore",
  ],
  paging: ["PagedPromise"],
  schema: ["Level", "Schema", "SchemaResult", "StandardSchema"],
  "run-all": ["RunAllOptions", "RunAllOutcome", "RunAllProgress"],
  settings: ["Validate"],
  tokens: ["TokenSource"],
  types: ["FileInput", "Open"],
};

/** The functions of the runtime that callers call, by file. */
const RUNTIME_FUNCTIONS = {
  limiter: ["createRateLimiter"],
  "run-all": ["runAll"],
  "store-app": ["resendAppTicket", "storeApp"],
};

export const CLIENT_TYPES: readonly string[] = Object.values(RUNTIME_TYPES).flat().sort();
export const CLIENT_FUNCTIONS: readonly string[] = Object.values(RUNTIME_FUNCTIONS).flat().sort();

/** `feishu-hire/client`: the runtime's client with this service's facts. */
export function client({ service }: Model): ModuleFile {
  const module = new Module(CLIENT);
  const connect = module.value(runtime("client", "connect"));
  const errors = module.value({ name: "platformErrors", module: PLATFORM });
  return module.file(service.origin, [
    ...Object.entries(RUNTIME_TYPES).map(([from, names]) =>
      exported(module, `runtime/${from}.ts`, names, true),
    ),
    ...Object.entries(RUNTIME_FUNCTIONS).map(([from, names]) =>
      exported(module, `runtime/${from}.ts`, names, false),
    ),
    constant({
      name: "service",
      exported: false,
      type: module.type(runtime("client", "Service")),
      value: objectText([
        { key: "name", value: literal(service.package) },
        { key: "errors", value: errors },
      ]),
    }),
    {
      kind: kind.function,
      isExported: true,
      name: "createClient",
      docs: comment(
        "Makes the client that operation functions take. Nothing is sent before the first call; throws a `TypeError` for options that cannot work.",
      ),
      parameters: [{ name: "options", type: module.type(runtime("options", "ClientOptions")) }],
      returnType: module.type(runtime("client", "Client")),
      statements: [`return ${connect}(options, service);`],
    },
  ]);
}
