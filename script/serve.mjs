// A static file server for one folder, on this machine only: node script/serve.mjs FOLDER [PORT]

import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** The file that a request means, or null if there is none in the folder. */
async function findFile(folder, url) {
  try {
    const wanted = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    let file = await realpath(path.join(folder, wanted)); // of what it is, wherever a link points
    if ((await stat(file)).isDirectory()) file = path.join(file, 'index.html');
    const { size } = await stat(file);
    return file.startsWith(folder + path.sep) ? { file, size } : null;
  } catch {
    return null; // no such file, or not a URL
  }
}

async function answer(folder, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const found = await findFile(folder, request.url);
  if (!found) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
    return;
  }
  response.writeHead(200, {
    'Content-Type': types[path.extname(found.file)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(found.file).on('error', () => response.destroy()).pipe(response);
}

/** Listens on `port`, or on the first free one from 8080 on. Returns the address and a function that ends it. */
export async function serve({ folder, port }) {
  const root = await realpath(folder);
  const server = createServer((request, response) => void answer(root, request, response));
  const listen = (number) => new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(number, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });

  for (let candidate = port ?? 8080; ; candidate++) {
    try {
      await listen(candidate);
      break;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || port !== undefined || candidate >= 8180) throw error;
    }
  }
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections?.(); // a browser keeps its connections open
    }),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, port] = process.argv.slice(2);
  try {
    const { address } = await serve({ folder, port: port && Number(port) });
    console.log(`Campaign Lens is at ${address}  (files: ${folder}; Ctrl-C ends it)`);
  } catch (error) {
    console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken; leave out --port or choose another.` : error.message);
    process.exitCode = 1;
  }
}
