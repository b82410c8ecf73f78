import assert from 'node:assert/strict';
import test from 'node:test';
import { chunks } from '../../web/chunks.mjs';

const bytes = Uint8Array.from({ length: 19_000_001 }, (_, at) => (at * 7919) >> 8);

/** A Blob as older browsers have it: its stream does not read into buffers of the caller's. */
class OldBlob extends Blob {
  stream() { return new ReadableStream({ pull: (controller) => controller.close() }); }
  slice(from, to) {
    this.longestSlice = Math.max(this.longestSlice ?? 0, Math.min(to, this.size) - from);
    return super.slice(from, to);
  }
}

async function read(blob) {
  const parts = [];
  for await (const chunk of chunks(blob)) {
    assert.ok(chunk.length > 0 && chunk.length <= 1 << 20, `${chunk.length} bytes at once`);
    parts.push(chunk.slice());
  }
  return Buffer.concat(parts);
}

for (const [how, Kind] of [['a byte stream', Blob], ['slices', OldBlob]]) {
  test(`A file is read whole and in order through ${how}`, async () => {
    for (const length of [0, 1, 1 << 20, (8 << 20) + 1, bytes.length]) {
      const part = bytes.subarray(0, length);
      assert.equal(Buffer.compare(await read(new Kind([part])), part), 0, `${length} bytes`);
    }
  });

  test(`Whoever has enough of ${how} may stop`, async () => {
    for await (const chunk of chunks(new Kind([bytes]))) {
      assert.equal(chunk[1], bytes[1]);
      break;
    }
  });
}

test('A byte stream is not sliced, and slices are no longer than they need to be', async () => {
  const sliced = new OldBlob([bytes]);
  await read(sliced);
  assert.equal(sliced.longestSlice, 8 << 20);
  const streamed = new Blob([bytes]);
  streamed.slice = () => assert.fail('sliced');
  await read(streamed);
});

test('A file that cannot be read is an error in words, whichever way it is read', async () => {
  const failing = () => { throw new DOMException('gone', 'NotFoundError'); };
  const streamed = { size: 9, stream: () => new ReadableStream({ type: 'bytes', pull: failing }) };
  const sliced = { size: 9, stream: failing, slice: () => ({ arrayBuffer: async () => failing() }) };
  for (const file of [streamed, sliced]) {
    await assert.rejects(async () => { for await (const _ of chunks(file)) assert.fail('a chunk'); }, /could not be read/);
  }
});
