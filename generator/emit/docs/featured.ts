import type { Model, Operation, ResourceModel } from "../../model/model.js";

/** An operation and where it belongs. */
export interface Featured {
  readonly resource: ResourceModel;
  readonly operation: Operation;
}

/**
 * The operation that the README and the guide show: the one that the spec chooses, or a write that
 * may be repeated, if there is one, as it has the most to be told about.
 */
export function featured(model: Model): Featured | undefined {
  const all = operations(model);
  const chosen = all.find(({ operation }) => operation.id === model.service.featured);
  if (chosen !== undefined) return chosen;
  const writes = all.filter(({ operation }) => operation.effect === "write");
  return writes.find(({ operation }) => isKeyed(operation)) ?? writes[0] ?? all[0];
}

/** Those that an app can call without a user come first. */
export function operations({ resources }: Model): Featured[] {
  const all = resources.flatMap((resource) =>
    resource.operations.map((operation) => ({ resource, operation })),
  );
  const forApps = ({ operation }: Featured) => operation.tokens.includes("tenant");
  return [...all.filter(forApps), ...all.filter((featured) => !forApps(featured))];
}

/** Whether a text in the input keeps repeated calls from being applied twice. */
export function isKeyed({ idempotency }: Operation): boolean {
  const type = idempotency?.field.type;
  return type?.kind === "scalar" && type.name === "string";
}
