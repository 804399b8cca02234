import { readFile } from "node:fs/promises";
import type { Level } from "../side.js";
import { edited, type Edit, type ValueSet } from "./set.js";

const EXAMPLE = new URL(
  "../../../spec/hire/examples/application.get_detail.response.json",
  import.meta.url,
);

interface Example {
  readonly data: { readonly application_detail: Readonly<Record<string, unknown>> };
}

const at = (...path: readonly (string | number)[]) => ["application_detail", ...path];

/** The page's example, and parts of it: what is not asked for with `options` is absent. */
export async function detailValues(level: Level): Promise<ValueSet> {
  const { data } = JSON.parse(await readFile(EXAMPLE, "utf8")) as Example;
  const { basic_info, job, talent, evaluations, interview_aggregation } = data.application_detail;
  const some = { application_detail: { basic_info, job, talent, evaluations } };
  const rounds = { application_detail: { basic_info, interview_aggregation, evaluations } };
  const [evaluation] = evaluations as readonly unknown[];
  const newer: readonly Edit[] = [
    [at("talent", "nickname"), "小明"],
    [at("basic_info", "active_status"), 9],
  ];
  const unknown: readonly Edit[] = level === "strict" ? newer : [];
  const interview = ["interview_aggregation", "interviews", 0] as const;
  return {
    valid: [
      edited(data),
      edited(some, [at("talent", "email"), null], ...(level === "loose" ? newer : [])),
      edited(rounds, [at("evaluations", 1), evaluation], [at(...interview, "remark"), null]),
      edited(data, [at("employee"), null], [at("offer", "offer_basic", "remark"), undefined]),
    ],
    invalid: [
      edited(data, [at("referral", "basic_info", "referral_type"), "1"]),
      edited(some, [at("evaluations", 0, "content"), 5], ...unknown),
      edited(rounds, [at(...interview, "round"), 0.5], [at(...interview, "meeting_room_list"), {}]),
      edited(data, [at("basic_info", "stage_time_list", 0), null], [at("job", "id"), 6956499586]),
    ],
  };
}
