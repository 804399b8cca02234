// Makes a process stumble over its nth change of the disk: --require this.
// STUMBLE=3 kills it there, with a write half done; STUMBLE=3:ENOSPC lets that change fail.
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");

const [nth, code] = (process.env.STUMBLE ?? "0").split(":");
let count = 0;

function stumble(name, path, text) {
  if (!String(path).includes("generated") || ++count !== Number(nth)) return undefined;
  if (code !== undefined)
    return Object.assign(new Error(`${code}: ${name}`), { code, path, syscall: name });
  if (name === "writeFile") fs.writeFileSync(path, String(text).slice(0, 10));
  process.kill(process.pid, "SIGKILL");
}

for (const name of ["mkdir", "writeFile", "rename", "unlink", "rmdir", "rm"]) {
  const promised = fs.promises[name];
  fs.promises[name] = async (path, ...rest) => {
    const error = stumble(name, path, rest[0]);
    if (error !== undefined) throw error;
    return promised(path, ...rest);
  };
  const called = fs[name];
  fs[name] = (path, ...rest) => {
    const error = stumble(name, path, rest[0]);
    return error === undefined ? called(path, ...rest) : rest.at(-1)(error);
  };
}
syncBuiltinESMExports();

process.on("exit", () => {
  if (process.env.STUMBLE_COUNT) fs.writeFileSync(process.env.STUMBLE_COUNT, String(count));
});
