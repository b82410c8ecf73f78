// The bytes of a File in pieces of at most 1 MB: small enough that a page which parses in place stays responsive. The browser
// reads on while a piece is used. A piece is overwritten when the next one is asked for.
//
// Of 340 MB in a Chromium worker, the best of five: a byte stream 0.30 s, of which parsing hides all but 0.05; slices of 1 MB,
// one ahead, 1.1 s, of 8 MB 0.7 s. Two pieces of a stream asked for at a time, or a second worker that reads, gain nothing.

import { bytesOf } from './blobs.mjs';
import { borrowed } from './lend.mjs';

const chunkBytes = 1 << 20;
const sliceBytes = 8 << 20;

// Those that are being read. In Chromium (156) nothing else holds a file's stream while it is waited for: the garbage
// collector takes it, and the wait never ends.
const readers = new Set();

export async function* chunks(file) {
  try {
    const stream = byteStream(file);
    yield* stream ? streamed(stream) : sliced(file);
  } catch (error) {
    throw new Error('The file could not be read. Was it moved or changed, or is it a folder?', { cause: error });
  }
}

/** The file's stream where the browser reads into buffers of ours; null in Safari and elsewhere. */
function byteStream(file) {
  try {
    return file.stream().getReader({ mode: 'byob' });
  } catch {
    return null;
  }
}

async function* streamed(reader) {
  readers.add(reader);
  let buffer = new ArrayBuffer(chunkBytes);
  try {
    for (;;) {
      const { value, done } = await reader.read(new Uint8Array(buffer));
      if (done) return;
      yield value;
      buffer = value.buffer;
    }
  } finally {
    readers.delete(reader);
    reader.cancel().catch(() => {});
  }
}

async function* sliced(file) {
  const read = (at) => (file.port ? borrowed(file, at, at + sliceBytes) : bytesOf(file.slice(at, at + sliceBytes)));
  let next = read(0);
  for (let at = 0; at < file.size; at += sliceBytes) {
    const slice = new Uint8Array(await next);
    next = read(at + sliceBytes);
    next.catch(() => {}); // thrown when its turn comes
    for (let from = 0; from < slice.length; from += chunkBytes) yield slice.subarray(from, from + chunkBytes);
  }
}
