import { formatNumber, numberKey, numberSlug } from '#core/number/index.ts';
import type { StandardNumber } from '#core/number/index.ts';
import type { Library } from '#library/open.ts';
import { draftPlan } from '../draft-plan.ts';
import type { PlanDraft } from '../draft-plan.ts';
import { quoteYaml } from '../front-matter.ts';
import type { ActPlan } from '../plan.ts';
import {
  editMeta,
  findHosted,
  getHosted,
  readDay,
  readNumber,
  refuse,
  refuseEnded,
  tell,
} from './common.ts';
import type { ActOptions, Hosted } from './common.ts';
import { enterAnchors, enterPublished } from './record.ts';
import { compareClauses, compileFiles, compileText } from './text-changes.ts';
import type { ClauseChange } from './text-changes.ts';
import { writeSheet } from './sheet.ts';
import type { ChangedText } from './sheet.ts';
import { tellOf } from './confirm.ts';

export interface AmendOptions extends ActOptions {
  /** The text with the changes in it: an `index.md`, whose front matter is not looked at. */
  readonly text: string;
  /** The day from which the sheet holds. */
  readonly implemented: string;
}

/**
 * 修改单: the sheet with the next number as a standard of its own, the changes in the text, each changed clause marked with
 * the sheet and its day, and a notice.
 */
export function planAmend(library: Library, named: string, options: AmendOptions): ActPlan {
  const [issued, implemented] = [readDay(options.on), readDay(options.implemented)];
  const hosted = getHosted(library, named);
  const { row, folder } = hosted;
  if (implemented < issued) throw refuseEarly(implemented, issued);
  const path = `${folder}/index.md`;
  const draft = draftPlan(library.dir);
  const taken = takeText(library, draft, hosted, options.text);
  const { changed } = taken;
  const sentence = (name: string) => ({
    zh: `${row.number} 由 ${name} 修改`,
    en: `${row.number} is changed by ${name}`,
  });
  const last = row.meta.amendments.at(-1);
  if (changed.length === 0 && last?.date === implemented)
    return draft.finish(sentence(last.number));
  refuseEnded(library, hosted, issued);
  if (changed.length === 0) throw refuseSame(row.number);
  const number = nextSheet(library, readNumber(row.number), issued.slice(0, 4));
  const name = formatNumber(number);
  editMeta(
    draft,
    path,
    [
      {
        key: 'amendments',
        add: `{ number: ${name}, date: ${implemented}, clauses: ${listIds(changed)} }`,
      },
    ],
    { zh: '改正文，标出改过的条', en: 'The text is changed, and changed clauses are marked' },
  );
  const sheet = `standards/${row.kind}/${numberSlug(number)}`;
  const files = writeSheet(hosted, { number, issued, implemented }, taken, (file) =>
    draft.readBytes(`${folder}/${file}`),
  );
  for (const [file, content] of files)
    draft.write(`${sheet}/${file}`, content, {
      zh: `写出修改单 ${name}`,
      en: `The sheet ${name} is written`,
    });
  const compiled = compileFiles(sheet, files);
  if (compiled) enterAnchors(draft, sheet, compiled.text);
  enterPublished(draft, library, number, issued);
  tell(draft, library, options, {
    kind: 'amended',
    day: issued,
    from: implemented,
    issuer: row.meta.issuers[0] ?? '',
    standards: [
      { number: row.number, slug: row.slug },
      { number: name, slug: numberSlug(number) },
    ],
    number,
    sample: row.meta.sample,
  });
  return draft.finish(sentence(name));
}

export interface CorrectOptions extends ActOptions {
  /** The text put right: an `index.md`, whose front matter is not looked at. */
  readonly text: string;
  /** What was wrong and is right now. */
  readonly note: string;
  readonly noteEn?: string | undefined;
}

/** 勘误: the text put right, with a note that readers see, and a notice. The number and its days stay. */
export function planCorrect(library: Library, written: string, options: CorrectOptions): ActPlan {
  const on = readDay(options.on);
  const note = options.note.trim();
  const hosted = getHosted(library, written);
  const { row, folder } = hosted;
  const sentence = { zh: `${row.number} 勘误`, en: `${row.number} is corrected` };
  if (note === '')
    throw refuse(
      '没有写更正了什么',
      'It is not said what was corrected',
      '写明更正了什么，再做一次。',
      'Say what is corrected, and do it again.',
    );
  if (on < (row.meta.issued ?? ''))
    throw refuse(
      `勘误日期 ${on} 早于发布日期`,
      `The correction of ${on} is before the day of issue`,
    );
  const draft = draftPlan(library.dir);
  const { changed } = takeText(library, draft, hosted, options.text);
  const isDone = row.meta.corrections.some((each) => each.date === on && each.note === note);
  if (changed.length === 0 && isDone) return draft.finish(sentence);
  if (row.meta.status === 'draft')
    throw refuse(
      `${row.number} 是草案，直接改正文即可`,
      `${row.number} is a draft: change its text`,
    );
  if (changed.length === 0) throw refuseSame(row.number);
  const english = options.noteEn ? `, noteEn: ${quoteYaml(options.noteEn)}` : '';
  editMeta(
    draft,
    `${folder}/index.md`,
    [
      {
        key: 'corrections',
        add: `{ date: ${on}, note: ${quoteYaml(note)}${english}, clauses: ${listIds(changed)} }`,
      },
    ],
    { zh: '更正正文，写明勘误', en: 'The text is put right, and it says so' },
  );
  tellOf(draft, library, options, hosted, { kind: 'corrected', day: on, reason: note });
  return draft.finish(sentence);
}

/** Puts the changed body below the front matter that is there; says which clauses differ. */
function takeText(
  library: Library,
  draft: PlanDraft,
  { folder, row }: Hosted,
  given: string,
): ChangedText {
  const path = `${folder}/index.md`;
  const source = draft.read(path) ?? '';
  const [head, body] = divide(source);
  const [, wanted] = divide(given);
  if (head === '') throw refuse(`${path} 没有文件头`, `${path} has no front matter`);
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  const next = wanted.replaceAll(/\r?\n/g, lineEnd);
  const before = library.body(row.slug).text;
  if (next === body) return { changed: [], text: before, source };
  draft.write(path, head + next, { zh: '改正文', en: 'The text is changed' });
  if (draft.read(`${folder}/index.en.md`) !== null)
    draft.warn({
      zh: `${row.number} 的英文译文 index.en.md 没有跟着改`,
      en: `The English translation of ${row.number}, index.en.md, was not changed with it`,
    });
  // Clauses without an id of their own keep the one they were published under.
  const after = compileText(library.dir, folder, head + next, enterAnchors(draft, folder, before));
  enterAnchors(draft, folder, after);
  return { changed: compareClauses(before, after), text: after, source: head + next };
}

/** A file's front matter and the text below it; the first is empty where it has none. */
function divide(source: string): readonly [string, string] {
  const head = /^\uFEFF?---[ \t]*\r?\n[^]*?\r?\n(?:---|\.\.\.)[ \t]*\r?\n/.exec(source)?.[0] ?? '';
  return [head, source.slice(head.length)];
}

const listIds = (changed: readonly ClauseChange[]): string =>
  `[${changed
    .filter(({ kind }) => kind !== 'removed')
    .map(({ clause }) => quoteYaml(clause.id))
    .join(', ')}]`;

/** The base with the next serial of a sheet: `DB9999/T 12—2023/XG2—2026`. */
function nextSheet(library: Library, base: StandardNumber, year: string): StandardNumber {
  for (let serial = 1; ; serial += 1) {
    const amendments = [{ kind: 'XG', serial: String(serial), year }];
    const number: StandardNumber = { ...base, form: 'amendment', amendments };
    const isTaken = library.catalog.entries.some(
      ({ parsed }) =>
        parsed?.form === 'amendment' &&
        numberKey({ ...parsed, form: 'plain', amendments: [] }) === numberKey(base) &&
        parsed.amendments.at(-1)?.serial === String(serial),
    );
    if (!isTaken && !findHosted(library, number)) return number;
  }
}

const refuseSame = (number: string) =>
  refuse(
    `给出的文本与 ${number} 现在的正文相同`,
    `The text that was given is what ${number} says now`,
    '先在正文的副本里改好要改的条，再给出改好的。',
    'Change the clauses in a copy of the text first, and give that.',
  );

/** A day of implementation before that of issue. */
export const refuseEarly = (implemented: string, issued: string) =>
  refuse(
    `实施日期 ${implemented} 早于发布日期 ${issued}`,
    `The day of implementation, ${implemented}, is before that of issue, ${issued}`,
  );
