import type { Model } from "../model/model.js";
import type { TextFile } from "./docs/docs.js";
import { visible } from "./escape.js";

/** `package.json` and the compiler's settings, by which `prepack` makes the declarations in `dist/`. */
export function packageFiles({ service, resources }: Model): TextFile[] {
  const { package: name, version, label, doc } = service;
  const subpaths = [
    [".", "index"],
    ["./client", "client"],
    ["./enums", "enums"],
    ["./errors", "errors"],
    ...resources.map(({ kebab }) => [`./${kebab}`, `resources/${kebab}`] as const),
  ] as const;
  const manifest = {
    name,
    version,
    description: visible([label, doc].filter((text) => text !== undefined).join(": ")),
    keywords: ["feishu", "lark", service.name],
    license: "MIT",
    type: "module",
    sideEffects: false,
    engines: { node: ">=20" },
    exports: {
      ...Object.fromEntries(
        subpaths.map(([path, file]) => [
          path,
          { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` },
        ]),
      ),
      "./package.json": "./package.json",
    },
    files: ["dist", "src", "docs"],
    // A module of an earlier version must not be packed with the new ones.
    scripts: {
      prepack: `node -e "fs.rmSync('dist', { recursive: true, force: true })" && tsc -p . --emitDeclarationOnly && node bundle.js`,
    },
    devDependencies: { rolldown: ">=1.2", typescript: ">=5.4" },
  };
  return [
    { path: "package.json", text: JSON.stringify(manifest) },
    { path: "tsconfig.json", text: JSON.stringify(COMPILER) },
  ];
}

const COMPILER = {
  compilerOptions: {
    target: "ES2022",
    lib: ["ES2022", "DOM"],
    types: [],
    module: "nodenext",
    moduleDetection: "force",
    verbatimModuleSyntax: true,
    isolatedModules: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    rootDir: "src",
    outDir: "dist",
    declaration: true,
    // What only modules of the package call: a quarter of all declarations.
    stripInternal: true,
    declarationMap: true,
  },
  include: ["src"],
};
