import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Page } from "./page.js";

/** What a reader made of a source; no page without an error that says why. */
export interface Reading {
  readonly page: Page | undefined;
  readonly diagnostics: readonly Diagnostic[];
}
