#!/usr/bin/env node
import * as nodeModule from "node:module";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { examples } from "./commands/examples.js";
import type { ImportFlags } from "./commands/import.js";
import { sentenceOf } from "./commands/sentence.js";
import { DEFAULT_SPEC } from "./commands/defaults.js";
import { terminal, UsageError, type ExitCode } from "./commands/terminal.js";

// Where Node can do it (from 22 on), libraries are compiled once and not at every start.
(nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();

/** Arguments in, exit code out. Each command loads what it needs when it runs. */
const program = new Command("larkgen")
  .description(
    "Generates typed, validated, dependency-free TypeScript clients for the Feishu/Lark Open Platform from YAML.",
  )
  .version("0.1.0", "--version")
  .exitOverride()
  .addHelpText(
    "after",
    `
Examples:
  larkgen generate                    spec/hire → generated/hire
  larkgen generate --watch            … again whenever a spec file is saved
  larkgen check                       in CI: fails when generated/hire is out of date
  larkgen import PAGE                 the vendor's page → spec/<service>
  larkgen lint                        what is wrong with the spec, with file, line and column
  larkgen openapi --out hire.json     the same spec for other tools
  larkgen mock                        a server to try clients against; prints its URL

Exit codes: 0 fine, 1 problems or differences, 2 wrong usage.
Data goes to stdout, talk to stderr; --json makes the data JSON.`,
  );

const spec = ["--spec <dir>", "folder of the service's spec"] as const;
const json = ["--json", "print data as JSON"] as const;
let exitCode: ExitCode = 0;

interface Flags {
  readonly spec: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly force?: boolean;
  readonly watch?: boolean;
  readonly port: number;
  readonly faults: number;
}

program
  .command("generate")
  .summary("write the package of a service")
  .description(
    "Writes the TypeScript package of a service. Only what changed is worked on and written; a spec with errors leaves the folder as it was.",
  )
  .option(...spec, DEFAULT_SPEC)
  .option("--out <dir>", "folder of the package (default: generated/<service>)")
  .option("--watch", "stay, and generate again after every change of the spec")
  .option("--force", "overwrite files that were edited by hand")
  .option(...json)
  .addHelpText(
    "after",
    examples(
      ["larkgen generate", "spec/hire → generated/hire"],
      ["larkgen generate --watch", "again whenever a spec file is saved"],
      ["larkgen generate --spec spec/toy --out ../toy", "another service, somewhere else"],
    ),
  )
  .action(async (flags: Flags) => {
    const talk = terminal(flags.json ?? false);
    if (flags.watch) exitCode = await (await import("./commands/watch.js")).watch(talk, flags);
    else exitCode = await (await import("./commands/generate.js")).generate(talk, flags);
  });

program
  .command("check")
  .summary("fail when the package is out of date")
  .description(
    "Compares the package with what the spec gives, and writes nothing. Lists every file that differs, and why.",
  )
  .option(...spec, DEFAULT_SPEC)
  .option("--out <dir>", "folder of the package (default: generated/<service>)")
  .option(...json)
  .addHelpText(
    "after",
    examples(
      ["larkgen check", "exit code 1 when generated/hire is out of date"],
      ["larkgen check --json | jq .differences", "the same as data"],
    ),
  )
  .action(async (flags: Flags) => {
    exitCode = await (
      await import("./commands/generate.js")
    ).check(terminal(flags.json ?? false), flags);
  });

program
  .command("lint")
  .summary("say what is wrong with a spec")
  .description(
    "Reports every mistake of a spec in one run, each with its place and what to do. With FILEs, only theirs.",
  )
  .argument(
    "[file...]",
    "files or folders to report on; each is read within the spec it belongs to",
  )
  .option("--spec <dir>", `${spec[1]} (default: that of the files, or ${DEFAULT_SPEC})`)
  .option(...json)
  .addHelpText(
    "after",
    examples(
      ["larkgen lint", "all of spec/hire"],
      ["larkgen lint spec/hire/enums.yaml", "one file, read within its spec"],
    ),
  )
  .action(async (files: string[], flags: Partial<Flags>) => {
    exitCode = await (
      await import("./commands/lint.js")
    ).lint(terminal(flags.json ?? false), files, flags.spec);
  });

program
  .command("import")
  .summary("write vendor pages into the spec")
  .description(
    "Reads vendor pages in any of their forms and merges them into the spec of their service. Facts are the page's; names, docs, comments and whatever else people wrote stay.",
  )
  .argument("<page...>", "files, folders or addresses of vendor pages; - reads one from stdin")
  .option("--spec <dir>", `${spec[1]} (default: spec/<service of the page>)`)
  .option("--stdout", "print what the pages say as YAML; write nothing")
  .option("--dry-run", "print what would change as a diff; write nothing")
  .option("--prose", "keep the page's sentences as doc, to import for yourself")
  .option(...json)
  .addHelpText(
    "after",
    examples(
      ["larkgen import page.md --dry-run", "what would change in the spec"],
      ["larkgen import page.md", "… and now it does"],
      ["larkgen import pages/*.md", "many pages; one that cannot be read does not stop the others"],
      ["larkgen import https://open.feishu.cn/document/…", "fetches the page"],
      ["larkgen import - --stdout < page.md", "a page from elsewhere, as YAML"],
    ),
  )
  .action(async (pages: string[], flags: ImportFlags & Partial<Flags>) => {
    exitCode = await (
      await import("./commands/import.js")
    ).importPages(terminal(flags.json ?? false), pages, flags);
  });

program
  .command("drift")
  .summary("say where vendor pages and the spec differ")
  .description(
    "Compares vendor pages with the spec, and writes nothing. Fails on a difference that exceptions.yaml does not explain.",
  )
  .argument("<page...>", "files, folders or addresses of vendor pages; - reads one from stdin")
  .option("--spec <dir>", `${spec[1]} (default: spec/<service of the page>)`)
  .option(...json)
  .addHelpText(
    "after",
    examples(
      ["larkgen drift pages", "every page of a folder"],
      ["larkgen drift page.md --spec spec/toy", "another service"],
      ["larkgen drift pages --json | jq .differences", "the same as data"],
    ),
  )
  .action(async (pages: string[], flags: Partial<Flags>) => {
    exitCode = await (
      await import("./commands/drift.js")
    ).drift(terminal(flags.json ?? false), pages, flags.spec);
  });

program
  .command("openapi")
  .summary("print the spec as OpenAPI 3.1")
  .description(
    "Prints the spec as an OpenAPI 3.1 document, with limits, scopes and error codes under x- keys.",
  )
  .option(...spec, DEFAULT_SPEC)
  .option("--out <file>", "write it into a file instead")
  .option(...json)
  .addHelpText(
    "after",
    examples(
      ["larkgen openapi | jq .paths", "to other tools"],
      ["larkgen openapi --out hire.json", "into a file"],
    ),
  )
  .action(async (flags: Flags) => {
    exitCode = await (
      await import("./commands/openapi.js")
    ).openapi(terminal(flags.json ?? false), flags.spec, flags.out);
  });

program
  .command("mock")
  .summary("serve a fake of the service")
  .description(
    "Serves a fake of the service on this machine: tokens, checks against the spec, the documented examples as replies, the vendor's errors. Prints its URL.",
  )
  .option(...spec, DEFAULT_SPEC)
  .option("--port <number>", "port to listen on; 0 takes a free one", port, 0)
  .option("--faults <rate>", "share of calls that goes wrong, from 0 to 1", rate, 0)
  .option(...json)
  .addHelpText(
    "after",
    examples(
      ["larkgen mock", "the first line of output is the URL, for baseUrl"],
      ["larkgen mock --port 4010", "the same URL every time; Ctrl-C ends it"],
      ["larkgen mock --faults 0.2", "one call in five fails, in several ways"],
    ),
  )
  .action(async (flags: Flags) => {
    exitCode = await (
      await import("./commands/mock.js")
    ).mock(terminal(flags.json ?? false), flags);
  });

function port(text: string): number {
  const number = Number(text);
  if (!/^[0-9]+$/u.test(text) || number > 65535)
    throw new InvalidArgumentError("a port is a number from 0 to 65535.");
  return number;
}

function rate(text: string): number {
  if (!/^[0-9]*\.?[0-9]+$/u.test(text) || Number(text) > 1)
    throw new InvalidArgumentError("a rate is a number from 0 to 1: 0.2 is one call in five.");
  return Number(text);
}

function failed(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  process.stderr.write(`larkgen: ${sentenceOf(error)}\n`);
  if (process.env["LARKGEN_DEBUG"] && error instanceof Error)
    process.stderr.write(`${error.stack ?? ""}\n`);
  return error instanceof UsageError ? 2 : 1;
}

// Whoever reads our output may stop early, as `head` does; that is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  exitCode = failed(error);
}
process.exitCode = exitCode;
