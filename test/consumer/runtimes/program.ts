import type * as feishuHire from "../../../generated/hire/src/index.js";
import type { call } from "../../../generated/hire/src/runtime/call.js";
import type { AnyOperation } from "../../../generated/hire/src/runtime/operation.js";

/** What a runtime brings along: the installed package, and its own way of showing things. */
export interface Kit {
  readonly hire: typeof feishuHire;
  readonly call: typeof call;
  readonly inspect: (value: unknown) => string;
  readonly fetch?: feishuHire.Fetch | undefined;
}

/** Calls by one client, one after the other; it travels as JSON. */
export interface Task {
  readonly client: Omit<feishuHire.AppOptions, "fetch" | "hooks" | "token">;
  readonly calls: readonly Call[];
  /** A module whose `options` have the `fetch` to use. */
  readonly advice?: string;
  readonly areAtOnce?: true;
}

export interface Call {
  /** The package's own operation, or one of ours by a method that it has no operation for. */
  readonly way: "create" | "GET" | "PUT" | "DELETE";
  readonly input: Readonly<Record<string, unknown>>;
  readonly options?: feishuHire.CallOptions;
  /** An address: the call is aborted when something answers there. */
  readonly abortedBy?: string;
}

/** What became of a call. */
export interface Report {
  readonly attempts: number;
  readonly value?: unknown;
  readonly failure?: Failure;
}

export interface Failure {
  readonly name: string;
  readonly message: string;
  /** Whether it is what the call was aborted with, the very same. */
  readonly isReason: boolean;
  /** The package's classes that it is an instance of. */
  readonly classes: readonly string[];
  readonly facts: Partial<feishuHire.ClientError & { readonly direction: unknown }>;
  /** Everything that the runtime shows of it. */
  readonly shown: string;
}

let attempts = 0;

/** Does as it is told, and tells what became of each call. */
export async function perform(kit: Kit, task: Task): Promise<readonly Report[]> {
  const client = connect(kit, task);
  const one = async (order: Call): Promise<Report> => {
    attempts = 0;
    const outcome = await make(kit, client, order);
    return { ...outcome, attempts };
  };
  if (task.areAtOnce) return Promise.all(task.calls.map(one));
  const reports: Report[] = [];
  for (const order of task.calls) reports.push(await one(order));
  return reports;
}

function connect({ hire, fetch }: Kit, { client }: Task): feishuHire.Client {
  return hire.createClient({
    ...client,
    fetch,
    hooks: {
      onRequest({ operation }) {
        if (!/token/.test(operation)) attempts++;
      },
    },
  });
}

async function make(
  kit: Kit,
  client: feishuHire.Client,
  { way, input, options, abortedBy }: Call,
): Promise<Omit<Report, "attempts">> {
  const controller = new AbortController();
  const reason = new Error("enough");
  if (abortedBy) void fetch(abortedBy).then(() => controller.abort(reason));
  const { signal } = controller;
  try {
    const operation = way === "create" ? undefined : ours(way);
    const value = await (operation
      ? kit.call(client, operation, input, { ...options, signal })
      : kit.hire.createExternalInterviewAssessment(
          client,
          // What the check at run time says of it is what one of the tests is about.
          input as unknown as feishuHire.CreateExternalInterviewAssessmentInput,
          { ...options, signal },
        ));
    return { value };
  } catch (error) {
    return { failure: failureOf(kit, error, error === reason) };
  }
}

/** An operation with a value in its path and one in its query. */
const ours = (method: "GET" | "PUT" | "DELETE"): AnyOperation => ({
  id: "note.touch",
  method,
  path: "/open-apis/hire/v1/notes/:note_id",
  tokens: ["tenant"],
  effect: method === "GET" ? "read" : "write",
  limits: [],
  scopes: [],
  query: ["email"],
  errors: [],
  input: () => undefined,
  output: () => undefined,
  ...(method === "PUT" && { content: "json" }),
});

function failureOf({ hire, inspect }: Kit, error: unknown, isReason: boolean): Failure {
  const { name, message, ...rest } =
    error instanceof Error ? error : new Error(`no error: ${String(error)}`);
  const { ClientError, NetworkError, ResponseError, TimeoutError, ValidationError } = hire;
  const all = { ClientError, NetworkError, ResponseError, TimeoutError, ValidationError };
  const classes = Object.entries(all).flatMap(([key, one]) => (error instanceof one ? [key] : []));
  return { name, message, isReason, classes, facts: rest, shown: shown(error, inspect) };
}

function shown(error: unknown, inspect: Kit["inspect"]): string {
  const texts = [String(error), inspect(error)];
  for (let one = error, depth = 5; one instanceof Error && depth > 0; one = one.cause, depth--) {
    texts.push(one.message, String(one.stack), JSON.stringify(one), inspect({ ...one }));
    for (const key of Reflect.ownKeys(one)) texts.push(inspect(Reflect.get(one, key)));
  }
  return texts.join("\n");
}
