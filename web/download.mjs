// Hands a file to the person.

/** Whether the browser can ask where a file is to be, and then writes it there as it is made. */
export const asksWhere = typeof globalThis.showSaveFilePicker === 'function';

/** The place that the person chooses: { name, createWritable() }. Rejects with an AbortError where they choose none. */
export const chosenPlace = (suggestedName) => showSaveFilePicker({ suggestedName });

export function download(file) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // The browser reads the Blob after the click; no event tells when it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
