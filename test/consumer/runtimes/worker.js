// workerd: each request carries a task, the reply its reports.
import * as hire from "feishu-hire";
import { call } from "../node_modules/feishu-hire/dist/runtime.js";
import { perform } from "./program.js";

/** It has no way of its own to inspect but the console, whose text comes out of the process. */
function inspect(value) {
  console.log(value);
  return "";
}

export default {
  fetch: async (request) =>
    Response.json(await perform({ hire, call, inspect }, await request.json())),
};
