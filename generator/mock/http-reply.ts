import { isObject, type JsonObject } from "../model/json.js";
import type { Answer } from "./answer.js";

/** A reply as it goes out. */
export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The platform's code; undefined when the text has none that can be read. */
  readonly code: number | undefined;
}

/** Puts an answer into a reply of its own. */
export type Write = (answer: Answer) => HttpReply;

/** Log ids are counted, so that the same calls get the same ones. */
export function createWriter(): Write {
  let written = 0;
  return (answer) => {
    const logId = `mock-${String(++written).padStart(12, "0")}`;
    return {
      status: answer.status,
      headers: { "content-type": "application/json; charset=utf-8", "x-tt-logid": logId },
      text: JSON.stringify(withLogId(answer, logId)),
      code: answer.body.code,
    };
  };
}

/** A refusal says its log id in the body as well. */
function withLogId({ body }: Answer, logId: string): JsonObject {
  const { error } = body;
  if (!isObject(error)) return body;
  return { ...body, error: { log_id: logId, ...error } };
}
