// What an export is written to.

/** A file that comes in parts: a Blob, or what a stream takes as it comes. */
export class ExportedFile {
  size = 0;
  #name;
  #type;
  #stream;
  #parts = [];

  static async create(name, type, writeTo) { return new ExportedFile(name, type, await writeTo?.(name)); }
  constructor(name, type, stream) {
    this.#name = name;
    this.#type = type;
    this.#stream = stream?.getWriter() ?? null;
  }

  async add(bytes) {
    this.size += bytes.length;
    if (this.#stream) await this.#written(this.#stream.write(bytes));
    // As a Blob at once, as the browser keeps that where it has more room than in a page.
    else this.#parts.push(new Blob([bytes]));
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
