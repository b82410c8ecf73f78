// The viewer module on its canvas: when it draws, which keys are the browser's, the size, a lost context.

import createViewer from './wasm/viewer.mjs';
import * as store from './store.mjs';
import { TextRuns } from './text-runs.mjs';
import { ToPage, ToViewer, decode, encode } from './wire.mjs';
import { zoneTransitions } from './zones.mjs';

// ImGui takes up to three frames to settle after an event: a press is seen in one, acted upon in the next.
const framesAfterEvent = 3;

/**
 * Starts the viewer on `canvas`. asked(message, bytes) gets what the viewer asks of the page (a ToPage, and the same encoded),
 * mirrored(bytes) the encoded nodes of the mirror, drawn() is called after the first frame.
 * Gives { send(message), wake(), set ink }.
 */
export async function startViewer(canvas, { asked, mirrored, drawn }) {
  const runs = new TextRuns();
  const frames = new Frames((now) => {
    const more = module._viewer_frame(now);
    drawn();
    return more !== 0;
  });
  const wasmModule = await store.wasm('wasm/viewer.wasm');
  const module = await createViewer({
    canvas,
    textRuns: runs,
    zoneTransitions,
    post: (bytes) => queueMicrotask(() => asked(decode(ToPage, bytes), bytes)), // it may answer, which a frame must not see
    mirror: mirrored,
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(wasmModule, imports).then((instance) => done(instance, wasmModule));
      return {};
    },
  });
  if (!module._viewer_start()) throw new Error('This browser has no WebGL 2, which Campaign Lens draws with.');
  const font = module._viewer_font() >>> 0;
  document.fonts.add(new FontFace('Campaign Lens', module.HEAPU8.slice(font, font + module._viewer_font_size())));

  const give = (name, bytes) => {
    const at = module._viewer_allocate(bytes.length) >>> 0;
    module.HEAPU8.set(bytes, at);
    module[`_viewer_${name}`](bytes.length);
    frames.wake(framesAfterEvent);
  };

  watchSize(canvas, (width, height, pixelWidth, pixelHeight) => {
    module._viewer_resize(width, height, pixelWidth, pixelHeight);
    frames.now(); // at once: a canvas of a new size is blank
  });
  watchInput(canvas, ({ type }) => (presses.has(type) ? frames.wakeAnew(framesAfterEvent) : frames.wake(framesAfterEvent)));
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault(); // it is to come back
    frames.held = true;
    module._viewer_lose();
  });
  canvas.addEventListener('webglcontextrestored', () => {
    runs.forget();
    module._viewer_restore();
    frames.held = false;
    frames.wake(framesAfterEvent);
  });

  return {
    send: (message) => give('receive', encode(ToViewer, message)),
    set ink(colour) { runs.ink = colour; },
  };
}

/** Draws as long as it is asked to, and never otherwise. For tests `window.campaignLens` counts the frames, and tells whether one is due. */
class Frames {
  held = false; // there is nothing to draw on
  #draw;
  #wanted = 0;
  #scheduled = null; // the browser's number of the frame to come

  constructor(draw) {
    this.#draw = draw;
    window.campaignLens = { frames: 0, due: () => this.#scheduled !== null };
  }
  wake(frames) {
    this.#wanted = Math.max(this.#wanted, frames);
    this.#scheduled ??= requestAnimationFrame((now) => {
      this.#scheduled = null;
      this.#frame(now);
    });
  }
  /**
   * The same after a press. Safari lets a page ask for a file and copy only in what comes of a press, such as a frame that was asked for
   * then: one that was asked for before the press gives way.
   */
  wakeAnew(frames) {
    cancelAnimationFrame(this.#scheduled);
    this.#scheduled = null;
    this.wake(frames);
  }
  now() {
    this.#wanted = framesAfterEvent;
    this.#frame(performance.now());
  }
  #frame(now) {
    if (this.held) return;
    --this.#wanted;
    ++window.campaignLens.frames;
    const more = this.#draw(now);
    if (more || this.#wanted > 0) this.wake(1);
  }
}

/** resized(CSS width, CSS height, pixel width, pixel height), now and on every change, of the zoom too. */
function watchSize(canvas, resized) {
  // The canvas in pixels of the screen as the browser laid it out, where it tells; it may be one off the product.
  let laidOut = null;
  const measure = () => {
    const { width, height } = canvas.getBoundingClientRect();
    const pixels = (length, exact) => {
      const product = Math.round(length * devicePixelRatio);
      return Math.abs(exact - product) <= 1 ? exact : product;
    };
    resized(width, height, pixels(width, laidOut?.inlineSize), pixels(height, laidOut?.blockSize));
  };
  const observer = new ResizeObserver(([entry]) => {
    laidOut = entry.devicePixelContentBoxSize?.[0];
    measure();
  });
  try {
    observer.observe(canvas, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(canvas); // Safari
  }
  // The ratio may change without the size, as when the window moves to another screen.
  const watchRatio = () => matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
    measure();
    watchRatio();
  }, { once: true });
  watchRatio();
}

const inputs = ['pointermove', 'pointerdown', 'pointerup', 'pointerleave', 'wheel', 'keydown', 'keyup', 'keypress', 'focus', 'blur'];
const presses = new Set(['pointerdown', 'pointerup', 'keydown']);

function watchInput(canvas, happened) {
  canvas.addEventListener('pointerdown', () => canvas.focus({ preventScroll: true }));
  canvas.addEventListener('contextmenu', (event) => event.preventDefault());
  for (const type of inputs) addEventListener(type, happened, { capture: true, passive: true });
  // SDL would take every key from the browser, and Tab from those who walk through the page with it.
  for (const type of ['keydown', 'keyup']) {
    addEventListener(type, (event) => {
      if (event.target === canvas && isForBrowser(event)) event.stopImmediatePropagation();
    }, { capture: true });
  }
}

const modifiers = new Set(['Shift', 'Control', 'Meta']);

/** Keys that mean the same wherever one is: from the mirror's controls they go on to the canvas, unless a text is edited. */
export function passKeys(mirror, canvas) {
  for (const type of ['keydown', 'keyup']) {
    mirror.addEventListener(type, (event) => {
      const key = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : '';
      const inField = event.target.type === 'search';
      if (event.isComposing) return;
      if (modifiers.has(event.key)) canvas.dispatchEvent(new KeyboardEvent(type, event));
      const history = ['z', 'y'].includes(key) && !inField, entered = event.key === 'Enter' && inField;
      if (event.key !== 'Escape' && key !== 'e' && !history && !entered && !isFind(event)) return;
      event.preventDefault();
      canvas.dispatchEvent(new KeyboardEvent(type, event));
    });
  }
}

const ours = new Set(['a', 'c', 'e', 'g', 'x', 'y', 'z', 'Home', 'End', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', ' ', 'Backspace', 'Delete',
  'Control', 'Meta', 'Shift']);

/** Over a grid: the browser's own find knows of the rows on screen at most. */
const isFind = ({ key, ctrlKey, metaKey, altKey }) => (
  (key === 'F3' || ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'f')) && document.querySelector('#mirror [role=grid]') !== null);

function isForBrowser(event) {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (isFind(event)) return false;
  if (key === 'Tab' || /^F\d+$/.test(key)) return true;
  if (altKey) return key !== 'ArrowDown'; // opens a menu
  return (ctrlKey || metaKey) && !ours.has(key.length === 1 ? key.toLowerCase() : key);
}
