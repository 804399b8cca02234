import { cpus, totalmem } from "node:os";
import lock from "../package-lock.json" with { type: "json" };
import manifest from "../package.json" with { type: "json" };

/** What the figures were taken on. */
export function machineText(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpu?.model ?? "unknown processor"}, ${memory} GiB, ${process.platform} ${process.arch}, Node ${process.version}`;
}

/** What the figures were taken with: every package of the benchmarks, as it is locked. */
export function packagesText(): string {
  const locked: Readonly<Record<string, { readonly version?: string }>> = lock.packages;
  return Object.keys(manifest.devDependencies)
    .flatMap((name) => {
      const version = locked[`node_modules/${name}`]?.version;
      return version === undefined ? [] : [`${name} ${version}`];
    })
    .join(", ");
}
