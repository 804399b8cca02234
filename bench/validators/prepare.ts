import { exportOpenApi } from "./detail/model.js";
import { compileAjv } from "./libraries/ajv.js";
import { compileTypia } from "./libraries/typia.js";

/** Writes what is made before a program runs, by peers that generate code: not measured. */
export async function prepareSides(): Promise<void> {
  await exportOpenApi();
  await compileAjv();
  await compileTypia();
}
