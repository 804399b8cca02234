import type { Scalar } from "./model.js";

export const SCALAR_NAMES: readonly Scalar[] = ["string", "int", "float", "boolean", "file", "any"];
