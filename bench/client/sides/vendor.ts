import { Client, LoggerLevel } from "@larksuiteoapi/node-sdk";
import type { Envelope } from "../seed.js";
import { opening, type Side } from "../side.js";

export const vendorSide: Side = {
  connect: (baseUrl) => {
    const { hire } = new Client({
      appId: "cli_bench",
      appSecret: "bench-secret",
      domain: baseUrl,
      loggerLevel: LoggerLevel.error,
    });
    return opening(
      // Its types call every field of the envelope optional.
      async (data) => (await hire.externalInterviewAssessment.create({ data })) as Envelope,
    );
  },
};
