import type { Method } from "../page.js";

const READS =
  /^(?:search|query|list|get|mget|find|batch_(?:get|query|list|search|find)|count|check|preview)(?:_|$)|_(?:search|query|list)$/u;
const WRITES =
  /(?:^|_)(?:add|apply|bind|cancel|change|close|create|del|delete|insert|move|open|operate|or|patch|publish|remove|replace|save|send|set|start|stop|submit|sync|transfer|update|upsert|withdraw)(?:_|$)/u;

/** Whether repeating a call can change anything. A POST that pages, searches or gets only asks. */
export function effectOf(method: Method, action: string, isPaged: boolean): "read" | "write" {
  if (method === "GET") return "read";
  if (method !== "POST") return "write";
  const verb = action.replace(/^v[2-9]\./u, "");
  return isPaged || (READS.test(verb) && !WRITES.test(verb)) ? "read" : "write";
}
