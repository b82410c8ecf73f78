// Files for a Worker that cannot read any: in Safari that of a page that was opened from disk. The page reads them for it, a piece at a time.

import { bytesOf } from './blobs.mjs';

/** What goes to the Worker in the place of a parameter: { size, port } for a file, and for each in a list. */
export function lent(parameter) {
  if (Array.isArray(parameter)) return parameter.map(lent);
  return parameter instanceof Blob ? lend(parameter) : parameter;
}

function lend(file) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = async ({ data: [from, to] }) => {
    try {
      const bytes = await bytesOf(file.slice(from, to));
      port1.postMessage({ bytes }, [bytes]);
    } catch ({ message }) {
      port1.postMessage({ message });
    }
  };
  return { size: file.size, port: port2 };
}

/** Of what `lent` gave, that which has to be transferred. */
export const ports = (parameters) => parameters.flat().flatMap((parameter) => parameter?.port ?? []);

/** The Worker's end: the bytes from one place to another of a file that was lent, one piece at a time. */
export function borrowed({ port }, from, to) {
  return new Promise((resolve, reject) => {
    port.onmessage = ({ data: { bytes, message } }) => (bytes ? resolve(bytes) : reject(new Error(message)));
    port.postMessage([from, to]);
  });
}

/** Whether files can be read here; asked in a Worker. */
export const readsFiles = () => new Blob(['?']).arrayBuffer().then(() => true, () => false);
