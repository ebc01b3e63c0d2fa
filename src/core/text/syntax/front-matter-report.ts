import { hasHan } from '../../characters/chinese.ts';
import type { Bilingual, Fix, Range } from '#core/model/diagnostic.ts';
import { nameLists, splitList, writeItems } from './front-matter-mend.ts';
import { fileStart } from '../report.ts';
import type { Report } from '../report.ts';

/** No front matter: what stands in its place is looked at, and the commonest reasons are named. */
export function reportMissing(report: Report): void {
  const { source } = report;
  const early = /^[\s\u200b\ufeff]*(?=---[ \t]*\n)/.exec(source)?.[0] ?? '';
  const dashes = /^(?:[—–－―-][ \t]*){2,}(?=\n)/.exec(source)?.[0];
  const add = (message: Bilingual, hint: Bilingual, fix?: Fix): void =>
    report.add({
      rule: 'front-matter-missing',
      range: fileStart,
      message,
      hint,
      ...(fix && { fix }),
    });
  if (early !== '') {
    add(
      {
        zh: '文件头的“---”前面还有空行或空格，没有认作文件头',
        en: 'Something blank stands before the "---" of the front matter, so it was not recognised',
      },
      { zh: '让“---”成为文件的第一行', en: 'Make "---" the first line of the file' },
      { start: 0, end: early.length, text: '' },
    );
  } else if (/^---[ \t]*\n/.test(source)) {
    add(
      {
        zh: '文件头没有结束：找不到第二行“---”',
        en: 'The front matter does not end: there is no second line "---"',
      },
      {
        zh: '在最后一个键下面单独写一行“---”',
        en: 'Write a line "---" of its own below the last key',
      },
    );
  } else if (dashes !== undefined) {
    add(
      {
        zh: `第一行“${dashes.trim()}”不是三个半角减号，没有认作文件头`,
        en: `The first line "${dashes.trim()}" is not three hyphens, so there is no front matter`,
      },
      { zh: '写成三个半角减号“---”', en: 'Write three hyphens: ---' },
      { start: 0, end: dashes.length, text: '---' },
    );
  } else {
    add(
      {
        zh: '文件开头没有 YAML 文件头（--- 与 --- 之间）',
        en: 'The file does not start with YAML front matter (between --- and ---)',
      },
      {
        zh: '用 npm run std -- new 生成，或见 docs/authoring.md 第 1 节',
        en: 'Create it with npm run std -- new, or see docs/authoring.md, section 1',
      },
    );
  }
}

/** A comma is part of names such as “A Co., Ltd.”; keywords have none. */
function isWestern(field: string, item: string): boolean {
  return !field.startsWith('keywords') && !hasHan(item);
}

/** Values that are valid and not what was meant: several names in one, a title in quotation marks. */
export function reportTypedAsOne(
  data: unknown,
  ranges: ReadonlyMap<string, Range>,
  report: Report,
): void {
  if (typeof data !== 'object' || data === null) return;
  const fields = new Map<string, unknown>(Object.entries(data));
  for (const name of Object.keys(nameLists)) {
    const list = fields.get(name);
    if (!Array.isArray(list)) continue;
    list.forEach((item: unknown, index) => {
      const range = ranges.get(`${name}.${index}`);
      const pieces = typeof item === 'string' && !isWestern(name, item) ? splitList(item) : [];
      if (!range || pieces.length < 2) return;
      const instead = isFlow(range, report) ? writeItems(name, pieces) : undefined;
      report.add({
        rule: 'front-matter-list',
        range,
        message: {
          zh: `“${String(item)}”读成了一个名称`,
          en: `"${String(item)}" is read as one name`,
        },
        hint: {
          zh: `是 ${pieces.length} 个的，用半角逗号隔开：[${pieces.join(', ')}]`,
          en: `If these are ${pieces.length}, set them apart by half-width commas: [${pieces.join(', ')}]`,
        },
        ...(instead !== undefined && { fix: report.fixAt(range, instead) }),
      });
    });
  }
  for (const name of ['title', 'titleEn', 'abstract']) {
    const value = fields.get(name);
    const range = ranges.get(name);
    const bare =
      typeof value === 'string' ? /^[“「『《‘](.+)[”」』》’]$/s.exec(value.trim())?.[1] : undefined;
    if (!range || bare === undefined || /[“”「」『』《》‘’]/.test(bare)) continue;
    report.add({
      rule: 'front-matter-quotes',
      range,
      message: {
        zh: `“${name}”的值两头的引号会照样印出`,
        en: `The marks around the value of "${name}" are printed with it`,
      },
      hint: {
        zh: '删去；值里有半角冒号时才要引号，用半角的',
        en: 'Delete them; only a value with a colon needs quotes, and those are half-width',
      },
      ...(report.textAt(range) === value && { fix: report.fixAt(range, bare) }),
    });
  }
}

/** Whether an item stands in brackets: `[a, b]`. */
function isFlow({ start }: Range, report: Report): boolean {
  const line = report.source.split('\n', start.line)[start.line - 1] ?? '';
  return /[[,]\s*$/.test(line.slice(0, start.column - 1));
}
