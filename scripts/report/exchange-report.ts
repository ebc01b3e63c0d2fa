import type { Bilingual } from '#core/base/bilingual.ts';
import type { LeftValue } from '#import/records/record.ts';
import type { RecordsOutcome } from '../lib/exchange-records.ts';
import { describeImport } from './import-report.ts';
import { drawSection, joinLines } from './report-section.ts';

const formats: Readonly<Record<RecordsOutcome['format'], Bilingual>> = {
  gbt22373: { zh: '标准文献元数据（GB/T 22373）', en: 'metadata after GB/T 22373' },
  'iso-open-data': { zh: 'ISO Open Data', en: 'ISO Open Data' },
  relaton: { zh: 'Relaton', en: 'Relaton' },
  biaolian: { zh: '本系统的目录', en: 'a catalogue of a library of this kind' },
};

/** The report on records of others for a terminal, Chinese first. */
export function describeRecords(outcome: RecordsOutcome, isDry: boolean): string {
  const { format, out, report, left, written } = outcome;
  const { zh, en } = formats[format];
  const lines = [
    `${zh} · ${en}`,
    ...drawSection({ zh: '没有采用的项', en: 'Values not taken' }, groupLeft(left), (each) => [
      each,
    ]),
  ];
  return `${joinLines(lines)}${describeImport(report, describeOutcome(`catalogue/${out}`, report.counts.total, written, isDry))}`;
}

/** Values that were left, those of one field and one reason in one line. */
function groupLeft(left: readonly LeftValue[]): readonly string[] {
  const groups = Map.groupBy(left, ({ field, why }) => `${field}  ${why.zh} · ${why.en}`);
  return [...groups].map(([what, values]) => {
    const [first] = values;
    return `${what}：${values.length}（${first?.number} “${first?.text}”${values.length > 1 ? ' …' : ''}）`;
  });
}

function describeOutcome(file: string, total: number, written: boolean, isDry: boolean): Bilingual {
  if (written)
    return { zh: `已写入 ${file}，共 ${total} 条。`, en: `Wrote ${file}: ${total} records.` };
  return isDry
    ? { zh: '试运行，没有写。', en: 'A dry run, nothing written.' }
    : { zh: `${file} 没有变化。`, en: `${file} did not change.` };
}
