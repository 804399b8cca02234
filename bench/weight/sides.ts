import type { Side } from "./side.js";
import { axios, ky, openapiFetch, rawFetch } from "./sides/fetching.js";
import { ourFacade, ourSide } from "./sides/ours.js";
import { vendorsSdk } from "./sides/vendor.js";

export const OURS = ourSide.name;
export const FACADE = ourFacade.name;
export const RAW = rawFetch.name;
export const OPENAPI_FETCH = openapiFetch.name;
export const VENDOR = vendorsSdk.name;

/** In the order of the tables. */
export const SIDES: readonly Side[] = [
  ourSide,
  ourFacade,
  rawFetch,
  openapiFetch,
  ky,
  axios,
  vendorsSdk,
];

export const sideOf = (name: string): Side => {
  const side = SIDES.find((one) => one.name === name);
  if (side === undefined) throw new Error(`there is no side ${JSON.stringify(name)}`);
  return side;
};
