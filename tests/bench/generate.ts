import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeRecords } from './generate-records.ts';

/** A repeatable source of numbers in [0, 1). */
function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const objects = [
  '冷藏车',
  '养殖网箱',
  '电冰箱',
  '背光模组',
  '养老床位',
  '老旧小区',
  '杂交种',
  '温度记录仪',
  '配送中心',
  '显示面板',
];
const features = [
  '温度',
  '湿度',
  '噪声',
  '亮度',
  '密度',
  '响应时间',
  '能耗',
  '记录间隔',
  '净度',
  '承载力',
];
const actions = ['检测', '记录', '校准', '复核', '抽样', '公示', '评估', '维护', '存档', '追溯'];

const firstRecord = 3000;
const records = 300;

/** Plain words without markup, so that lengths stay alike. */
function writeSentence(random: () => number, n: number): string {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const value = Math.floor(random() * 90) + 5;
  return [
    `${pick(objects)}的${pick(features)}应不低于 ${value}，并由责任人每 ${(n % 11) + 1} h ${pick(actions)}一次。`,
    `${pick(actions)}结果宜与上一批次比较，偏差大于 ${value}% 时查明原因。`,
    `运行期间可采用自动方式${pick(actions)}${pick(features)}，数据保存不少于 ${(n % 24) + 6} 个月。`,
    `未经${pick(actions)}的${pick(objects)}不应投入使用。`,
  ][n % 4] as string;
}

function sortReferences(references: readonly string[]): readonly string[] {
  const key = (reference: string): string =>
    `${reference.startsWith('GB') ? 0 : 1} ${(/\d+$/.exec(reference)?.[0] ?? '').padStart(8, '0')}`;
  return [...new Set(references)].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** One standard of about 14 KB: 45 headings, 3 tables, 15 references; of fewer `chapters` than six, so much shorter. */
export function writeStandard(index: number, chapters = 6): string {
  const random = makeRandom(index + 1);
  const number = `DB9902/T ${1000 + index}—2024`;
  const references = Array.from({ length: 15 }, (_, n) =>
    n < 5
      ? `DB9902/T ${1000 + ((index + 7 * (n + 1)) % Math.max(index + 1, 50))}`
      : `GB/T ${firstRecord + Math.floor(random() * records)}`,
  );
  const lines = [
    '---',
    `number: ${number}`,
    `title: ${objects[index % 10]}${features[Math.floor(index / 10) % 10]}${actions[Math.floor(index / 100) % 10]}规范 ${index}`,
    `titleEn: Synthetic specification ${index}`,
    'issued: 2024-03-01',
    'implemented: 2024-06-01',
    "ics: ['03.220.20']",
    'ccs: [A 85]',
    'issuers: [示范市市场监督管理局]',
    'draftedBy: [示范研究院]',
    'sample: true',
    '---',
    '',
    '# 范围',
    '',
    `本文件规定了${objects[index % 10]}的要求与检验。`,
    '',
    '# 规范性引用文件',
    '',
    ...sortReferences(references).map((reference) => `- ${reference}　示例标题`),
    '',
    '# 术语和定义',
    '',
  ];
  for (let n = 0; n < 5; n++) {
    lines.push(`## 示例术语${index}${n} | sample term ${n}`, '', `用于测量的第 ${n} 个对象`, '');
  }
  let table = 0;
  for (let chapter = 0; chapter < chapters; chapter++) {
    lines.push(`# 技术要求${chapter + 1} {#chapter-${chapter}}`, '');
    for (let section = 0; section < 5; section++) {
      lines.push(`## ${features[(chapter + section) % 10]}要求${section + 1}`, '');
      const n = chapter * 5 + section;
      const reference = references[n % 15] ?? '';
      const mention =
        section === 1 && chapter % 2 === 0 ? `限值应符合[#table-${table + 1}]的规定。` : '';
      const term = section === 2 ? `示例术语${index}${chapter % 5}应先行确认。` : '';
      lines.push(
        writeSentence(random, n) + writeSentence(random, n + 1) + writeSentence(random, n + 2),
      );
      lines.push(
        '',
        `方法应符合 ${reference} 的规定，见[#chapter-${(chapter + 1) % chapters}]。${mention}${term}${writeSentence(random, n + 3)}`,
        '',
      );
      if (section % 2 === 0)
        lines.push(`1. ${writeSentence(random, n)}`, `2. ${writeSentence(random, n + 1)}`, '');
      if (section === 1 && chapter % 2 === 0) {
        table++;
        lines.push(
          `:::table[限值${table}]{#table-${table}}`,
          '| 项目 | 下限 | 上限 | 方法 |',
          '| --- | :-: | :-: | --- |',
        );
        for (let row = 0; row < 6; row++) {
          lines.push(`| ${features[row]} | ${row + 1} | ${row + 10} | ${references[row]} |`);
        }
        lines.push('', '注：限值按月平均值计。', ':::', '');
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/**
 * A library of `count` synthetic standards of so many `chapters` of demands, 300 catalogue records that they cite, and `more` of
 * which no text speaks.
 */
export function generateLibrary(dir: string, count: number, more = 0, chapters = 6): void {
  mkdirSync(join(dir, 'catalogue'), { recursive: true });
  const rows = Array.from(
    { length: records },
    (_, n) => `GB/T ${firstRecord + n}-2019,示例标题${n},现行,2026-07-02,synthetic`,
  );
  writeFileSync(
    join(dir, 'catalogue', 'records.csv'),
    `number,title,status,as_of,source\n${rows.join('\n')}\n`,
  );
  if (more > 0) writeRecords(dir, more, makeRandom(7));
  for (let index = 0; index < count; index++) {
    const folder = join(dir, 'standards', 'local', `db9902-t-${1000 + index}-2024`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.md'), writeStandard(index, chapters));
  }
}
