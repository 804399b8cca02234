import type { Direction, Model, ObjectType } from "../../generator/model/model.js";
import { kebabCase } from "../../generator/model/names.js";
import { find, type Check, type Issue } from "../../templates/runtime/issues.js";
import { everything, hire, packageOf } from "../fixtures/package.js";
import { openWorkshop, type Workshop } from "../fixtures/workshop.js";

/** A type that values are checked against, of a service, in a direction. */
export type Case = readonly [name: string, service: string, type: ObjectType, direction: Direction];

export interface Validators {
  readonly is: (value: unknown, strict?: boolean) => boolean;
  readonly check: (value: unknown, strict: boolean) => readonly Issue[];
}

/** The generated validators of Hire and of a service with every part of the grammar, compiled. */
export interface Generated {
  readonly workshop: Workshop;
  /** Inputs and outputs of operations. */
  readonly operations: readonly Case[];
  /** Types with names of their own, for the directions in which they are used. */
  readonly types: readonly Case[];
  readonly validators: (it: Case) => Promise<Validators>;
}

export async function generated(): Promise<Generated> {
  const models = { hire: await hire(), everything: await everything() };
  const packages = await Promise.all(
    Object.entries(models).map(async ([name, model]) => [name, await packageOf(model)] as const),
  );
  const workshop = await openWorkshop(new Map(packages));
  const all = Object.entries(models);
  return {
    workshop,
    operations: all.flatMap(([service, model]) => operationCases(service, model)),
    types: all.flatMap(([service, model]) => typeCases(service, model)),
    validators: (it) => validators(workshop, it),
  };
}

function operationCases(service: string, { resources }: Model): Case[] {
  return resources.flatMap(({ operations }) =>
    operations.flatMap(({ input, output }): Case[] => [
      [input.inputName, service, input, "input"],
      [output.outputName, service, output, "output"],
    ]),
  );
}

function typeCases(service: string, { types, resources }: Model): Case[] {
  const named = [...types, ...resources.flatMap((resource) => resource.types)];
  return named.flatMap((type) =>
    [...type.directions].map((direction): Case => {
      const name = direction === "input" ? type.inputName : type.outputName;
      return [name, service, type, direction];
    }),
  );
}

async function validators(workshop: Workshop, [name, service, type]: Case): Promise<Validators> {
  const file = type.resource === undefined ? "shared" : kebabCase(type.resource);
  const module = await workshop.load(service, `src/validators/${file}.ts`);
  // What the generated module is known to export.
  const { is, add } = { is: module[`is${name}`], add: module[`check${name}`] } as unknown as {
    is: Validators["is"];
    add: Check;
  };
  return { is, check: (value, strict) => find(add, value, strict) };
}
