import { Command } from "commander";
import type { Bench } from "./bench.js";
import { machineText, packagesText } from "./report/machine.js";
import { tableText } from "./report/table.js";

/** Loaded when they are run: each brings peers along. */
const BENCHES: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  validators: () => import("./validators/bench.js"),
  client: () => import("./client/bench.js"),
  generator: () => import("./generator/bench.js"),
  weight: () => import("./weight/bench.js"),
};

const program = new Command("npm run bench --")
  .description("Compares larkgen, and what it generates, with peers. Nothing is kept.")
  .argument("[names...]", `which to run: ${Object.keys(BENCHES).join(", ")}; all, unless told`)
  .option(
    "--check",
    "only see that all sides work and give the same answers; the figures are worthless",
  )
  .action(run);

async function run(names: string[], { check = false }: { check?: boolean }): Promise<void> {
  const unknown = names.find((name) => !Object.hasOwn(BENCHES, name));
  if (unknown !== undefined) program.error(`there is no benchmark ${JSON.stringify(unknown)}`);
  const progress = (text: string) => void process.stderr.write(`… ${text}\n`);
  console.log(
    `${machineText()}\nWith ${packagesText()}\nCells are median (min–max); × is a multiple of the first column.`,
  );
  for (const [name, load] of Object.entries(BENCHES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const { bench } = await load();
    console.log(`\n# ${name}\n${bench.about}\n`);
    for (const table of await bench.run({ check, progress })) console.log(`${tableText(table)}\n`);
  }
}

await program.parseAsync();
