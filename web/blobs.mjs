// What blobs hold. A piece of a file may be held by nobody while it is read: if the garbage collector took it, the wait would never end
// (chunks.mjs has seen that of a stream). So whoever waits holds it.

const held = new Set();

async function holding(blob, reading) {
  held.add(blob);
  try {
    return await reading;
  } finally {
    held.delete(blob);
  }
}

export const bytesOf = (blob) => holding(blob, blob.arrayBuffer());
export const textOf = (blob) => holding(blob, blob.text());
