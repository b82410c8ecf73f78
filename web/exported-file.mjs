// What an export is written to.

/** A file that comes in parts: a Blob, or what a stream takes as it comes. */
export class ExportedFile {
  size = 0;
  #name;
  #type;
  #stream;
  #parts = [];
  #spare = new Uint8Array();

  static async create(name, type, writeTo) { return new ExportedFile(name, type, await writeTo?.(name)); }
  constructor(name, type, stream) {
    this.#name = name;
    this.#type = type;
    this.#stream = stream?.getWriter() ?? null;
  }

  async add(bytes) {
    this.size += bytes.length;
    if (this.#stream) {
      await this.#written(this.#stream.write(bytes));
      return;
    }
    // As a Blob at once, as the browser keeps that where it has more room than in a page.
    this.#parts.push(new Blob([bytes]));
    this.#spare = bytes;
  }
  /** Bytes that were added and are not needed any more, to be filled again: a Blob has its own, a stream may keep what it gets. */
  takeSpare() {
    const spare = this.#spare;
    this.#spare = new Uint8Array();
    return spare;
  }
  async finish() {
    if (this.#stream) {
      await this.#written(this.#stream.close());
      return { name: this.#name, size: this.size };
    }
    return globalThis.File ? new File(this.#parts, this.#name, { type: this.#type }) : new Blob(this.#parts, { type: this.#type });
  }
  async #written(writing) {
    try {
      await writing;
    } catch (error) {
      throw new Error(error.name === 'QuotaExceededError'
        ? 'The disk is full: the file could not be written'
        : `The file could not be written: ${error.message}`, { cause: error });
    }
  }
  /** Leaves nothing behind. */
  async abandon() { await this.#stream?.abort().catch(() => {}); }
}
