import writeExcelFile from 'write-excel-file/node';
import type { Language } from '#core/model/standard.ts';
import { LIFECYCLE_WORDS } from '../i18n/lifecycle.ts';
import type { PlanView } from '../views/lifecycle.ts';
import { dateZip } from './zip-date.ts';

type Row = PlanView['rows'][number];

/** The plan of a year as a workbook, a row for each project; bodies are called as the page calls them. */
export async function buildPlanWorkbook(view: PlanView, language: Language): Promise<Uint8Array> {
  const words = LIFECYCLE_WORDS[language];
  const { planColumn } = words;
  const joiner = language === 'zh' ? '、' : '; ';
  const name = (bodies: readonly string[]): string =>
    bodies.map((body) => (language === 'en' && view.bodies[body]) || body).join(joiner);
  const columns: readonly (readonly [name: string, width: number, cell: (row: Row) => string])[] = [
    [planColumn.plan, 16, ({ plan }) => plan],
    [planColumn.title, 48, ({ title }) => (language === 'en' && title.en) || title.zh],
    [planColumn.kind, 20, ({ kind }) => kind?.[language] ?? ''],
    [planColumn.work, 20, ({ revises }) => (revises ? words.revise(revises) : words.make)],
    [planColumn.proposedBy, 28, ({ proposedBy }) => name(proposedBy)],
    [planColumn.administeredBy, 32, ({ administeredBy }) => name(administeredBy)],
    [planColumn.draftedBy, 44, ({ draftedBy }) => name(draftedBy)],
    [planColumn.planned, 13, ({ planned }) => planned ?? ''],
    [
      planColumn.stage,
      14,
      ({ stage, stopped }) => (stopped ? words.stopped(stopped) : stage ? words.stage[stage] : ''),
    ],
    [planColumn.number, 22, ({ number }) => number ?? ''],
  ];
  const heads = [planColumn.at, ...columns.map(([head]) => head)];
  const notice = view.sample ? [[{ value: view.sampleNotice[language], type: String }]] : [];
  const sheet = {
    data: [
      [{ value: words.plan(view.year), type: String, fontWeight: 'bold' as const, fontSize: 14 }],
      ...notice,
      heads.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...view.rows.map((row, at) => [
        { value: at + 1, type: Number },
        ...columns.map(([, , cell]) => ({ value: cell(row), type: String, wrap: true })),
      ]),
    ],
    sheet: words.plan(view.year),
    columns: [{ width: 6 }, ...columns.map(([, width]) => ({ width }))],
    stickyRowsCount: 2 + notice.length,
    orientation: 'landscape' as const,
  };
  const bytes = await writeExcelFile([sheet], { fontFamily: 'SimSun', fontSize: 11 }).toBuffer();
  return dateZip(bytes, view.asOf || '2026-01-01');
}
