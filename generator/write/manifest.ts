import { posix } from "node:path";

export const MANIFEST = ".larkgen.json";

/** What an earlier run wrote: what is ours, and from what it was made. */
export interface Manifest {
  /** Everything that decides the output: spec, templates, program, formatter. */
  readonly inputs: string;
  /** The part of it that is not the spec. */
  readonly program: string;
  /** The hash of each file of the spec, by name. */
  readonly spec: Readonly<Record<string, string>>;
  /** The hash of each text, by path: a file that differs was edited by hand. */
  readonly files: Readonly<Record<string, string>>;
  /** The hash of what each text was printed from: equal ones need no printing. */
  readonly sources: Readonly<Record<string, string>>;
}

export const printManifest = (manifest: Manifest): string =>
  `${JSON.stringify(manifest, null, 2)}\n`;

/**
 * Undefined when the text is no manifest of ours. The file lies in a folder that anybody may have
 * written to, so its paths are checked before anything trusts them.
 */
export function readManifest(text: string | undefined): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(text ?? "");
    if (!isRecord(value)) return undefined;
    // The first manifests had no hashes of the spec.
    const { inputs, program, spec = {}, files, sources } = value;
    if (typeof inputs !== "string" || typeof program !== "string") return undefined;
    if (!isHashes(spec) || !isHashes(files) || !isHashes(sources)) return undefined;
    return { inputs, program, spec, files, sources };
  } catch {
    return undefined;
  }
}

/** A path that stays inside the folder it is joined to, written in the one way we write it. */
export const isInside = (path: string): boolean =>
  path !== "" &&
  !/[\\:\u0000]/u.test(path) &&
  posix.normalize(path) === path &&
  !posix.isAbsolute(path) &&
  path !== "." &&
  path.split("/")[0] !== "..";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isHashes = (value: unknown): value is Readonly<Record<string, string>> =>
  isRecord(value) &&
  Object.entries(value).every(([path, sum]) => isInside(path) && typeof sum === "string");
