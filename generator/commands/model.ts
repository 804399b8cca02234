import { compile } from "../compile.js";
import type { Model } from "../model/model.js";
import { diagnosticsJson, diagnosticText } from "./diagnostics.js";
import { readSpecFolder } from "./spec.js";
import { jsonText, type Terminal } from "./terminal.js";

/** The model of a spec, or undefined after saying what is wrong with it. */
export async function readModel(terminal: Terminal, spec: string): Promise<Model | undefined> {
  const { model, diagnostics } = compile(await readSpecFolder(spec));
  if (model === undefined && terminal.json)
    terminal.data(jsonText({ diagnostics: diagnosticsJson(diagnostics) }));
  else if (diagnostics.length > 0) terminal.talk(diagnosticText(diagnostics, terminal.colors.talk));
  return model;
}
