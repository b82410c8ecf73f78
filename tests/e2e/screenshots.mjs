// Pictures of every state of the page, in build/screenshots, for people to look at: script/screenshots [PATTERN].
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openPage, startBrowser } from './browser.mjs';
import { foreign, message, report } from './reports.mjs';

const folder = fileURLToPath(new URL('../../build/screenshots', import.meta.url));
const eid = (rows) => ({ name: 'eid.json', content: JSON.stringify(report(rows)) });
const sample = async (visit) => {
  await visit.press(visit.button('Try a sample'));
  await visit.grid.waitFor({ state: 'attached' });
  await visit.settled();
};
const reading = async (visit) => {
  await visit.drop({ name: 'foreign.json', content: foreign() });
  await visit.press(visit.tab(/^How this file was read/));
};

const scenes = {
  landing: async () => {},
  refused: (visit) => visit.drop({ name: 'notes.txt', content: 'Dear all,\nplease find the report attached.' }),
  loading: async (visit) => {
    await visit.page.evaluate(() => { Worker.prototype.postMessage = () => {}; }); // an engine that never answers
    await visit.drop(eid(1_000));
  },
  sample,
  clicks: async (visit) => { await sample(visit); await visit.press(visit.tab(/^uLink clicks/)); },
  definition: async (visit) => { await sample(visit); await visit.hover(visit.button(/^Delivery not confirmed /)); },
  filtered: async (visit) => {
    await visit.drop(eid(20_000));
    await visit.press(visit.button(/^Failed /));
    await visit.type('absent');
  },
  menu: async (visit) => {
    await visit.drop(eid(20_000));
    await visit.press(visit.button('Menu of Status'));
    await visit.page.getByRole('checkbox', { name: /^Failed/ }).waitFor({ state: 'attached' });
  },
  'menu-time': async (visit) => {
    await visit.drop(eid(20_000));
    await visit.press(visit.button(/^Menu of (Time|Number)$/).last());
    await visit.page.getByRole('checkbox').first().waitFor({ state: 'attached' });
  },
  details: async (visit) => {
    await visit.drop(eid(20_000));
    await visit.press(visit.page.getByRole('gridcell', { name: message(4).number, exact: true }));
    await visit.page.keyboard.press('Shift+ArrowDown');
    await visit.page.keyboard.press('Shift+ArrowRight');
    await visit.page.keyboard.press('Enter');
    await visit.settled();
  },
  insight: async (visit) => {
    await visit.drop(eid(20_000));
    await visit.press(visit.tab('Insight'));
    await visit.page.getByRole('heading', { name: 'What became of the messages' }).waitFor({ state: 'attached' });
  },
  help: async (visit) => { await sample(visit); await visit.page.keyboard.press('?'); },
  'no-match': async (visit) => { await sample(visit); await visit.type('no such text'); },
  'cut-off': (visit) => visit.drop({ name: 'cut.json', content: eid(500).content.slice(0, 60_000) }),
  export: async (visit) => {
    await visit.drop(eid(20_000));
    await visit.press(visit.button(/^Failed /));
    await visit.type('absent');
    await visit.press(visit.button(/^Export/));
    await visit.dialog.getByText(/^about/).waitFor({ state: 'attached' });
  },
  'export-audience': async (visit) => {
    await sample(visit);
    await visit.press(visit.button(/^Export/));
    await visit.press(visit.dialog.getByRole('button', { name: 'An audience' }));
    await visit.press(visit.dialog.getByRole('button', { name: 'Audience', exact: true }));
  },
  'export-csv': async (visit) => {
    await sample(visit);
    await visit.press(visit.button(/^Export/));
    await visit.press(visit.dialog.getByRole('button', { name: 'CSV' }));
  },
  exported: async (visit) => { await sample(visit); await visit.export(); },
  reading,
  roles: async (visit) => {
    await reading(visit);
    const roles = visit.button(/^Read msisdn as/);
    await visit.settled();
    await visit.page.mouse.move(100, 400);
    for (let turns = 0; turns < 10 && await roles.count() === 0; ++turns) { // what is not seen is not there to be pressed
      await visit.page.mouse.wheel(0, 150);
      await visit.settled();
    }
    await visit.press(roles);
  },
  zones: async (visit) => { await reading(visit); await visit.press(visit.button(/^Zone of times without an offset/)); },
};
const desktop = { width: 1280, height: 800 };
const looks = {
  light: { viewport: desktop },
  dark: { viewport: desktop, dark: true },
  'wide-2x': { viewport: { width: 1920, height: 1080 }, scale: 2 },
  narrow: { viewport: { width: 390, height: 844 } },
  contrast: { viewport: desktop, contrast: true },
  low: { viewport: { width: 1280, height: 500 } },
  phone: { viewport: { width: 360, height: 740 }, scale: 2, dark: true },
  '4k': { viewport: { width: 3840, height: 2160 } },
};

const pattern = new RegExp(process.argv[2] ?? '');
mkdirSync(folder, { recursive: true });
const host = await startBrowser();
for (const [scene, show] of Object.entries(scenes)) {
  for (const [look, options] of Object.entries(looks)) {
    const name = `${scene}-${look}`;
    if (!pattern.test(name)) continue;
    const visit = await openPage(host, options);
    await show(visit);
    await visit.settled();
    await visit.page.screenshot({ path: `${folder}/${name}.png` });
    await visit.close();
    console.log(`build/screenshots/${name}.png`);
  }
}
await host.close();
