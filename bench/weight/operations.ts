/** An operation of the vendor's, and how to call it: with one parameter, in one place. */
export interface Operation {
  /** The resource in the spec's spelling, and the operation in it. */
  readonly name: readonly [resource: string, operation: string];
  readonly method: "GET" | "POST" | "DELETE";
  /** Below `/open-apis/hire/v1`; `:id` is where a parameter goes. */
  readonly path: string;
  readonly place: "path" | "query" | "body";
  readonly key: string;
  readonly value: string;
}

const at = (name: Operation["name"], path: string, key: string): Operation => ({
  name,
  method: "GET",
  path,
  place: path.endsWith(":id") ? "path" : "query",
  key,
  value: "6949805467799537964",
});

export const ASSESSMENT: Operation = {
  name: ["external_interview_assessment", "create"],
  method: "POST",
  path: "/external_interview_assessments",
  place: "body",
  key: "external_interview_id",
  value: "6986199832494934316",
};

/** Of ten resources. */
export const TEN: readonly Operation[] = [
  ASSESSMENT,
  at(["job", "get"], "/jobs/:id", "job_id"),
  at(["application", "get"], "/applications/:id", "application_id"),
  at(["agency", "get"], "/agencies/:id", "agency_id"),
  at(["offer", "get"], "/offers/:id", "offer_id"),
  at(["employee", "get"], "/employees/:id", "employee_id"),
  at(["note", "get"], "/notes/:id", "note_id"),
  at(["referral", "get_by_application"], "/referrals/get_by_application", "application_id"),
  at(["interview_record", "get"], "/interview_records/:id", "interview_record_id"),
  {
    ...at(["external_offer", "delete"], "/external_offers/:id", "external_offer_id"),
    method: "DELETE",
  },
];

export const PREFIX = "/open-apis/hire/v1";

/** Its path with the parameter in it, if that is its place; the query stays out. */
export const pathOf = ({ path, value }: Operation): string => PREFIX + path.replace(":id", value);

export const pascal = (name: string): string =>
  name.replace(/(?:^|_)(\w)/gu, (_, first: string) => first.toUpperCase());

export const camel = (name: string): string =>
  pascal(name).replace(/^\w/u, (first) => first.toLowerCase());

/** `{ job_id: "…" }` */
export const parameter = ({ key, value }: Operation): string =>
  `{ ${key}: ${JSON.stringify(value)} }`;
