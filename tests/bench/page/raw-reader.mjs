// A Worker that reads a file as the engine does and does nothing with it.

import { chunks } from '../chunks.mjs';

onmessage = async ({ data: file }) => {
  let bytes = 0;
  for await (const chunk of chunks(file)) bytes += chunk.length;
  postMessage(bytes);
};
postMessage('ready');
