import { ajvSide } from "./libraries/ajv.js";
import { arktypeSide } from "./libraries/arktype.js";
import { ourSide } from "./libraries/ours.js";
import { typeboxSide } from "./libraries/typebox.js";
import { typiaSide } from "./libraries/typia.js";
import { valibotSide } from "./libraries/valibot.js";
import { zodSide } from "./libraries/zod.js";
import type { Side } from "./side.js";

export const OURS = ourSide.name;

export const SIDES: readonly Side[] = [
  ourSide,
  typiaSide,
  ajvSide,
  typeboxSide,
  arktypeSide,
  zodSide,
  valibotSide,
];
