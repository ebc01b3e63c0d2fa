import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serve } from '#scripts/server/serve.ts';
import { launchBrowser } from '../support/browser.ts';

/**
 * How long a checklist of many provisions takes in Chromium: `npm run bench:checklist -- [FOLDER] [COUNT]`, FOLDER a built site
 * of the samples. The longest standard of the samples is repeated to COUNT provisions.
 */
const folder = resolve(process.argv[2] ?? 'dist');
const count = Number(process.argv[3] ?? 3000);
const slug = 'db9902-t-12-2023';

interface File {
  readonly text: { provisions: { readonly id: string; readonly text: string }[] };
}

const file = JSON.parse(readFileSync(join(folder, `standards/${slug}/index.json`), 'utf8')) as File;
const { provisions } = file.text;
file.text.provisions = Array.from({ length: count }, (_, at) => {
  const provision = provisions[at % provisions.length];
  return { ...provision, id: `p${at}`, text: `${provision?.text ?? ''}（${at}）` };
});

const { url } = await serve({ dir: folder, port: 0 });
const browser = await launchBrowser();
const page = await browser.newPage();
await page.route(`**/standards/${slug}/index.json`, (route) => route.fulfill({ json: file }));
const started = performance.now();
await page.goto(`${url}tools/checklist/?standard=${slug}`);
await page.locator('.provisions-table tbody tr').first().waitFor();
const opened = performance.now() - started;
/** Milliseconds until the page has been painted again after something was done. */
const time = (act: string) =>
  page.evaluate<number>(`(async () => {
    const begun = performance.now();
    ${act};
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - begun;
  })()`);
const tick = await time(`document.querySelector('.tick input').click()`);
const filter = await time(
  `const box = document.querySelector('input[name="limited"]'); box.checked = true; box.dispatchEvent(new Event('change', { bubbles: true }))`,
);
const all = await time(
  `const box = document.querySelector('input[name="limited"]'); box.checked = false; box.dispatchEvent(new Event('change', { bubbles: true })); window.dispatchEvent(new Event('beforeprint'))`,
);
const drawn = await page.locator('.provisions-table tbody tr').count();
const late = await time(`document.querySelectorAll('.tick input')[${count - 1}].click()`);
const print = (name: string, value: number) =>
  process.stdout.write(`${name.padEnd(40)}${Math.round(value)} ms\n`);
print(`address to first rows, ${count} provisions`, opened);
print('a tick', tick);
print('a filter', filter);
print(`all ${drawn} rows drawn (for print)`, all);
print('a tick with all rows drawn', late);
await browser.close();
process.exit(0);
