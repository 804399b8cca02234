import {
  type Document,
  isMap,
  isPair,
  isScalar,
  type Node,
  type Pair,
  type Scalar,
  visit,
} from "yaml";

/** Sections whose keys are names that the whole spec shares. */
export const SECTIONS = ["types", "enums", "errors"] as const;

/** Keys under which such names stand, where they are given or used. */
const NAMING: ReadonlySet<unknown> = new Set([...SECTIONS, "type", "map"]);

/** Every place in which the name of a type, an enum or an error may stand. */
export function namesIn(root: Node | Document): readonly Scalar<string>[] {
  const names: Scalar<string>[] = [];
  visit(root, {
    Scalar: (key, scalar, path) => {
      const around = path.filter((node) => isPair(node)).at(key === "key" ? -2 : -1);
      if (isText(scalar) && isScalar(around?.key) && NAMING.has(around.key.value))
        names.push(scalar);
    },
  });
  return names;
}

const isText = (scalar: Scalar): scalar is Scalar<string> => typeof scalar.value === "string";

/** The entries of a section by their keys. */
export function entriesOf(
  document: Document,
  section: string,
): readonly (readonly [string, Node])[] {
  const map = document.get(section);
  return isMap(map) ? map.items.flatMap(entry) : [];
}

const entry = ({ key, value }: Pair): readonly (readonly [string, Node])[] =>
  isScalar(key) && value !== null ? [[String(key.value), value as Node]] : [];
