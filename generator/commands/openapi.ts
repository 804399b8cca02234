import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { openApi } from "../openapi/openapi.js";
import { readModel } from "./model.js";
import { jsonText, type ExitCode, type Terminal } from "./terminal.js";

/** The spec as OpenAPI 3.1, to stdout or into a file. */
export async function openapi(
  terminal: Terminal,
  spec: string,
  out: string | undefined,
): Promise<ExitCode> {
  const model = await readModel(terminal, spec);
  if (model === undefined) return 1;
  const text = jsonText(openApi(model));
  if (out === undefined) terminal.data(text);
  else {
    await mkdir(dirname(out), { recursive: true });
    await writeFileAtomic(out, `${text}\n`);
    terminal.talk(`wrote ${out}`);
  }
  return 0;
}
