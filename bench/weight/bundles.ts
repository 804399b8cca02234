import type { Row, Table } from "../report/table.js";
import { bundle, gzipped, minified } from "./bundle.js";
import { NOTES } from "./notes.js";
import { ASSESSMENT, TEN, type Operation } from "./operations.js";
import { FACADE, OPENAPI_FETCH, OURS, sideOf, SIDES, VENDOR } from "./sides.js";

const BASE_URL = "https://open.feishu.cn";
const PLAIN = SIDES.map(({ name }) => name).filter((name) => name !== FACADE);

/** Bytes are the same every time: one round. */
export async function bundlesTable(): Promise<Table> {
  const one = await bundled(OURS, PLAIN, [ASSESSMENT]);
  const ten = await bundled(OURS, PLAIN, TEN);
  const all = await bundled(FACADE, [OURS, OPENAPI_FETCH, VENDOR], [ASSESSMENT]);
  await demandNodeOnly();
  return {
    title: "Bundle: minified by esbuild",
    base: OURS,
    sides: PLAIN,
    unit: "KB",
    rows: [
      ...rowsOf("one call", one, NOTES.bundle.one),
      ...rowsOf("ten calls, of ten resources", ten, NOTES.bundle.ten),
      ...rowsOf("one call, all operations there", all, NOTES.bundle.all),
    ],
  };
}

/** The bundles by the side's name. */
async function bundled(
  ours: string,
  names: readonly string[],
  operations: readonly Operation[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const name of names) {
    const { program, platform } = sideOf(name === OURS ? ours : name);
    texts.set(name, await bundle(program(operations, BASE_URL), platform));
  }
  return texts;
}

function rowsOf(name: string, texts: ReadonlyMap<string, string>, note: string): readonly Row[] {
  const figures = (size: (text: string) => number): Row["figures"] =>
    new Map([...texts].map(([side, text]) => [side, [size(text)]]));
  return [
    { name, figures: figures(minified), note },
    { name: `${name}, gzipped`, figures: figures(gzipped), note: "as above." },
  ];
}

/** What the note says of the vendor's SDK. */
async function demandNodeOnly(): Promise<void> {
  const program = sideOf(VENDOR).program([ASSESSMENT], BASE_URL);
  const fails = await bundle(program, "browser").then(
    () => false,
    () => true,
  );
  if (!fails) throw new Error(`${VENDOR} can be bundled for browsers: compare that, too`);
}
