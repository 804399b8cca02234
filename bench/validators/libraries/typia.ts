import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { cached, writeCached } from "../cache.js";
import { detailTypia } from "../detail/typia.js";
import { readModel } from "../detail/model.js";
import { LEVELS, type Level, type Seed, type Side, type Validator } from "../side.js";
import { transformTypia } from "./typia-transform.js";

/** What typia writes for one type. */
export interface TypiaFunctions {
  readonly is: (value: unknown) => boolean;
  readonly validate: (value: unknown) => {
    readonly success: boolean;
    readonly errors?: readonly { readonly path: string }[];
  };
}

const detailName = (level: Level): string => `detail-${level}`;

/** Compiles the modules with typia's calls, as a build would. */
export async function compileTypia(): Promise<void> {
  const seed = await readFile(new URL("../seed/typia.ts", import.meta.url), "utf8");
  const paths = [await writeCached("typia/sources/seed.mts", seed)];
  for (const level of LEVELS) {
    const text = detailTypia(await readModel(level), level);
    paths.push(await writeCached(`typia/sources/${detailName(level)}.mts`, text));
  }
  transformTypia(paths, fileURLToPath(cached("typia/")));
}

export const typiaSide: Side = {
  name: "typia",
  load: async (target, level) => {
    if (target === "detail") {
      const module = await import(cached(`typia/${detailName(level)}.mjs`).href);
      return validator((module as { readonly detail: TypiaFunctions }).detail);
    }
    const module = await import(cached("typia/seed.mjs").href);
    return validator(
      (module as { readonly typiaSeed: Seed<TypiaFunctions> }).typiaSeed[target][level],
    );
  },
};

const validator = ({ is, validate }: TypiaFunctions): Validator => ({
  is,
  // Its `assert` stops at the first, but throws it: slower on small values, not clearly faster on large ones.
  first: (value) => validate(value).errors?.[0],
  all: (value) => validate(value).errors,
  paths: (value) => (validate(value).errors ?? []).map(({ path }) => dotted(path)),
});

/** `$input.list[0].score` as `list.0.score`. */
const dotted = (path: string): string => {
  const keys = path.matchAll(/\.([^.[\]]+)|\[(\d+)\]|\["([^"]+)"\]/gu);
  return [...keys].map(([, name, index, quoted]) => name ?? index ?? quoted).join(".");
};
