import type { Side } from "./side.js";

/** By name, in the order of the tables. Loaded one a process, so that none makes room for the others. */
const LOADERS: Readonly<Record<string, () => Promise<Side>>> = {
  "feishu-hire": async () => (await import("./sides/ours.js")).ourSide,
  "feishu-hire, replies checked": async () => (await import("./sides/ours.js")).ourCheckedSide,
  "raw fetch": async () => (await import("./sides/raw-fetch.js")).rawFetchSide,
  "openapi-fetch": async () => (await import("./sides/openapi-fetch.js")).openapiFetchSide,
  ky: async () => (await import("./sides/ky.js")).kySide,
  axios: async () => (await import("./sides/axios.js")).axiosSide,
  "vendor's SDK": async () => (await import("./sides/vendor.js")).vendorSide,
};

export const OURS = "feishu-hire";
export const CHECKED = "feishu-hire, replies checked";
export const RAW = "raw fetch";
export const SIDES: readonly string[] = Object.keys(LOADERS);

export async function loadSide(name: string): Promise<Side> {
  const load = LOADERS[name];
  if (load === undefined) throw new Error(`there is no side ${JSON.stringify(name)}`);
  return load();
}
