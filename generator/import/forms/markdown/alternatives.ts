import type { PlacedRow } from "./field-table.js";
import { isTop } from "./top-rows.js";

interface Body {
  readonly heading: string;
  /** The names of the fields that it requires. */
  readonly required: Set<string>;
}

/**
 * The bodies of a page that has several, each under a heading of its own (请求体 (方式一)): a call sends
 * one of them, so that only what all of them require is required.
 */
export class Alternatives {
  readonly #bodies: Body[] = [];

  /**
   * Takes a table under a heading; `isRepeated` says that it has fields of those before. The heading of
   * the first body, when this table begins another one.
   */
  add(heading: string, table: readonly PlacedRow[], isRepeated: boolean): string | undefined {
    const [first] = this.#bodies;
    const last = this.#bodies.at(-1);
    const isOther =
      last !== undefined &&
      last.heading !== heading &&
      (isRepeated || hasOwnWords(heading) || hasOwnWords(last.heading));
    const body = last === undefined || isOther ? { heading, required: new Set<string>() } : last;
    if (body !== last) this.#bodies.push(body);
    for (const row of table) if (isTop(row) && row.required === true) body.required.add(row.name);
    return isOther ? first?.heading : undefined;
  }

  /** The rows of all bodies, as they hold whichever of them is sent. */
  eased(rows: PlacedRow[]): PlacedRow[] {
    if (this.#bodies.length < 2) return rows;
    const counts = new Map<string, number>();
    for (const name of this.#bodies.flatMap(({ required }) => [...required]))
      counts.set(name, (counts.get(name) ?? 0) + 1);
    return rows.map((row) =>
      isTop(row) && row.required === true && counts.get(row.name) !== this.#bodies.length
        ? { ...row, required: false }
        : row,
    );
  }
}

/** 请求体（方式一）, 卡片请求体; but not `Request body parameters`, which goes on with `Request body`. */
const hasOwnWords = (heading: string): boolean =>
  heading.replace(/请求体?|参数|说明|结构|request|body|param(?:eter)?s?|[\s*`:：]/giu, "") !== "";
