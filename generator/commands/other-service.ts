import { UsageError } from "./terminal.js";

/** Why a page cannot be held against a spec: `owner` is the service that the spec describes. */
export const otherService = (
  folder: string,
  owner: string,
  service: string,
  verb: "import" | "compare",
): UsageError =>
  new UsageError(
    `${folder} is the spec of ${owner}, and a page is about ${service}: ${verb} it without --spec, or with --spec spec/${service}`,
  );
