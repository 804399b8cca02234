import { Recall } from "../../recall.js";
import { decodeEntities } from "./entities.js";

/** A type as the page spells it, without escapes, code marks and the vendor's own tags. */
export const typeTextOf = (raw: string): string =>
  recall.of(raw, () =>
    decodeEntities(raw)
      .replace(/<\/?(?:md-|br)[^<>]{0,500}>/giu, " ")
      .replace(/!?\[([^\][]{1,200})\]\([^()]{0,2000}\)/gu, "$1")
      .replace(/\\(?=[[\]\-_<>*~|])/gu, "")
      .replace(/[`]|\*\*/gu, "")
      .replace(/\s+/gu, " ")
      .trim(),
  );

const recall = new Recall<string>();

/** A sentence is no type: the cell of the type was left out, and the others moved up. */
export const looksLikeType = (text: string): boolean =>
  text.length <= 80 && !/[\p{Script=Han}。，；！？]/u.test(text) && text.split(" ").length <= 4;
