import { writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import type { Row, Table } from "../report/table.js";
import { NOTES } from "./notes.js";
import { PREFIX } from "./operations.js";
import { projectOf, TYPED } from "./projects.js";
import { FACADE, OPENAPI_FETCH, OURS, RAW, VENDOR } from "./sides.js";
import { inWorkplace, node } from "./workplace.js";

/** Where somebody types, as the end of a program; `|` is the cursor, and what must be offered there. */
interface Place {
  readonly name: string;
  readonly offered: RegExp;
  readonly programs: ReadonlyMap<string, string>;
}

const CLIENT = `const client = createClient({ appId: "cli_1", appSecret: "secret" });\n`;
const HEADS: Readonly<Record<string, string>> = {
  [OURS]: `import { createClient } from "feishu-hire/client";\nimport * as assessments from "feishu-hire/external-interview-assessment";\n${CLIENT}`,
  [FACADE]: `import { createHire } from "feishu-hire";\nconst hire = createHire({ appId: "cli_1", appSecret: "secret" });\n`,
  [RAW]: `interface Input { readonly external_interview_id: string; readonly username?: string }\nconst send = (input: Input): Promise<Response> => fetch("https://open.feishu.cn", { method: "POST", body: JSON.stringify(input) });\n`,
  [OPENAPI_FETCH]: `import createClient from "openapi-fetch";\nimport type { paths } from "../hire.js";\nconst client = createClient<paths>({ baseUrl: "https://open.feishu.cn" });\n`,
  [VENDOR]: `import { Client } from "@larksuiteoapi/node-sdk";\nconst client = new Client({ appId: "cli_1", appSecret: "secret" });\n`,
};

const PLACES: readonly Place[] = [
  {
    name: "the operations",
    offered: /^(?:createE|e)xternalInterviewAssessment$|external_interview_assessments$/u,
    programs: new Map([
      [OURS, "assessments.|"],
      [FACADE, "hire.|"],
      [OPENAPI_FETCH, 'client.POST("|")'],
      [VENDOR, "client.hire.v1.|"],
    ]),
  },
  {
    name: "the fields of an input",
    offered: /^external_interview_id$/u,
    programs: new Map([
      [OURS, "assessments.createExternalInterviewAssessment(client, { | });"],
      [FACADE, "hire.externalInterviewAssessment.create({ | });"],
      [RAW, "send({ | });"],
      [OPENAPI_FETCH, `client.POST("${PREFIX}/external_interview_assessments", { body: { | } });`],
      [VENDOR, "client.hire.v1.externalInterviewAssessment.create({ data: { | } });"],
    ]),
  },
];

interface Answer {
  readonly cpu: number;
  readonly peak: number;
  readonly names: readonly string[];
}

/** Throws when a side does not offer what is wanted. */
export async function completionsTables(rounds: number): Promise<readonly Table[]> {
  const program = inWorkplace("completions.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("programs/completions.ts", import.meta.url))],
    outfile: program,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
  });
  const cpu: Row[] = [];
  const peak: Row[] = [];
  for (const { name, offered, programs } of PLACES) {
    const answers = new Map<string, Answer[]>([...programs].map(([side]) => [side, []]));
    for (let round = 0; round < rounds; round++)
      for (const [side, text] of programs) {
        const folder = projectOf(side);
        const whole = (HEADS[side] ?? "") + text;
        await writeFile(`${folder}/main.ts`, whole.replace("|", ""));
        const position = String(whole.indexOf("|"));
        const answer = JSON.parse(
          await node(program, `${folder}/tsconfig.json`, position),
        ) as Answer;
        if (!answer.names.some((one) => offered.test(one)))
          throw new Error(`${side} does not offer ${name}: ${answer.names.slice(0, 9).join(", ")}`);
        answers.get(side)?.push(answer);
      }
    const figures = (part: "cpu" | "peak"): Row["figures"] =>
      new Map([...answers].map(([side, all]) => [side, all.map((one) => one[part])]));
    cpu.push({ name, figures: figures("cpu"), note: NOTES.completions });
    peak.push({ name, figures: figures("peak"), note: NOTES.completions });
  }
  const of = { base: OURS, sides: TYPED };
  return [
    { title: "First completions in a new language service: CPU", unit: "ms", rows: cpu, ...of },
    { title: "First completions: peak memory", unit: "MB", rows: peak, ...of },
  ];
}
