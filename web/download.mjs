// Hands a file to the person.

export function download(file) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // The browser reads the Blob after the click; no event tells when it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
