/**
 * The whole way in one minute: a fake server made from the spec, and the generated client talking
 * to it. Nothing leaves this machine. In your own project the import is `from "feishu-hire"`.
 */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { AssessmentType, createHire, InterviewConclusion } from "../generated/hire/src/index.js";
import { ValidationError } from "../generated/hire/src/index.js";

const say = (text = "") => console.log(text);

say("1. The fake server: npx larkgen mock");
const server = spawn(process.execPath, ["dist/cli.js", "mock"], {
  stdio: ["ignore", "pipe", "pipe"],
});
createInterface({ input: server.stderr }).on("line", (line) => say(`   | ${line}`));
try {
  const [baseUrl] = await firstLine(server.stdout);
  say(`   ${baseUrl}\n`);

  const hire = createHire({ appId: "cli_quickstart", appSecret: "any secret will do", baseUrl });

  say("2. An assessment, through the generated client");
  const assessment = {
    external_interview_id: "6986199832494934316",
    external_id: "quickstart-1",
    conclusion: InterviewConclusion.Passed,
    assessment_dimension_list: [
      { assessment_type: AssessmentType.Scoring, title: "Algorithms", score: 99 },
    ],
  };
  const created = await hire.externalInterviewAssessment.create(assessment);
  say(`   created ${created.external_interview_assessment?.id}`);
  const repeated = await hire.externalInterviewAssessment.create(assessment);
  say(`   the same external_id again: ${repeated.external_interview_assessment?.id}\n`);

  say("3. A mistake, found before anything is sent");
  // A misspelt key does not compile; data that comes from elsewhere may still have one.
  const typo: typeof assessment = JSON.parse('{ "externl_id": "1", "external_interview_id": "2" }');
  await hire.externalInterviewAssessment.create(typo).catch((error: unknown) => {
    if (!(error instanceof ValidationError)) throw error;
    say(`   ${error.message}\n`);
  });
} finally {
  server.kill();
}

say(`Where to look next
   generated/hire/README.md        how to use the package feishu-hire
   generated/hire/src/resources/   what was generated
   spec/hire/resources/            from what: change a file, run npx larkgen generate --watch
   test/quickstart.ts              this program`);

async function firstLine(stream: NodeJS.ReadableStream): Promise<[string]> {
  for await (const line of createInterface({ input: stream })) return [line];
  throw new Error("the fake server ended before it said where it listens");
}
