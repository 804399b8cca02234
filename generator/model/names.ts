/** Every spelling of every name, settled in one place. */

const words = (wire: string): string[] => wire.match(/[A-Za-z]+|[0-9]+/gu) ?? [];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `external_interview` → `ExternalInterview`; empty when there is nothing to make a name of. */
export function pascalCase(wire: string): string {
  const name = words(wire).map(capital).join("");
  return /^[0-9]/u.test(name) ? `N${name}` : name;
}

export function camelCase(wire: string): string {
  const name = pascalCase(wire);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

export const kebabCase = (wire: string): string => words(wire).join("-").toLowerCase();

export const inputName = (type: string): string => `${type}Input`;

export interface OperationNames {
  readonly action: string;
  readonly version: number;
  /** `create` */
  readonly method: string;
  /** `createExternalInterviewAssessment`, `getTalentV2` */
  readonly functionName: string;
  readonly pascal: string;
  readonly input: string;
  readonly output: string;
  readonly errorCode: string;
}

/** From the key under `operations`: `create`, `v2.get`. */
export function operationNames(resource: string, key: string): OperationNames {
  const version = /^v([2-9])\./u.exec(key)?.[1];
  const action = version === undefined ? key : key.slice(3);
  const pascal = pascalCase(action) + pascalCase(resource) + (version ? `V${version}` : "");
  return {
    action,
    version: Number(version ?? 1),
    method: camelCase(action),
    functionName: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    pascal,
    input: `${pascal}Input`,
    output: `${pascal}Output`,
    errorCode: `${pascal}ErrorCode`,
  };
}

/** The type of a field whose fields are written in place. */
export const inlineTypeName = (parent: string, wire: string): string => parent + pascalCase(wire);
