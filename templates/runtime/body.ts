/**
 * Writes the body fields, by wire name, as a form. `fetch` sets the content type, as only it knows
 * the boundary.
 */
export function formBody(fields: Readonly<Record<string, unknown>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const part of [value].flat()) {
      if (part === undefined) continue;
      // Proof of the `as`: a view is a `BlobPart` unless its memory is shared, which `Blob` refuses.
      const item = ArrayBuffer.isView(part) ? new Blob([part as BlobPart]) : part;
      if (!(item instanceof Blob)) form.append(name, text(item));
      // A nameless file would be called "blob".
      else form.append(name, item, item instanceof File ? item.name : name);
    }
  }
  return form;
}

function text(part: unknown): string {
  return typeof part === "object" ? JSON.stringify(part) : String(part);
}
