import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "../measure/processes.js";
import type { Case } from "./case.js";
import { BENCH, LARKGEN, NODE, programOf } from "./node.js";

export const OURS = "larkgen";
export const EMPTY = "empty Node";
export const PEERS = ["openapi-typescript", "hey-api", "orval", "kubb"] as const;
export type Peer = (typeof PEERS)[number];

/** What ours is asked to do, in the order in which a round asks for it. */
export const ASKED = {
  cold: "cold",
  same: "nothing changed",
  clone: "nothing changed, fresh clone",
  changed: "one resource changed",
  check: "check, nothing changed",
  import: "import of all pages",
  help: "--help",
} as const;

/** Where a side writes. */
export const outputOf = ({ folder }: Case, side: string): string => join(folder, side);

/** The spec that the pages make, beside nothing else. */
export const importedOf = ({ folder }: Case): string => join(folder, "imported/hire");

export function ourCommands(of: Case): readonly Command[] {
  const { folder, spec, resource } = of;
  const out = outputOf(of, OURS);
  const clone = join(folder, "clone");
  const cache = join(folder, "node_modules");
  let turn = 0;
  const larkgen = (name: string, ...words: readonly string[]): Command => ({
    name,
    words: [NODE, LARKGEN, ...words],
    cwd: folder,
  });
  const paths = ["--spec", spec, "--out", out];
  const cloned = ["--spec", join(clone, "spec/hire"), "--out", join(clone, OURS)];
  return [
    {
      ...larkgen(ASKED.cold, "generate", ...paths),
      prepare: async () => {
        await rm(out, GONE);
        await rm(cache, GONE);
      },
    },
    larkgen(ASKED.same, "generate", ...paths),
    {
      ...larkgen(ASKED.clone, "generate", ...cloned),
      prepare: async () => {
        await rm(clone, GONE);
        await cp(dirname(spec), join(clone, "spec"), { recursive: true });
        await cp(out, join(clone, OURS), { recursive: true });
      },
    },
    {
      ...larkgen(ASKED.changed, "generate", ...paths),
      prepare: () => writeFile(resource.path, resource.texts[++turn % 2] ?? ""),
    },
    larkgen(ASKED.check, "check", ...paths),
    {
      ...larkgen(ASKED.import, "import", "--spec", importedOf(of), of.pages),
      prepare: () => rm(dirname(importedOf(of)), GONE),
    },
    larkgen(ASKED.help, "--help"),
    { name: EMPTY, words: [NODE, "-e", ""] },
  ];
}

const GONE = { recursive: true, force: true } as const;

export function peerCommand(of: Case, name: Peer, formatter?: "prettier"): Command {
  const out = outputOf(of, name);
  const { openapi: INPUT, folder } = of;
  return {
    name,
    words: [
      NODE,
      ...WORDS[name],
      ...(name === "openapi-typescript" ? [INPUT, "-o", `${out}/api.ts`] : []),
    ],
    // kubb writes a second copy of everything into the folder in which it runs, unless it is the same.
    cwd: name === "kubb" ? folder : BENCH,
    env: {
      INPUT,
      OUTPUT: out,
      FORMATTER: formatter,
      PATH: [programOf(".bin"), process.env["PATH"]].join(delimiter),
      DO_NOT_TRACK: "1",
    },
    prepare: async () => {
      await rm(out, GONE);
      await mkdir(out, { recursive: true });
    },
  };
}

const config = (name: Peer): string =>
  fileURLToPath(new URL(`peers/${name}.config.js`, import.meta.url));

const WORDS: Readonly<Record<Peer, readonly string[]>> = {
  "openapi-typescript": [programOf("openapi-typescript/bin/cli.js")],
  "hey-api": [programOf("@hey-api/openapi-ts/bin/run.js"), "-f", config("hey-api")],
  orval: [programOf("orval/dist/bin/orval.mjs"), "--config", config("orval")],
  kubb: [programOf("@kubb/cli/bin/kubb.cjs"), "generate", "--config", config("kubb")],
};
