import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '#search/ask.ts';
import type { SearchRequest } from '#search/contract.ts';
import { openLibrary } from '#library/open.ts';
import { openEngines, openSampleEngines } from '../bench/search/engines.ts';
import type { Engines } from '../bench/search/engines.ts';
import { SAMPLE_DAY } from '../support/sample-index.ts';
import { standardPath, writeFiles, writeStandard } from '../support/temporary-library.ts';

/** Clauses in which something is spelled otherwise than it is asked for. */
const SPELLED = `
# 其他要求

## {#roman}

Ⅳ类水体应监测，ＬＥＤ屏应点亮，№1号井应封填。

## {#radical}

绳⻓应测量，⼯作⼈员应培训，⾷品应检验，⻋辆应停放。

## {#marks}

Wi-Fi模块应可关闭，2,4-D残留应记录，C++代码应审查。

## {#unseen}

浮标\u200b锚链应牢固，测\u00ad深仪应校准。

## {#grouped}

样例屏的照度应不低于76 500 lx。
`;

/** What stands beside it: texts that speak of water, screens, training and codes as well. */
const BESIDE = [
  'local/db9902-t-12-2023',
  'local/db9902-t-37-2025',
  'group/t-sfjd-005-2024',
  'enterprise/q-sfxs-010-2025',
  'enterprise/q-sfzd-004-2026',
];

let folder: string;
/** Of the sample library. */
let engines: Engines;
/** Of the text above among others. */
let spelled: Engines;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'biaolian-asked-'));
  for (const path of ['vocabulary', ...BESIDE.map((each) => `standards/${each}`)])
    cpSync(join('content', path), join(folder, path), { recursive: true });
  writeFiles(folder, { [standardPath()]: writeStandard({ body: SPELLED }) });
  spelled = await openEngines(await openLibrary({ dir: folder, asOf: SAMPLE_DAY }));
  ({ engines } = await openSampleEngines());
}, 600_000);
afterAll(async () => {
  await engines?.close();
  await spelled?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['embedded', 'meilisearch'] as const)('%s', (name) => {
  const search = (text: string, rest: Partial<SearchRequest> = {}) =>
    ask(engines[name], { text, language: 'zh', ...rest });
  const firstNumbers = async (text: string, count: number) =>
    (await search(text)).hits.slice(0, count).map(({ number }) => number);

  test.each([
    ['GB/T 191—2025　包装储运图形符号标志', ['GB/T 191—2025']],
    ['GB/T 191-2025 包装储运图示标志', ['GB/T 191—2025']],
    ['《物流术语》（GB/T 18354—2021）', ['GB/T 18354—2021']],
    ['GB/T 1.1-2020 标准化工作导则 第1部分', ['GB/T 1.1—2020']],
    ['1、GB/T 18354-2021', ['GB/T 18354—2021']],
    ['(1) GB/T 18354-2021', ['GB/T 18354—2021']],
    ['GB/T 18354-2021和GB/T 191-2025', ['GB/T 18354—2021', 'GB/T 191—2025']],
    ['GB/T 191-2025 GB/T 18354-2021', ['GB/T 191—2025', 'GB/T 18354—2021']],
    ['ISO 17025', ['ISO/IEC 17025:2017']],
    ['ISO17025', ['ISO/IEC 17025:2017']],
    ['ISO 17025:2017', ['ISO/IEC 17025:2017']],
    ['ISO/IEC 17025', ['ISO/IEC 17025:2017']],
    ['检测实验室 ISO 17025', ['ISO/IEC 17025:2017']],
    ['国标191', ['GB/T 191—2025']],
  ])('%s: first %j', async (text, wanted) => {
    expect(await firstNumbers(text, wanted.length)).toEqual(wanted);
  });

  test('标准化工作导则第一部分 finds GB/T 1.1 among the first', async () => {
    expect(await firstNumbers('标准化工作导则第一部分', 3)).toContain('GB/T 1.1—2020');
  });

  test('which of the numbers are held is said, filters or not', async () => {
    const text = 'GB/T 18354-2021、GB/T 191-2020、GB/T 99999-2020';
    const named = [
      { text: 'GB/T 18354-2021', held: 'yes' },
      { text: 'GB/T 191-2020', held: 'edition' },
      { text: 'GB/T 99999-2020', held: 'no' },
    ];
    const answer = await search(text);
    expect(answer.named).toEqual(named);
    expect(answer.suggestion).toBeUndefined();
    expect(answer.hits[0]?.number).toBe('GB/T 18354—2021');
    expect(answer.hits.slice(1).every(({ number }) => number.startsWith('GB/T 191—'))).toBe(true);
    const filtered = await search(text, { filters: { kind: ['local'] } });
    expect(filtered.named).toEqual(named);
  });

  test('a list longer than a page is answered as a whole, in its order', async () => {
    const { hits } = await search('', { filters: { kind: ['national'] }, size: 12 });
    const numbers = hits.map(({ number }) => number.replace('—', '-'));
    const answer = await search(numbers.join('\n'), { size: 12 });
    expect(answer.total).toBe(12);
    expect(answer.hits.map(({ slug }) => slug)).toEqual(hits.map(({ slug }) => slug));
    expect(answer.hits.every(({ match }) => match === 'number')).toBe(true);
    expect(answer.named?.every(({ held }) => held === 'yes')).toBe(true);
    const second = await search(numbers.join('\n'), { size: 10, page: 2 });
    expect(second.hits.map(({ slug }) => slug)).toEqual(hits.slice(10).map(({ slug }) => slug));
  });

  test('where the number is not held the title beside it is asked', async () => {
    const answer = await search('GB/T 99999-2020　物流术语');
    expect(answer.hits[0]?.number).toBe('GB/T 18354—2021');
    expect(answer.suggestion).toMatchObject({ text: '物流术语', applied: true });
    expect(answer.named?.[0]?.held).toBe('no');
  });

  test.each([
    ['Ⅳ类水体', 'roman'],
    ['IV类水体', 'roman'],
    ['LED屏应点亮', 'roman'],
    ['ＬＥＤ屏应点亮', 'roman'],
    ['№1号井', 'roman'],
    ['No1号井', 'roman'],
    ['绳长应测量', 'radical'],
    ['绳⻓应测量', 'radical'],
    ['车辆应停放', 'radical'],
    ['工作人员应培训', 'radical'],
    ['食品应检验', 'radical'],
    ['Wi-Fi模块', 'marks'],
    ['WiFi模块', 'marks'],
    ['2,4-D', 'marks'],
    ['2，4-D残留', 'marks'],
    ['C++', 'marks'],
    ['C++代码', 'marks'],
    ['浮标锚链应牢固', 'unseen'],
    ['测深仪应校准', 'unseen'],
    ['浮\u200b标锚链', 'unseen'],
    ['76500 lx', 'grouped'],
    ['76500lx', 'grouped'],
    ['76 500 lx', 'grouped'],
  ])('%s: the clause #%s first', async (text, anchor) => {
    const { hits } = await ask(spelled[name], { text, language: 'zh' });
    expect(hits[0]?.slug).toBe('db9902-t-700-2024');
    expect(hits[0]?.clauses[0]?.path).toMatch(new RegExp(`#${anchor}$`));
  });

  test.each([
    ['果蔬预冷', '果蔬产地预冷技术规程'],
    ['果蔬技术规程', '果蔬产地预冷技术规程'],
    ['冷链温度控制', '冷链物流企业温度控制规范'],
    ['企业温度规范', '冷链物流企业温度控制规范'],
    ['冷链车温度记录间隔', '冷链物流企业温度控制规范'],
    ['牡蛎养殖规程', '单体牡蛎筏式养殖技术规程'],
    ['家用门锁', '家用智能门锁'],
    ['冷链信息采集', '冷链食品追溯信息采集指南'],
    ['冷库能效方法', '冷库能效评价方法'],
    ['玉米选育规程', '玉米杂交种选育技术规程'],
    ['小区管线改造', '老旧小区地下管线综合改造技术规程'],
    ['海洋牧场规程', '海洋牧场建设与运行管理规程'],
  ])('%s, in pieces, finds %s among the first', async (text, title) => {
    const { hits } = await search(text);
    expect(hits.slice(0, 3).map((hit) => hit.title)).toContain(title);
  });

  test('采标 is no vegetable', async () => {
    const { hits } = await search('采标');
    expect(hits.map(({ title }) => title).filter((title) => title.includes('菜'))).toEqual([]);
  });

  test('WiFi is found among the first', async () => {
    const { hits } = await ask(spelled[name], { text: 'WiFi', language: 'zh' });
    expect(hits.slice(0, 5).map(({ slug }) => slug)).toContain('db9902-t-700-2024');
  });

  test('C++ is no title with a C in it', async () => {
    const { hits } = await search('C++');
    expect(hits.filter(({ match }) => match === 'title')).toEqual([]);
  });

  test.each([
    ['一般检验水平Ⅱ', ['Q/SFZD 004—2026', 'Q/SFZS 001—2025']],
    ['一般检验水平II', ['Q/SFZD 004—2026', 'Q/SFZS 001—2025']],
    ['试验等级为Ⅲ级', ['Q/SFXS 010—2025']],
    ['50000 lx', ['Q/SFXS 010—2025']],
    ['1248 cd/m2', ['Q/SFXS 010—2025']],
    ['5000 kg', ['DB9902/T 37—2025']],
    ['2048 B', ['T/SFJD 005—2021']],
    ['12000 h', ['Q/SFLH 001—2025']],
    ['2250 kg/hm2', ['DB9902/T 28—2024']],
  ])('%s finds %j', async (text, wanted) => {
    const numbers = (await search(text, { size: 5 })).hits.map(({ number }) => number);
    expect(numbers).toEqual(expect.arrayContaining(wanted));
  });
});
