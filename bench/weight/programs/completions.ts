import ts from "typescript";
import { readFileSync } from "node:fs";

/** A language service in a process of its own, asked for completions once: prints what they took. */
const [, , config = "", position = "0"] = process.argv;
const file = config.replace("tsconfig.json", "main.ts");
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(config, ts.sys.readFile.bind(ts.sys)).config,
  ts.sys,
  config.replace("/tsconfig.json", ""),
);

const start = process.cpuUsage();
const host: ts.LanguageServiceHost = {
  getCompilationSettings: () => options,
  getScriptFileNames: () => [file],
  getScriptVersion: () => "1",
  getScriptSnapshot: (path) =>
    ts.sys.fileExists(path) ? ts.ScriptSnapshot.fromString(readFileSync(path, "utf8")) : undefined,
  getCurrentDirectory: () => config.replace("/tsconfig.json", ""),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: ts.sys.fileExists.bind(ts.sys),
  readFile: ts.sys.readFile.bind(ts.sys),
  readDirectory: ts.sys.readDirectory.bind(ts.sys),
  directoryExists: ts.sys.directoryExists.bind(ts.sys),
  getDirectories: ts.sys.getDirectories.bind(ts.sys),
};
const service = ts.createLanguageService(host);
const found = service.getCompletionsAtPosition(file, Number(position), {});
const { user, system } = process.cpuUsage(start);
const peak = process.resourceUsage().maxRSS / 1024;
const names = found?.entries.map(({ name }) => name) ?? [];
console.log(JSON.stringify({ cpu: (user + system) / 1000, peak, names }));
