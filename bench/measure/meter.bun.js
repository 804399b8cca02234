/* global Bun */
// Runs a command and prints what it cost, as JSON. For Bun: Node does not tell what a child used.
const words = process.argv.slice(2);
const start = performance.now();
const child = Bun.spawn(words, { stdin: "ignore", stdout: "pipe", stderr: "pipe" });
const [out, err] = await Promise.all([
  new Response(child.stdout).text(),
  new Response(child.stderr).text(),
  child.exited,
]);
const wall = (performance.now() - start) / 1e3;
if (child.exitCode !== 0) {
  process.stderr.write(`${out}${err}`.slice(-4000));
  process.exit(1);
}
const { cpuTime, maxRSS } = child.resourceUsage();
process.stdout.write(
  JSON.stringify({ cpu: Number(cpuTime.total) / 1e6, wall, peak: maxRSS / 2 ** 20 }),
);
