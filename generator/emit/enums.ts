import type { StatementStructures } from "ts-morph";
import type { EnumModel, Model } from "../model/model.js";
import { comment, memberComment, title } from "./comments.js";
import { docSpan, key, literal } from "./escape.js";
import { kind } from "./kinds.js";
import { Module, type ModuleFile } from "./module.js";
import { ENUMS } from "./symbols.js";
import { constant, objectText } from "./constant.js";

/** Every enum: an object of its values, a type of the same name, and the vendor's labels apart. */
export function enums({ enums, service }: Model): ModuleFile {
  const module = new Module(ENUMS);
  return module.file(enums[0]?.origin ?? service.origin, enums.flatMap(enumStatements));
}

function enumStatements(model: EnumModel): StatementStructures[] {
  const { name, members } = model;
  const values = members.map((member) => ({
    key: key(member.name),
    value: literal(member.value),
    docs: memberComment(member),
  }));
  const labels = members.map(({ value, label }) => ({
    key: key(String(value)),
    value: literal(label),
    docs: [],
  }));
  return [
    constant({ name, docs: comment(title(model)), value: `${objectText(values)} as const` }),
    {
      kind: kind.typeAlias,
      isExported: true,
      name,
      docs: comment(title(model)),
      type: `(typeof ${name})[keyof typeof ${name}]`,
    },
    constant({
      name: `${name}Label`,
      docs: comment(`The vendor's labels of ${docSpan(name)}, by value.`),
      value: `${objectText(labels)} as const`,
    }),
  ];
}
