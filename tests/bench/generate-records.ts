import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const vocabulary = fileURLToPath(new URL('../../content/vocabulary', import.meta.url));

/** Prefixes with their share of a public catalogue of 2026 in per cent, and who issues under them. */
const series: readonly (readonly [string, number, string])[] = [
  ['GB/T', 34, '国家市场监督管理总局;国家标准化管理委员会'],
  ['GB', 7, '国家市场监督管理总局;国家标准化管理委员会'],
  ['GB/Z', 1, '国家市场监督管理总局;国家标准化管理委员会'],
  ['LY/T', 6, '国家林业和草原局'],
  ['NY/T', 6, '农业农村部'],
  ['JB/T', 6, '工业和信息化部'],
  ['HG/T', 4, '工业和信息化部'],
  ['QB/T', 3, '工业和信息化部'],
  ['SJ/T', 3, '工业和信息化部'],
  ['YY/T', 4, '国家药品监督管理局'],
  ['GA/T', 4, '公安部'],
  ['JT/T', 2, '交通运输部'],
  ['MZ/T', 1, '民政部'],
  ['DB32/T', 5, '江苏省市场监督管理局'],
  ['DB37/T', 4, '山东省市场监督管理局'],
  ['DB13/T', 4, '河北省市场监督管理局'],
  ['DB11/T', 3, '北京市市场监督管理局'],
  ['DB44/T', 3, '广东省市场监督管理局'],
];

const fields = [
  '冷链物流',
  '电冰箱',
  '显示器件',
  '养老机构',
  '水产养殖',
  '种子加工',
  '城市更新',
  '包装储运',
  '工业机器人',
  '食品添加剂',
  '混凝土',
  '信息安全',
  '医用电气设备',
  '动力电池',
  '纺织品',
  '危险化学品',
];
const objects = [
  '温度记录仪',
  '周转箱',
  '压缩机',
  '背光模组',
  '护理床',
  '循环水系统',
  '质量追溯',
  '标识',
  '控制器',
  '残留物',
  '试件',
  '数据接口',
  '监护设备',
  '极片',
  '色牢度',
  '储存场所',
];
const kinds = [
  '技术要求',
  '试验方法',
  '通用规范',
  '检验规则',
  '服务规范',
  '术语',
  '安全要求',
  '验收规程',
  '抽样方法',
  '管理指南',
  '分类与代码',
  '评价导则',
];

/** The codes of a table of the vocabulary that are of the narrowest kind. */
function readCodes(file: string, pattern: RegExp): readonly string[] {
  return readFileSync(join(vocabulary, file), 'utf8')
    .split('\n')
    .flatMap((line) => pattern.exec(line)?.[0] ?? []);
}

/**
 * Rows of a public catalogue, made up: number, title, status, days, what each replaces, codes and issuers, spread over series,
 * years and fields as a catalogue of 37,872 real rows is (two thirds in force, a fifth replaced by a later edition).
 */
export function writeRecords(dir: string, count: number, random: () => number): void {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const ics = readCodes('ics.csv', /^\d\d\.\d{3}(?:\.\d\d)?(?=,)/);
  const ccs = readCodes('ccs.csv', /^[A-Z]\d\d/);
  const weighted = series.flatMap((each) => Array.from({ length: each[1] }, () => each));
  const next = new Map<string, number>();
  const rows: string[] = [];
  while (rows.length < count) {
    const [prefix, , issuer] = pick(weighted);
    const at = (next.get(prefix) ?? 10_000) + 1 + Math.floor(random() * 2);
    next.set(prefix, at);
    const field = pick(fields);
    const title = `${field} ${pick(objects)}${pick(kinds)}`;
    const parts = random() < 0.15 ? 1 + Math.floor(random() * 4) : 0;
    const codes = [pick(ccs), pick(ics)];
    for (let part = 0; part <= parts && rows.length < count; part += 1) {
      if (parts > 0 && part === 0) continue;
      const stem = `${prefix} ${at}${parts > 0 ? `.${part}` : ''}`;
      const name = parts > 0 ? `${title} 第${part}部分：${pick(kinds)}` : title;
      const year = 1995 + Math.floor(random() * 30);
      const hasLater = random() < 0.25 && year < 2015;
      const later = year + 10;
      const write = (of: number, status: string, replaces: string): void => {
        const month = String(1 + Math.floor(random() * 6)).padStart(2, '0');
        const implemented = `${of}-${String(Number(month) + 6).padStart(2, '0')}-01`;
        rows.push(
          `${stem}-${of},${name},${status},${of}-${month}-15,${implemented},${replaces},${codes[0]},${codes[1]},${issuer},2026-07-02,synthetic`,
        );
      };
      write(year, hasLater ? '被代替' : random() < 0.15 ? '废止' : '现行', '');
      if (hasLater && rows.length < count) write(later, '现行', `${stem}-${year}`);
    }
  }
  mkdirSync(join(dir, 'catalogue'), { recursive: true });
  writeFileSync(
    join(dir, 'catalogue', 'many.csv'),
    `number,title,status,issued,implemented,replaces,ccs,ics,issuer,as_of,source\n${rows.join('\n')}\n`,
  );
}

/** One record in the middle that was in force is withdrawn. */
export function withdrawRecord(dir: string): void {
  const path = join(dir, 'catalogue', 'many.csv');
  const lines = readFileSync(path, 'utf8').split('\n');
  const at = lines.findIndex((line, n) => n > lines.length / 2 && line.includes(',现行,'));
  lines[at] = (lines[at] ?? '').replace(',现行,', ',废止,');
  writeFileSync(path, lines.join('\n'));
}
