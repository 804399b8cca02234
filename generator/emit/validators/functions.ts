import type { StatementStructures } from "ts-morph";
import type { Direction, ObjectType } from "../../model/model.js";
import type { Module } from "../module.js";
import { check } from "./check.js";
import { knownKeys, predicate } from "./predicate.js";
import { scopeOf } from "./scope.js";

/** The predicate and the check of a type, for one direction. */
export function validators(
  type: ObjectType,
  direction: Direction,
  module: Module,
): StatementStructures[] {
  const scope = scopeOf(type, direction, module);
  const keys = type.fields.length > 0 ? [knownKeys(scope)] : [];
  return [predicate(scope), ...keys, check(scope)];
}
