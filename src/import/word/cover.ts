import type { Bilingual } from '#core/base/bilingual.ts';
import { isDay } from '#core/base/day.ts';
import { findNumbers, formatNumber, parseNumber } from '#core/number/index.ts';
import type { Account } from './account.ts';
import { addAdopted } from './front-matter.ts';
import type { DraftMeta } from './front-matter.ts';
import type { Paragraph } from './pieces.ts';
import { textOfPieces } from './pieces.ts';
import { inFrontMatter, onCover, printedByItself, unfilled, unkeptDay } from './reasons.ts';

const stages = ['工作组讨论稿', '征求意见稿', '送审讨论稿', '送审稿', '报批稿'];

/** Hints of forms that nobody filled in. */
const hint =
  /点击此处|单击此处|请输入|X{3,}|×{3,}|[—-]\s*XX|草案版次选择|与国际标准一致性程度的标识|本草案完成时间\s*[：:]?\s*[）)]?$|^\s*$/u;

/** What the library prints on covers of its own accord. */
const ownNotice = /^样例：|以发布机构公布的正式文本为准。?$/u;

/** The day a draft was finished, which the tool of drafters asks for and no standard says. */
const draftDay = /^[（(]?\s*本草案完成时间\s*[：:]\s*[\d\-—–年月日.\s]+[）)]?$/u;

/** The lines of a cover, wherever in a file they stand, until all are there. */
export class Cover {
  /** What the cover says, as it stood. */
  text = '';
  private lines: Paragraph[] = [];

  add(...lines: readonly Paragraph[]): void {
    this.lines.push(...lines);
  }

  /** Takes the lines into the front matter; each that was not understood whole is left to a person. */
  end(meta: DraftMeta, account: Account): void {
    const { lines } = this;
    if (lines.length === 0) return;
    this.lines = [];
    const settled = readCover(lines, meta);
    for (const line of lines) {
      this.text += `${textOfPieces(line.pieces)}\n`;
      const said = settled.get(line);
      account.drop(line, said ? 'front' : 'left', 'front', said ?? onCover);
    }
  }
}

/**
 * Takes from the lines of a cover what the front matter has a place for. Says of each line that was understood whole what
 * became of it; fields of forms (`CSTD_NAME`, `PLSH_DATE_Y` …: names of the official editing tool) are surer than words.
 */
function readCover(
  lines: readonly Paragraph[],
  meta: DraftMeta,
): ReadonlyMap<Paragraph, Bilingual> {
  const settled = new Map<Paragraph, Bilingual>();
  const fields = new Map<string, string>();
  for (const line of lines) collectFields(line, fields);
  takeFields(fields, meta);
  for (const line of lines) {
    const text = tidy(textOfPieces(line.pieces));
    const hasField = (names: RegExp): boolean =>
      line.pieces.some(
        (piece) => piece.kind === 'text' && piece.field !== undefined && names.test(piece.field),
      );
    if (hint.test(text)) {
      noteKind(text, meta);
      settled.set(line, unfilled);
    } else if (ownNotice.test(text)) settled.set(line, printedByItself);
    else if (draftDay.test(text) || hasField(/^CMPLSH_DATE$/)) settled.set(line, unkeptDay);
    else if (takeLine(text, line, meta) || hasField(knownFields)) settled.set(line, inFrontMatter);
  }
  return settled;
}

/** What a standard is to become, where its number is still open: 「DB9999/T XXXX—2027」, 「Q/SFX XXX—2027」. */
function noteKind(text: string, meta: DraftMeta): void {
  if (/^DB[JS]?\d{2}/.test(text)) meta.kind ??= 'local';
  else if (text.startsWith('T/')) meta.kind ??= 'group';
  else if (text.startsWith('Q/')) meta.kind ??= 'enterprise';
}

const knownFields =
  /^(?:ICS|CSDN|NSTD_CODE_[FB]|OSTD_CODE|CSTD_NAME|ESTD_NAME|PLSH_DATE_[YMD]|CROT_DATE_[YMD]|c1|fm)$/;

function collectFields({ pieces }: Paragraph, fields: Map<string, string>): void {
  for (const piece of pieces) {
    if (piece.kind === 'text' && piece.field !== undefined)
      fields.set(piece.field, `${fields.get(piece.field) ?? ''}${piece.text}`);
  }
}

function takeFields(fields: ReadonlyMap<string, string>, meta: DraftMeta): void {
  const get = (name: string): string | undefined => {
    const value = tidy(fields.get(name) ?? '');
    return value === '' || hint.test(value) ? undefined : value;
  };
  const set = <K extends keyof DraftMeta>(key: K, value: DraftMeta[K] | undefined): void => {
    if (value !== undefined) meta[key] = value;
  };
  set('title', get('CSTD_NAME'));
  set('titleEn', get('ESTD_NAME'));
  set('issued', toDay(get('PLSH_DATE_Y'), get('PLSH_DATE_M'), get('PLSH_DATE_D')));
  set('implemented', toDay(get('CROT_DATE_Y'), get('CROT_DATE_M'), get('CROT_DATE_D')));
  set('recordNumber', get('c1')?.replace(/^备案号\s*[：:]\s*/, ''));
  const issuer = get('fm')?.replace(/\s*发布$/, '');
  set('issuers', issuer === undefined ? undefined : [issuer]);
}

const tidy = (text: string): string => text.replace(/[\s\u3000]+/gu, ' ').trim();

const toDay = (year = '', month = '', day = ''): string | undefined => {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : undefined;
};

/** Whether a line of a cover was understood whole. */
function takeLine(text: string, line: Paragraph, meta: DraftMeta): boolean {
  if (text === '' || /^[/\s]*$/.test(text) || coverSentence.test(text)) return true;
  const ics = /^ICS\s*([\d.\s;；,，、]*)$/i.exec(text);
  if (ics) {
    const codes = (ics[1] ?? '').match(/\d{2}(?:\.\d{2,3}(?:\.\d{2})?)?/g) ?? [];
    if (codes.length > 0) meta.ics = [...new Set([...(meta.ics ?? []), ...codes])];
    return true;
  }
  if (/^\d{2}\.\d{2,3}(?:\.\d{2})?$/.test(text)) {
    meta.ics = [...new Set([...(meta.ics ?? []), text])];
    return true;
  }
  if (/^(?:CCS\s*)?(?:[A-HJ-NP-Z] ?\d{2}(?:\/\d{2})?(?:\s*[,，、;；]\s*|$))*$/.test(text)) {
    const codes = text.match(/[A-HJ-NP-Z] ?\d{2}(?:\/\d{2})?/g) ?? [];
    const written = codes.map((code) => code.replace(/^([A-Z]) ?/, '$1 '));
    if (codes.length > 0) meta.ccs = [...new Set([...(meta.ccs ?? []), ...written])];
    return true;
  }
  const record = /^备案号\s*[：:]?\s*(\S*)$/.exec(text);
  if (record) {
    if (record[1]) meta.recordNumber = record[1];
    return true;
  }
  const stage = stages.find((name) => text.includes(name));
  if (stage !== undefined && text.length < 20) {
    meta.draftStage = stage;
    return true;
  }
  return takeDays(text, meta) || takeNumbers(text, meta) || takeNames(text, line, meta);
}

function takeDays(text: string, meta: DraftMeta): boolean {
  const day =
    /^(\d{4})\s*[-–—年./]\s*(\d{1,2})\s*[-–—月./]\s*(\d{1,2})\s*日?\s*(发\s*布|实\s*施)?$/.exec(
      text,
    );
  if (!day) return false;
  const [, year, month, date, what = ''] = day;
  const written = toDay(year, month, date);
  if (written === undefined || what === '') return false;
  if (what.startsWith('发')) meta.issued ??= written;
  else meta.implemented ??= written;
  return true;
}

function takeNumbers(text: string, meta: DraftMeta): boolean {
  if (/^(?:部分)?代替\s*/.test(text)) {
    const numbers = findNumbers(text).map(({ number }) => formatNumber(number));
    if (numbers.length === 0) return false;
    // Which part a cover does not say; a foreword may.
    const replaced = text.startsWith('部分')
      ? numbers.map((number) => ({ number, partial: '部分' }))
      : numbers;
    meta.replaces = [...(meta.replaces ?? []), ...replaced];
    return true;
  }
  const parsed = parseNumber(text);
  if (!parsed.ok) return false;
  meta.number ??= formatNumber(parsed.number);
  return true;
}

/** What covers of drafts say to everybody. */
const coverSentence = /^在提交反馈意见时/u;

/** Kinds of standards as covers call them; printed by the kind of the text. */
const coverKind =
  /^(?:中华人民共和国.*标准|.{0,12}(?:地方|团体|企业|行业|国家)标准(?:化指导性技术文件)?|DB\d*|Q(?:\/[A-Z\d]+)?|T(?:\/[A-Z\d]+)?|GB)$/;

const coverKinds = [
  [/地方标准|^DB/, 'local'],
  [/团体标准|^T(?:\/|$)/, 'group'],
  [/企业标准|^Q(?:\/|$)/, 'enterprise'],
] as const;

function takeNames(text: string, { names }: Paragraph, meta: DraftMeta): boolean {
  const issuer = /^(.{2,60}?)\s*发\s*布$/u.exec(text);
  if (issuer?.[1] !== undefined && /\p{Script=Han}/u.test(issuer[1])) {
    meta.issuers ??= issuer[1].split(/\s+|、/).filter((name) => name !== '');
    return true;
  }
  if (/^发\s*布$/u.test(text)) return true;
  const called = text.replaceAll(' ', '');
  if (coverKind.test(called)) {
    const kind = coverKinds.find(([pattern]) => pattern.test(called))?.[1];
    if (kind) meta.kind ??= kind;
    return true;
  }
  const adopted = /^[（(](.{3,60}?)\s*[,，]\s*(IDT|MOD|NEQ)[）)]$/u.exec(text);
  if (adopted) {
    const [, number = '', degree = ''] = adopted;
    addAdopted(meta, number, degree, undefined);
    return true;
  }
  const style = names.join('|');
  if (/封面标准英文名称|英文名称/.test(style) || (meta.title !== undefined && isEnglish(text))) {
    if (meta.titleEn === undefined || meta.titleEn === text) {
      meta.titleEn = text;
      return isEnglish(text);
    }
    return false;
  }
  if (meta.title === undefined && /\p{Script=Han}/u.test(text) && text.length <= 80) {
    meta.title = text;
    return true;
  }
  return text === meta.title;
}

const isEnglish = (text: string): boolean => /^[\p{Script=Latin}\d\s\p{P}]{8,}$/u.test(text);
