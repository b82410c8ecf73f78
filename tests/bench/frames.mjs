// What a frame of scrolling costs the page's own thread, in ms of CPU: what the viewer draws, the mirror, and the browser's layout of it.
import { openPage, startBrowser } from '../e2e/browser.mjs';
import { median } from './statistics.mjs';

const notches = 60;

/** { scrollFrame }: of a report, by the wheel, as a median. */
export async function measureFrames({ path }) {
  const host = await startBrowser();
  try {
    const visit = await openPage(host, { viewport: { width: 1280, height: 800 }, motion: true });
    visit.page.setDefaultTimeout(0);
    await visit.drop({ path });
    await visit.grid.waitFor({ state: 'attached' });
    await visit.page.getByRole('progressbar').waitFor({ state: 'detached' });
    await visit.settled();
    const { x, y } = await visit.place(visit.grid);
    await visit.page.mouse.move(x, y);
    await host.browser.startTracing(visit.page, { categories: ['devtools.timeline'] });
    for (let notch = 0; notch < notches; ++notch) await visit.page.mouse.wheel(0, 100);
    await visit.settled();
    const { traceEvents } = JSON.parse(await host.browser.stopTracing());
    return { scrollFrame: median(framesOf(traceEvents)) };
  } finally {
    await host.close();
  }
}

/** Callback of a frame, styles and layout of each frame of the thread that has them, summed. */
function framesOf(events) {
  const work = events.filter(({ name, tdur }) => tdur > 0 && ['FireAnimationFrame', 'UpdateLayoutTree', 'Layout'].includes(name));
  const thread = work.find(({ name }) => name === 'FireAnimationFrame')?.tid;
  const frames = [];
  for (const { name, tdur } of work.filter(({ tid }) => tid === thread).sort((a, b) => a.ts - b.ts)) {
    if (name === 'FireAnimationFrame') frames.push(0);
    if (frames.length > 0) frames[frames.length - 1] += tdur / 1000;
  }
  return frames;
}
