import { inProject } from "../consumer.js";

/** The environment of a runtime that reports nothing, and keeps nothing outside the project. */
export const quietly: NodeJS.ProcessEnv = {
  PATH: process.env["PATH"],
  HOME: inProject("home"),
  NO_COLOR: "1",
  DO_NOT_TRACK: "1",
  DENO_NO_UPDATE_CHECK: "1",
};
