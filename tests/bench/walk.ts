import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { projectRoot } from '#library/code-digest.ts';
import { listFolders } from '#library/files.ts';
import { exportWord } from '#publish/word/export.ts';
import { publish } from '#publish/index.ts';
import { startDesk } from '#scripts/server/start-desk.ts';
import type { StartedDesk } from '#scripts/server/start-desk.ts';
import { launchBrowser } from '../support/browser.ts';
import { writeFiles, writeStandard } from '../support/temporary-library.ts';
import { makeWord, p } from '../support/word-file.ts';

/** Seconds of one step of the walk. */
const patience = 120_000;

interface Walk {
  readonly sample: string;
  /** Milliseconds from the drop to the report, to the published page, and to the hit in search. */
  readonly imported: number;
  readonly published: number;
  readonly found: number;
  readonly fault: string;
}

/**
 * `npm run bench:walk`: each Word sample, in a browser, from the drop at the desk to its page and its hit in search, timed.
 * `--library content`: on a copy of that library; `--only db9902-t-12-2023`: of that sample;
 * `--from t-sfjd-005-2021`: of that one and those behind it.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      library: { type: 'string' },
      only: { type: 'string' },
      from: { type: 'string' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'biaolian-walk-'));
  const [library, out, cache, keep] = ['library', 'site', 'cache', 'keep'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  const content = join(projectRoot, 'content');
  if (values.library === undefined) {
    writeFiles(library, { 'standards/local/db9902-t-700-2024/index.md': writeStandard() });
    cpSync(join(content, 'vocabulary'), join(library, 'vocabulary'), { recursive: true });
  } else cpSync(resolve(values.library), library, { recursive: true });
  const samples = await writeSamples(content, folder, values.only);
  const first = samples.findIndex((sample) => nameOf(sample) === values.from);
  const extras = { pdf: false, word: false, data: false } as const;
  await publish({ library, out, cache, ...extras });
  const ports = { port: 0, sitePort: 0, spare: 0 };
  const desk = await startDesk({ library, out, cache, keep, extras, ...ports });
  const browser = await launchBrowser();
  const walks: Walk[] = [];
  try {
    const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
    const page = await context.newPage();
    await page.goto(desk.address());
    for (const [at, sample] of samples.entries()) {
      if (at < first) continue;
      walks.push(await walk(page, desk, sample, `DB9902/T ${8001 + at}—2026`));
      process.stdout.write(describe(walks.slice(-1)).split('\n').slice(-2).join('\n'));
    }
  } finally {
    await browser.close();
    await desk.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(`\n${describe(walks)}`);
  return walks.every(({ fault, found }) => fault === '' && found < 180_000) ? 0 : 1;
}

/** The Chinese texts of the library as Word files, and a draft that was typed without styles. */
async function writeSamples(
  content: string,
  folder: string,
  only: string | undefined,
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const path of listFolders(content)) {
    const slug = path.split('/').at(-1) ?? '';
    if (only !== undefined && slug !== only) continue;
    const word = await exportWord(join(content, path), 'zh');
    if (!word) continue;
    files.push(join(folder, `${slug}.docx`));
    writeFileSync(join(folder, `${slug}.docx`), word.bytes);
  }
  if (only === undefined) {
    files.push(join(folder, 'typed.docx'));
    const body = typed.split('\n').map((line) => p(line));
    writeFileSync(join(folder, 'typed.docx'), makeWord({ body: body.join('') }));
  }
  return files;
}

const nameOf = (file: string): string => file.split('/').at(-1)?.replace('.docx', '') ?? '';

async function walk(page: Page, desk: StartedDesk, file: string, number: string): Promise<Walk> {
  const sample = nameOf(file);
  const start = performance.now();
  const since = (): number => Math.round(performance.now() - start);
  let [imported, published] = [0, 0];
  try {
    await page.goto(new URL('/', page.url()).href);
    await page.locator('#word-file').setInputFiles(file);
    // Whatever number it has is given another: the library may have it.
    const asked = page.locator('#ask-number');
    const report = page.getByRole('tab', { name: '导入报告' });
    await asked.or(report).first().waitFor({ timeout: patience });
    if (await asked.isVisible()) {
      await asked.fill(number);
      await page.keyboard.press('Enter');
      await report.waitFor({ timeout: patience });
    }
    imported = since();
    await putRight(page);
    await page.getByRole('button', { name: '公布…' }).click();
    const dialog = page.getByRole('dialog');
    const go = dialog.getByRole('button', { name: '公布', exact: true });
    const days = dialog.getByLabel('发布日期');
    await go
      .or(days)
      .or(dialog.getByText(/处错误/))
      .first()
      .waitFor({ timeout: patience });
    if (await days.isVisible()) {
      // The days of the draft, where it has them: an edition is not later than the one after it.
      const implemented = dialog.getByLabel('实施日期');
      if ((await days.inputValue()) === '') await days.fill('2026-01-10');
      if ((await implemented.inputValue()) === '') {
        const [year, ...rest] = (await days.inputValue()).split('-');
        await implemented.fill([Number(year) + 1, ...rest].join('-').replace('-02-29', '-02-28'));
      }
      await implemented.press('Enter');
      await days.waitFor({ state: 'detached', timeout: patience });
    }
    if (!(await go.isVisible())) {
      return { sample, imported, published, found: 0, fault: await dialog.innerText() };
    }
    const printed = (await dialog.locator('.publish-name .number').textContent()) ?? '';
    const title = ((await dialog.locator('.publish-name').textContent()) ?? '').replace(
      printed,
      '',
    );
    await go.click();
    const link = dialog.getByRole('link', { name: '打开公布的页面' });
    await link.or(dialog.getByRole('alert')).first().waitFor({ timeout: patience });
    if (!(await link.isVisible())) {
      return { sample, imported, published, found: 0, fault: await dialog.innerText() };
    }
    const live = await page.context().newPage();
    await live.goto((await link.getAttribute('href')) ?? '');
    await live.locator('h1', { hasText: title.trim() }).first().waitFor({ timeout: patience });
    published = since();
    await live.goto(`${desk.site}search/?q=${encodeURIComponent(title.trim())}`);
    await live.locator('.hit', { hasText: printed }).first().waitFor({ timeout: patience });
    await live.close();
    return { sample, imported, published, found: since(), fault: '' };
  } catch (error) {
    const fault = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { sample, imported, published, found: 0, fault };
  }
}

/** Presses the button that puts right what can be, where there is one. */
async function putRight(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /发现/ }).click();
  const fixAll = page.getByRole('button', { name: '能改的都改好' });
  if (await fixAll.isVisible()) {
    await fixAll.click();
    await page.getByText(/^已存 /).waitFor({ timeout: patience });
  }
}

function describe(walks: readonly Walk[]): string {
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  const heads = ['sample', 'report, s', 'page, s', 'hit in search, s', 'fault'];
  const lines = walks.map(({ sample, imported, published, found, fault }) => [
    sample,
    seconds(imported),
    seconds(published),
    fault === '' ? seconds(found) : '',
    fault.replaceAll(/\s+/g, ' ').slice(0, 300),
  ]);
  return `${[heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

const typed = `ICS 55.220
CCS A 85
DB9902
示 范 市 地 方 标 准
DB9902/T 71—2027
冷藏箱租赁服务规范
Specification for rental service of refrigerated boxes
2026-01-10发布
2026-04-01实施
示范市市场监督管理局\u3000发布
前\u3000\u3000言
本文件按照GB/T 1.1-2020《标准化工作导则 第1部分：标准化文件的结构和起草规则》的规定起草。
本文件由示范市商务局提出并归口。
本文件起草单位：示范冷链集团有限公司。
本文件主要起草人：海澜、谷雨。
冷藏箱租赁服务规范
1 范围
本文件规定了冷藏箱租赁服务的基本要求。
本文件适用于示范市冷藏箱租赁服务。
2 规范性引用文件
本文件没有规范性引用文件。
3 术语和定义
本文件没有需要界定的术语和定义。
4 基本要求
4.1 冷藏箱应在交付前预冷。
4.2 交付时应记录箱内温度。`;
