import { draftPlan } from '../draft-plan.ts';
import type { ActPlan } from '../plan.ts';
import type { Library } from '#library/open.ts';
import { parseNumber } from '#core/number/index.ts';
import { editMeta, getHosted, readDay, refuse, refuseEnded, tell } from './common.ts';
import type { ActOptions, Hosted } from './common.ts';
import { quoteYaml } from '../front-matter.ts';

/** 复审继续有效: the review with its day, and a notice. */
export function planConfirm(library: Library, written: string, options: ActOptions): ActPlan {
  const on = readDay(options.on);
  const hosted = getHosted(library, written);
  const { row, folder } = hosted;
  const draft = draftPlan(library.dir);
  const { reviews, issued = '' } = row.meta;
  const isDone = reviews.some(({ date, result }) => date === on && result === '继续有效');
  if (!isDone) {
    refuseEnded(library, hosted, on);
    if (on < issued)
      throw refuse(
        `复审日期 ${on} 早于发布日期 ${issued}`,
        `The review of ${on} is before the day of issue, ${issued}`,
      );
    editMeta(
      draft,
      `${folder}/index.md`,
      [{ key: 'reviews', add: `{ date: ${on}, result: 继续有效 }` }],
      {
        zh: `记下 ${on} 复审继续有效`,
        en: `The review of ${on} confirms it`,
      },
    );
  }
  tellOf(draft, library, options, hosted, { kind: 'confirmed', day: on });
  return draft.finish({ zh: `${row.number} 复审继续有效`, en: `${row.number} is confirmed` });
}

export interface WithdrawOptions extends ActOptions {
  /** The day from which it holds no longer; the day of the act unless said otherwise. */
  readonly from?: string | undefined;
  readonly reason: string;
  /** The number of the standard that takes its place. */
  readonly by?: string | undefined;
  /** The day of the review that came to it, where there was one. */
  readonly reviewed?: string | undefined;
}

/** 废止 with its day and reason; a successor names it among what it replaces. */
export function planWithdraw(library: Library, written: string, options: WithdrawOptions): ActPlan {
  const on = readDay(options.on);
  const from = readDay(options.from ?? on);
  const hosted = getHosted(library, written);
  const { row, folder } = hosted;
  const reason = options.reason.trim();
  if (reason === '')
    throw refuse(
      '没有写废止的原因',
      'No reason was given',
      '写明为什么废止，再做一次。',
      'Say why it is withdrawn, and do it again.',
    );
  if (row.meta.status === 'draft') throw refuse(`${row.number} 是草案`, `${row.number} is a draft`);
  if (row.meta.withdrawn !== undefined && row.meta.withdrawn !== from) {
    throw refuse(
      `${row.number} 已在 ${row.meta.withdrawn} 废止`,
      `${row.number} was withdrawn on ${row.meta.withdrawn}`,
    );
  }
  if (from < (row.meta.issued ?? ''))
    throw refuse(
      `废止日期 ${from} 早于发布日期`,
      `The day of withdrawal, ${from}, is before the day of issue`,
    );
  const review = options.reviewed === undefined ? undefined : readReview(options.reviewed, on, row);
  const draft = draftPlan(library.dir);
  editMeta(
    draft,
    `${folder}/index.md`,
    [
      { key: 'status', set: 'withdrawn' },
      { key: 'withdrawn', set: from },
      { key: 'withdrawnReason', set: quoteYaml(reason) },
      ...(review === undefined ? [] : [{ key: 'reviews', add: review }]),
    ],
    { zh: `写明 ${from} 起废止和原因`, en: `It is withdrawn as of ${from}, with the reason` },
  );
  if (options.by !== undefined) {
    const heir = getHosted(library, options.by);
    if (heir.row.key === row.key)
      throw refuse('标准不能代替它自己', 'A standard does not replace itself');
    refuseEnded(library, heir, on);
    const names = heir.row.meta.replaces.map(({ number }) => number);
    if (
      !library.catalog.replacesOf(heir.entry).some(({ key }) => key === row.key) &&
      !names.includes(row.number)
    ) {
      editMeta(
        draft,
        `${heir.folder}/index.md`,
        [{ key: 'replaces', add: quoteYaml(row.number) }],
        {
          zh: `写明它代替 ${row.number}`,
          en: `It replaces ${row.number}`,
        },
      );
    }
  }
  for (const { by } of library.catalog.citedBy(hosted.entry)) {
    draft.warn({
      zh: `${by.number} 引用了 ${row.number}`,
      en: `${by.number} refers to ${row.number}`,
    });
  }
  const reviewed = options.reviewed !== undefined;
  tellOf(draft, library, options, hosted, { kind: 'withdrawn', day: on, reason, from, reviewed });
  return draft.finish({
    zh: `${row.number} 自 ${from} 起废止`,
    en: `${row.number} is withdrawn as of ${from}`,
  });
}

/** A review that found a standard to be withdrawn, as its front matter writes it; undefined where it stands there. */
function readReview(written: string, on: string, { meta }: Hosted['row']): string | undefined {
  const date = readDay(written);
  if (date > on || date < (meta.issued ?? ''))
    throw refuse(
      `复审日期 ${date} 不在发布日期和办理日期 ${on} 之间`,
      `The review of ${date} is not between the day of issue and that of the act, ${on}`,
    );
  if (meta.reviews.some((each) => each.date === date && each.result === '废止')) return undefined;
  return `{ date: ${date}, result: 废止 }`;
}

/** The notice of an act about one hosted standard, by its first issuer. */
export function tellOf(
  draft: ReturnType<typeof draftPlan>,
  library: Library,
  options: ActOptions,
  { row }: Hosted,
  told: Pick<Parameters<typeof tell>[3], 'kind' | 'day' | 'reason' | 'from' | 'reviewed'>,
): void {
  const parsed = parseNumber(row.number);
  if (!parsed.ok) return;
  tell(draft, library, options, {
    ...told,
    issuer: row.meta.issuers[0] ?? '',
    standards: [{ number: row.number, slug: row.slug }],
    number: parsed.number,
    sample: row.meta.sample,
  });
}
