import type { Templates } from "./emit/docs/docs.js";
import type { Model } from "./model/model.js";
import { digest } from "./digest.js";
import { emit, type Draft } from "./emit/emit.js";
import { docs } from "./emit/docs/docs.js";
import type { ModuleFile } from "./emit/module.js";
import { packageFiles } from "./emit/package.js";
import { hash } from "./hash.js";

/** The hand-written parts of the output, by path. */
export interface Assets {
  /** Markdown templates by file name. */
  readonly templates: Templates;
  /** The runtime's modules by file name. */
  readonly runtime: ReadonlyMap<string, string>;
  /** The script that makes `dist/` when the package is packed. */
  readonly bundle: string;
  /** Goes with every copy of the runtime. */
  readonly license: string;
}

export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
  /** What the text was made from, as a hash; the same program makes equal texts of equal sources. */
  readonly source: string;
  /** Whether the text is the one of an earlier run, as it still stands there. */
  readonly isKept: boolean;
}

export interface Options {
  /** The text that an earlier run made from the same source, if it is still there. */
  readonly earlier?: (path: string, source: string) => string | undefined;
  readonly onFile?: (path: string, done: number, all: number) => void;
}

/** emit → format: the texts of the package, by path inside its folder. */
export async function generate(
  model: Model,
  assets: Assets,
  options: Options = {},
): Promise<GeneratedFile[]> {
  const { earlier, onFile } = options;
  const drafts = [...draftModules(model), ...draftTexts(model, assets)];
  const digestOf = remembering(digest);
  const write = lazyWriter();
  const files: GeneratedFile[] = [];
  for (const draft of drafts) {
    const file = await finished(draft);
    files.push(file);
    onFile?.(file.path, files.length, drafts.length);
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));

  async function finished({ make, of }: Draft<AnyFile>): Promise<GeneratedFile> {
    if (of === undefined) {
      const file = make();
      return kept(file.path, hash(JSON.stringify(file)), () => file);
    }
    // What is made from the same is the same: it need not be made to know that.
    const { path, parts } = of;
    return kept(path, hash(path, ...parts.map(digestOf)), make);
  }

  async function kept(path: string, source: string, make: () => AnyFile): Promise<GeneratedFile> {
    const text = earlier?.(path, source);
    return { path, source, isKept: text !== undefined, text: text ?? (await write(make())) };
  }
}

type AnyFile =
  | { readonly path: string; readonly module: ModuleFile }
  | { readonly path: string; readonly text: string; readonly isFinal: boolean };

const draftModules = (model: Model): Draft<AnyFile>[] =>
  emit(model).map(({ make, of }) => ({
    make: () => {
      const module = make();
      return { path: `src/${module.path}`, module };
    },
    ...(of && { of: { ...of, path: `src/${of.path}` } }),
  }));

function draftTexts(model: Model, assets: Assets): Draft<AnyFile>[] {
  const { templates, runtime, bundle, license } = assets;
  const copies = [
    { path: "LICENSE", text: license },
    { path: "bundle.js", text: bundle },
    ...[...runtime].map(([name, text]) => ({ path: `src/runtime/${name}`, text })),
  ];
  return [
    ...docs(model, templates).map(({ make, ...rest }) => ({
      ...rest,
      make: () => ({ ...make(), isFinal: false }),
    })),
    ...packageFiles(model).map((file) => ({ make: () => ({ ...file, isFinal: false }) })),
    ...copies.map((file) => ({ make: () => ({ ...file, isFinal: true }) })),
  ];
}

function remembering<T, R>(of: (value: T) => R): (value: T) => R {
  const results = new Map<T, R>();
  return (value) => {
    const result = results.get(value) ?? of(value);
    results.set(value, result);
    return result;
  };
}

/** The printer and the formatter are the dearest parts of the program: loaded when first needed. */
function lazyWriter(): (draft: AnyFile) => Promise<string> {
  let print: ((module: ModuleFile) => string) | undefined;
  return async (draft) => {
    if ("isFinal" in draft && draft.isFinal) return draft.text;
    const { format } = await import("./format/format.js");
    if ("text" in draft) return format(draft.path, draft.text);
    print ??= (await import("./emit/print.js")).printer();
    return format(draft.path, print(draft.module));
  };
}
