// Node, Bun and Deno: the task comes as an argument, the reports go to the standard output.
import { inspect as nodeInspect } from "node:util";
import * as hire from "feishu-hire";
import { call } from "../node_modules/feishu-hire/dist/runtime.js";
import { perform } from "./program.js";

const { Bun, Deno } = globalThis;
const inspectOf = Deno?.inspect ?? Bun?.inspect ?? nodeInspect;
const inspect = (value) => inspectOf(value, { depth: 20, showHidden: true });

const task = JSON.parse(process.argv[2]);
const { fetch } = task.advice ? (await import(task.advice)).options : {};
process.stdout.write(JSON.stringify(await perform({ hire, call, inspect, fetch }, task)));
