/**
 * A value the server chose. Editors complete the documented ones; any other may come too, so the
 * compiler wants a `default` branch.
 */
export type Open<T extends string | number> = T | (T extends string ? string & {} : number & {});

/**
 * What a file field takes. A `File` keeps its name; a `Blob` or bytes travel under the field's
 * name. Bytes over shared memory are refused by the platform's own `Blob`.
 */
export type FileInput = Blob | File | Uint8Array;
