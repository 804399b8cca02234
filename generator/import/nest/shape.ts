import type { Scalar } from "../endpoint.js";
import type { Node } from "./node.js";

/** A field's type before its children are understood. */
export type Shape =
  | { readonly kind: "scalar"; readonly name: Scalar }
  | { readonly kind: "list"; readonly items: Shape }
  | { readonly kind: "map"; readonly values: Shape }
  | {
      readonly kind: "object";
      readonly name: string | undefined;
      readonly children: readonly Node[];
    };

/** A shape, and why it could be another one; nothing when the page is clear. */
export interface Judged {
  readonly shape: Shape;
  readonly doubt?: string;
}
