import { cpus, totalmem } from "node:os";
import lock from "../package-lock.json" with { type: "json" };
import manifest from "../package.json" with { type: "json" };

/** What the figures were taken on. */
export function machineText(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpu?.model ?? "unknown processor"}, ${memory} GiB, ${process.platform} ${process.arch}, Node ${process.version}`;
}

/** What the figures were taken with: the packages of the benchmarks, as they are locked. */
export function packagesText(): string {
  return Object.entries(lock.packages)
    .flatMap(([path, entry]) => {
      const name = path.replace("node_modules/", "");
      const isOurs = Object.hasOwn(manifest.devDependencies, name);
      return isOurs && "version" in entry ? [`${name} ${entry.version}`] : [];
    })
    .join(", ");
}
