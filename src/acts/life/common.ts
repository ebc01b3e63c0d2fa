import { isDay } from '#core/base/day.ts';
import type { CatalogEntry } from '#core/catalog/index.ts';
import type { StandardRow } from '#core/model/row.ts';
import { nameNotice, writeNotice } from '#core/notices/index.ts';
import type { NewNotice } from '#core/notices/index.ts';
import { formatNumber, numberKey, parseNumber } from '#core/number/index.ts';
import type { StandardNumber } from '#core/number/index.ts';
import { asHosted, familyTerms, pick } from '#core/terms/index.ts';
import type { Library } from '#library/open.ts';
import { partOf } from '#library/part-of.ts';
import type { PlanDraft } from '../draft-plan.ts';
import { editFrontMatter } from '../front-matter.ts';
import type { MetaEdit } from '../front-matter.ts';
import { ActRefused } from '../plan.ts';

/** What all acts can be told. */
export interface ActOptions {
  /** The day of the act, `YYYY-MM-DD`. */
  readonly on: string;
  /** The number of the notice; the next one of its issuer and year where it is not given, no notice where it is `false`. */
  readonly notice?: string | false | undefined;
}

/** A refusal whose hint is the same for all that was typed wrong. */
export function refuse(
  zh: string,
  en: string,
  hintZh = '改正后再做一次。',
  hintEn = 'Correct it and try again.',
): ActRefused {
  return new ActRefused(
    { zh: `${zh}，没有改动。`, en: `${en}; nothing was changed.` },
    { zh: hintZh, en: hintEn },
  );
}

/** A number as it was typed. @throws {ActRefused} where it is none */
export function readNumber(written: string): StandardNumber {
  const parsed = parseNumber(written);
  if (parsed.ok) return parsed.number;
  const shown = written.replaceAll(/\p{Cc}/gu, '\uFFFD').slice(0, 100);
  throw refuse(
    `标准编号“${shown}”不成立：${parsed.reason.zh}`,
    `"${shown}" is no standard number: ${parsed.reason.en}`,
  );
}

/** A day as it was typed. @throws {ActRefused} where there is no such day */
export function readDay(written: string): string {
  if (isDay(written)) return written;
  throw refuse(
    `“${written.slice(0, 40)}”不是日期`,
    `"${written.slice(0, 40)}" is no day`,
    '写作 YYYY-MM-DD，并且要有这一天。',
    'Write an existing day as YYYY-MM-DD.',
  );
}

/** A hosted standard with its folder. */
export interface Hosted {
  readonly entry: CatalogEntry;
  readonly row: StandardRow;
  /** `standards/local/db9999-t-12-2023` */
  readonly folder: string;
}

/** The hosted standard of a number; undefined where there is none. */
export function findHosted({ catalog }: Library, number: StandardNumber): Hosted | undefined {
  const entry = catalog.byKey(numberKey(number));
  return entry?.row && { entry, row: entry.row, folder: partOf(entry.row.file) };
}

/** The hosted standard that was named. @throws {ActRefused} where it is not in the library */
export function getHosted(library: Library, written: string): Hosted {
  const number = readNumber(written);
  const found = findHosted(library, number);
  if (found) return found;
  throw refuse(
    `标准库里没有 ${formatNumber(number)} 的正文`,
    `The library has no text of ${formatNumber(number)}`,
    '核对编号和年号。',
    'Check the number and its year.',
  );
}

/** Refuses what is not in force or about to be: a draft, what is replaced or withdrawn. */
export function refuseEnded({ catalog }: Library, { entry, row }: Hosted, on: string): void {
  const { withdrawn } = row.meta;
  const { status } = catalog.statusOf(entry);
  const isOver =
    status === '废止' || status === '被代替' || (withdrawn !== undefined && withdrawn <= on);
  if (status !== '草案' && !isOver) return;
  throw refuse(
    `${row.number} 是${status === '草案' ? '草案' : '已经废止或被代替的标准'}`,
    `${row.number} is ${status === '草案' ? 'a draft' : 'withdrawn or replaced'}`,
  );
}

/** Changes the front matter of a file of the library, byte by byte as it was elsewhere. */
export function editMeta(
  draft: PlanDraft,
  path: string,
  edits: readonly MetaEdit[],
  sentence: { readonly zh: string; readonly en: string },
): void {
  const edited = editFrontMatter(draft.read(path) ?? '', edits);
  if (edited === null)
    throw refuse(`${path} 的文件头读不懂`, `The front matter of ${path} cannot be read`);
  draft.write(path, edited, sentence);
}

const familyZh = pick(familyTerms, 'zh');
const familyEn = pick(familyTerms, 'en');

/** The kind of a number's family: the folder of `standards/`. @throws {ActRefused} for families that are not hosted */
export function kindOf(number: StandardNumber): 'local' | 'group' | 'enterprise' {
  const kind = asHosted(number.family);
  if (kind) return kind;
  throw refuse(
    `${formatNumber(number)} 不是地方标准（DB）、团体标准（T/）或企业标准（Q/）`,
    `${formatNumber(number)} is no local (DB), group (T/) or enterprise (Q/) standard`,
  );
}

interface Told extends Pick<
  NewNotice,
  'kind' | 'day' | 'issuer' | 'standards' | 'reason' | 'from' | 'reviewed'
> {
  readonly number: StandardNumber;
  readonly sample: boolean;
}

/** Writes the notice of an act; one that is there already and says just that stays as it is. */
export function tell(
  draft: PlanDraft,
  library: Library,
  { notice }: ActOptions,
  { number, ...told }: Told,
): void {
  if (notice === false) return;
  const { family } = number;
  const facts = { ...told, family: { zh: familyZh[family], en: familyEn[family] } };
  const path = findNotice(draft, nameNotice(facts), told);
  if (path === undefined) return;
  if (notice === undefined) draft.watch('notices');
  const text = writeNotice({ ...facts, number: notice ?? nextNotice(library, told) });
  draft.write(path, text, { zh: '写出公告', en: 'The notice is written' });
}

/** Where the notice is to be written: others of that day and kind may be of the same standard; undefined where one says it. */
function findNotice(
  draft: PlanDraft,
  name: string,
  { standards, reason }: Pick<Told, 'standards' | 'reason'>,
): string | undefined {
  const said = [...standards.map(({ number }) => number), ...(reason ? [reason] : [])];
  for (let at = 1; ; at += 1) {
    const path = `notices/${at === 1 ? name : `${name.slice(0, 115)}-${at}`}.md`;
    const there = draft.read(path);
    if (there === null) return path;
    if (said.every((each) => there.includes(each))) return undefined;
  }
}

/** `2026年第3号`: one more than the highest of the issuer in that year. */
function nextNotice({ notices }: Library, { issuer, day }: Pick<Told, 'issuer' | 'day'>): string {
  const year = day.slice(0, 4);
  const serials = notices.flatMap((each) => {
    const serial = new RegExp(`^${year}年第(\\d{1,6})号$`, 'u').exec(each.number ?? '')?.[1];
    return each.issuer === issuer && serial !== undefined ? [Number(serial)] : [];
  });
  return `${year}年第${Math.max(0, ...serials) + 1}号`;
}
