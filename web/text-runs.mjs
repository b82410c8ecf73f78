// Strings that the embedded font lacks (Arabic, Chinese, emoji …), drawn by the browser with the system's fonts into one
// sheet, which becomes a texture. The sheet is uploaded straight from its canvas: reading pixels back is scrambled by
// privacy modes. White on nothing, to be tinted; strings with emoji in the theme's own ink.

const width = 2048;
const firstHeight = 512;
const largestHeight = 4096;
const gap = 1; // nothing of a neighbour is seen when a texture is sampled
const families = "'Inter', system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', 'Geeza Pro', sans-serif";
const weights = [400, 600];

const emoji = /\p{Emoji_Presentation}|\p{Emoji}\uFE0F/u;
// By the first strong character, as in https://unicode.org/reports/tr9/; a left-to-right mark is one.
const rightToLeft = /^[^\p{L}\u200E]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

export class TextRuns {
  #sheet = new OffscreenCanvas(width, firstHeight);
  #context = prepared(this.#sheet);
  #runs = new Map();
  #shelves = []; // { top, height, right }
  #bottom = 0;
  #full = false;
  #dirty = null; // { left, top, right, bottom }
  #allocated = 0; // the height that the texture has
  #ink = '#000';

  /** The colour of text among emoji. */
  set ink(colour) {
    if (colour === this.#ink) return;
    this.#ink = colour;
    this.#clear();
  }

  /**
   * Where `text` stands on the sheet: { left, top, width, height, baseline } in its pixels, { coloured, rightToLeft }; null when the
   * sheet is full. `size` is that of the em in pixels of the screen. Holds until `flush` has been called.
   */
  run(text, size, weight) {
    const key = `${size} ${weight} ${text}`;
    let run = this.#runs.get(key);
    if (run === undefined) {
      run = this.#draw(text, size, weight);
      if (run) this.#runs.set(key, run);
    }
    return run;
  }

  /** The size of the sheet, by which positions become texture coordinates. */
  get width() { return width; }
  get height() { return this.#sheet.height; }

  /** Uploads what was drawn since the last time to the bound texture. Gives whether the next frame must draw again. */
  flush(gl) {
    if (this.#dirty) this.#upload(gl);
    if (!this.#full) return false;
    this.#full = false;
    if (this.#sheet.height < largestHeight) this.#sheet.height *= 2;
    this.#clear();
    return true;
  }

  /** The texture is gone: it is made anew. */
  forget() { this.#clear(); }

  #upload(gl) {
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 4);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false); // the renderer blends straight alpha
    if (this.#allocated !== this.#sheet.height) {
      this.#allocated = this.#sheet.height;
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, this.#allocated, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
    }
    const { left, top, right, bottom } = this.#dirty;
    gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, left);
    gl.pixelStorei(gl.UNPACK_SKIP_ROWS, top);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, left, top, right - left, bottom - top, gl.RGBA, gl.UNSIGNED_BYTE, this.#sheet);
    gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, 0);
    gl.pixelStorei(gl.UNPACK_SKIP_ROWS, 0);
    this.#dirty = null;
  }

  #draw(text, size, weight) {
    const context = this.#context;
    const coloured = emoji.test(text);
    context.font = `${weights[weight]} ${size}px ${families}`;
    context.direction = rightToLeft.test(text) ? 'rtl' : 'ltr';
    const metrics = context.measureText(text);
    const ascent = Math.ceil(Math.max(metrics.fontBoundingBoxAscent, metrics.actualBoundingBoxAscent));
    const descent = Math.ceil(Math.max(metrics.fontBoundingBoxDescent, metrics.actualBoundingBoxDescent));
    const run = {
      width: Math.min(Math.ceil(metrics.width), width - 2 * gap), // a longer one than the sheet is wide is cut
      height: ascent + descent,
      baseline: ascent,
      coloured,
      rightToLeft: context.direction === 'rtl',
    };
    if (!this.#place(run)) {
      this.#full = true;
      return null;
    }
    context.save();
    context.beginPath();
    context.rect(run.left, run.top, run.width, run.height);
    context.clip();
    context.fillStyle = coloured ? this.#ink : '#fff';
    context.fillText(text, run.left, run.top + ascent);
    context.restore();
    this.#touch(run);
    return run;
  }

  /** Sets `left` and `top`: at the end of a shelf of the same height, or on a new one. */
  #place(run) {
    const shelf = this.#shelves.find(({ height, right }) => height === run.height && right + run.width + gap <= width) ?? this.#newShelf(run.height);
    if (!shelf) return false;
    run.left = shelf.right;
    run.top = shelf.top;
    shelf.right += run.width + gap;
    return true;
  }

  #newShelf(height) {
    if (this.#bottom + gap + height > this.#sheet.height) return null;
    const shelf = { top: this.#bottom + gap, height, right: gap };
    this.#bottom += gap + height;
    this.#shelves.push(shelf);
    return shelf;
  }

  #touch({ left, top, width: wide, height }) {
    const before = this.#dirty ?? { left, top, right: left, bottom: top };
    this.#dirty = {
      left: Math.min(before.left, left),
      top: Math.min(before.top, top),
      right: Math.max(before.right, left + wide),
      bottom: Math.max(before.bottom, top + height),
    };
  }

  #clear() {
    this.#context = prepared(this.#sheet);
    this.#context.clearRect(0, 0, width, this.#sheet.height);
    this.#runs.clear();
    this.#shelves = [];
    this.#bottom = 0;
    this.#dirty = null;
    this.#allocated = 0; // a new texture is blank, between the runs too
  }
}

/** Without `willReadFrequently`, which would make every upload fifty times slower. */
function prepared(sheet) {
  const context = sheet.getContext('2d');
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  return context;
}
