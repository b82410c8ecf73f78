// Hands a file to the person.

/**
 * For a file that is too large to be kept until it is whole: (name) => a stream to where the person wants it. Undefined in
 * browsers that cannot ask.
 */
export const askWhere = globalThis.showSaveFilePicker && (async (suggestedName) => {
  const handle = await showSaveFilePicker({ suggestedName });
  return handle.createWritable();
});

export function download(file) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // The browser reads the Blob after the click; no event tells when it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
