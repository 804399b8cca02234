import type { StatementStructures } from "ts-morph";
import type { Direction, ObjectType } from "../../model/model.js";
import type { Module } from "../module.js";
import { check } from "./check.js";
import { predicate, unknownKeys } from "./predicate.js";
import { scopeOf } from "./scope.js";

/** The predicate and the check of a type, for one direction. */
export function validators(
  type: ObjectType,
  direction: Direction,
  module: Module,
): StatementStructures[] {
  const scope = scopeOf(type, direction, module);
  // With those of the output, where both directions share it.
  const keys = scope.isShared && direction === "input" ? [] : [unknownKeys(scope)];
  return [predicate(scope), ...keys, check(scope)];
}
