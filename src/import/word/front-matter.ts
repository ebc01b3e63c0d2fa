import { isDay } from '#core/base/day.ts';
import { findNumbers, formatNumber, parseNumber } from '#core/number/index.ts';
import type { Paragraph } from './pieces.ts';
import { textOfPieces } from './pieces.ts';

/** What the front matter of a text takes from a cover and a foreword; keys as the library writes them. */
export interface DraftMeta {
  number?: string;
  title?: string;
  titleEn?: string;
  draftStage?: string;
  issued?: string;
  implemented?: string;
  ics?: string[];
  ccs?: string[];
  issuers?: string[];
  proposedBy?: string[];
  administeredBy?: string[];
  draftedBy?: string[];
  drafters?: string[];
  replaces?: string[];
  recordNumber?: string;
  adopts?: { number: string; degree: string; note?: string }[];
  basis?: string;
  part?: string;
  patent?: boolean;
  changes: string[];
  history: string[];
}

const stages = ['工作组讨论稿', '征求意见稿', '送审讨论稿', '送审稿', '报批稿'];

/** Hints of forms that nobody filled in. */
const hint = /点击此处|单击此处|请输入|X{3,}|×{3,}|[—-]\s*XX|草案版次选择|一致性程度|^\s*$/u;

/**
 * Takes from the lines of a cover what the front matter has a place for. Says of each line whether all of it was taken;
 * fields of forms (`CSTD_NAME`, `PLSH_DATE_Y` …: names of the official editing tool) are surer than words.
 */
export function readCover(lines: readonly Paragraph[], meta: DraftMeta): ReadonlySet<Paragraph> {
  const taken = new Set<Paragraph>();
  const fields = new Map<string, string>();
  for (const line of lines) collectFields(line, fields);
  takeFields(fields, meta);
  for (const line of lines) {
    const text = tidy(textOfPieces(line.pieces));
    const known = line.pieces.some(
      (piece) =>
        piece.kind === 'text' && piece.field !== undefined && knownFields.test(piece.field),
    );
    if (takeLine(text, line, meta) || (known && !hint.test(text))) taken.add(line);
  }
  return taken;
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
  const ccs = /^(?:CCS\s*)?([A-HJ-NP-Z] ?\d{2}(?:\/\d{2})?)?$/.exec(text);
  if (ccs) {
    const [, code] = ccs;
    if (code !== undefined)
      meta.ccs = [...new Set([...(meta.ccs ?? []), code.replace(/^([A-Z]) ?/, '$1 ')])];
    return true;
  }
  const record = /^备案号\s*[：:]?\s*(\S*)$/.exec(text);
  if (record) {
    if (record[1] && !hint.test(record[1])) meta.recordNumber = record[1];
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
  const replaced = /^(?:部分)?代替\s*/.exec(text);
  if (replaced) {
    const numbers = findNumbers(text).map(({ number }) => formatNumber(number));
    if (numbers.length > 0) meta.replaces = numbers;
    return numbers.length > 0 && !text.startsWith('部分');
  }
  const parsed = parseNumber(text);
  if (!parsed.ok || hint.test(text)) return false;
  meta.number ??= formatNumber(parsed.number);
  return true;
}

/** What covers of drafts say to everybody, and hints nobody filled in. */
const coverSentence = /^在提交反馈意见时|^草案版次选择$/u;

/** Kinds of standards as covers call them; printed by the kind of the text. */
const coverKind =
  /^(?:中华人民共和国.*标准|.{0,12}(?:地方|团体|企业|行业|国家)标准(?:化指导性技术文件)?|DB\d*|Q|T|GB)$/;

function takeNames(text: string, { names }: Paragraph, meta: DraftMeta): boolean {
  const issuer = /^(.{2,60}?)\s*发\s*布$/u.exec(text);
  if (issuer?.[1] !== undefined && /\p{Script=Han}/u.test(issuer[1])) {
    meta.issuers ??= issuer[1].split(/\s+|、/).filter((name) => name !== '');
    return true;
  }
  if (/^发\s*布$/u.test(text) || coverKind.test(text.replaceAll(' ', ''))) return true;
  if (hint.test(text)) return false;
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

const split = (text: string): string[] =>
  text
    .replace(/[。.；;]\s*$/u, '')
    .split(/[、，,；;]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** What is adopted is said on the cover and in the foreword: once in the front matter. */
function addAdopted(
  meta: DraftMeta,
  number: string,
  degree: string,
  note: string | undefined,
): void {
  const others = (meta.adopts ?? []).filter((each) => each.number !== number);
  meta.adopts = [...others, { number, degree, ...(note !== undefined && { note }) }];
}

interface ForewordSentence {
  readonly pattern: RegExp;
  readonly take: (match: RegExpExecArray, meta: DraftMeta) => void;
}

/** Sentences of forewords that the library prints from the front matter (GB/T 1.1—2020, 8.3). */
const sentences: readonly ForewordSentence[] = [
  {
    pattern: /^本(?:文件|标准|部分)按照\s*(GB\/T\s*1\.\d\s*[-—–]\s*\d{4}).*(?:起草|编写)。?$/u,
    take: ([, basis = ''], meta) => {
      const parsed = parseNumber(basis);
      if (parsed.ok) meta.basis = formatNumber(parsed.number);
    },
  },
  {
    pattern: /^本(?:文件|标准|部分)由(.{2,80}?)提出并归口。?$/u,
    take: ([, name = ''], meta) => {
      meta.proposedBy = split(name);
      meta.administeredBy = split(name);
    },
  },
  {
    pattern: /^本(?:文件|标准|部分)由(.{2,80}?)提出[，,、](?:并)?由(.{2,80}?)归口。?$/u,
    take: ([, proposed = '', administered = ''], meta) => {
      meta.proposedBy = split(proposed);
      meta.administeredBy = split(administered);
    },
  },
  {
    pattern: /^本(?:文件|标准|部分)由(.{2,80}?)提出。?$/u,
    take: ([, name = ''], meta) => {
      meta.proposedBy = split(name);
    },
  },
  {
    pattern: /^本(?:文件|标准|部分)由(.{2,80}?)归口。?$/u,
    take: ([, name = ''], meta) => {
      meta.administeredBy = split(name);
    },
  },
  {
    pattern: /^本(?:文件|标准|部分)(?:的)?(?:主要|参加)?起草单位\s*[：:为]?\s*(.+)$/u,
    take: ([, names = ''], meta) => {
      meta.draftedBy = [...(meta.draftedBy ?? []), ...split(names)];
    },
  },
  {
    pattern: /^本(?:文件|标准|部分)(?:的)?(?:主要)?起草人(?:员)?\s*[：:为]?\s*(.+)$/u,
    take: ([, names = ''], meta) => {
      meta.drafters = [...(meta.drafters ?? []), ...split(names)];
    },
  },
  {
    pattern: /^本(?:文件|标准|部分)(等同|修改)采用(.{3,60}?)(?:[，,](.+?))?。?$/u,
    take: ([, degree = '', number = '', note], meta) =>
      addAdopted(meta, number, degree === '等同' ? 'IDT' : 'MOD', note),
  },
  {
    pattern: /^本(?:文件|标准|部分)与(.{3,60}?)的一致性程度为非等效(?:[，,](.+?))?。?$/u,
    take: ([, number = '', note], meta) => addAdopted(meta, number, 'NEQ', note),
  },
  {
    pattern: /^本(?:文件|标准|部分)(?:为|是)?首次(?:发布|制定)。?$/u,
    take: () => {},
  },
  {
    pattern: /^请注意本(?:文件|标准)的某些内容可能涉及专利。/u,
    take: (_, meta) => {
      meta.patent = true;
    },
  },
  {
    pattern: /^本(?:文件|标准|部分)(?:是|为).*的第\s*\d+\s*部分。?.*$/u,
    take: ([part], meta) => {
      meta.part = part;
    },
  },
];

/** What a line of a foreword begins: a list of changes or of editions follows it. */
export type ForewordList = 'changes' | 'history';

/**
 * Takes a line of a foreword into the front matter, which prints it again: `taken` when all of it was, a list when its
 * items follow, null when it is the author's own and stays in the text.
 */
export function readForewordLine(text: string, meta: DraftMeta): 'taken' | ForewordList | null {
  const line = text.trim();
  for (const { pattern, take } of sentences) {
    const match = pattern.exec(line);
    if (!match) continue;
    take(match, meta);
    return 'taken';
  }
  if (/^本(?:文件|标准|部分)代替.*(?:技术变化|主要变化|修改)如下[：:]$/u.test(line)) {
    const numbers = findNumbers(line).map(({ number }) => formatNumber(number));
    if (numbers.length > 0) meta.replaces ??= [...new Set(numbers)];
    return 'changes';
  }
  if (/历次版本发布情况为[：:]$/u.test(line)) return 'history';
  return null;
}
