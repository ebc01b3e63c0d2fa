import type { Bilingual } from '../base/bilingual.ts';
import type { StandardMeta } from '../model/meta.ts';
import type { Language } from '../model/standard.ts';
import { formatNumber, parseNumber } from '../number/index.ts';
import { familyTerms, pick } from '../terms/index.ts';
import type { CoverFacts } from './cover.ts';
import { printWords } from './words.ts';

/** What only a library, and who prints, know of a standard. */
export interface PrintOptions {
  /** Paragraphs behind the cover. */
  readonly notices?: readonly string[];
  /** English names of bodies by their Chinese names. */
  readonly bodies?: ReadonlyMap<string, string>;
}

/** Returns what the cover of a standard says, from its front matter. */
export function describeCover(
  meta: StandardMeta,
  language: Language,
  { notices = [], bodies = new Map() }: PrintOptions = {},
): CoverFacts {
  const { titleEn = '' } = meta;
  const isEnglish = language === 'en' && titleEn !== '';
  const [title, titleOther] = isEnglish ? [titleEn, meta.title] : [meta.title, titleEn];
  const printed = (wanted: boolean) =>
    meta.replaces
      .filter(({ partial }) => (partial !== undefined) === wanted)
      .map(({ number }) => printNumber(number));
  return {
    number: printNumber(meta.number),
    title,
    titleOther: titleOther === title ? '' : titleOther,
    ...describeKind(meta, language),
    ics: meta.ics,
    ccs: meta.ccs.map((code) => `${code.slice(0, 1)} ${code.slice(1)}`),
    recordNumber: meta.recordNumber ?? '',
    replaces: printed(false),
    replacesInPart: printed(true),
    adopts: meta.adopts.map(({ number, degree }) => `${number}, ${degree}`),
    ...describeStage(meta, language),
    issuers: meta.issuers.map((name) => (language === 'en' && bodies.get(name)) || name),
    keywords: language === 'en' ? meta.keywordsEn : meta.keywords,
    isSample: meta.sample,
    notices,
    bodies,
  };
}

/** Stages of drafts, and what a cover says of one without. */
const stages: Readonly<Record<NonNullable<StandardMeta['draftStage']> | '', Bilingual>> = {
  '': { zh: '标准草案', en: 'draft' },
  工作组讨论稿: { zh: '工作组讨论稿', en: 'working draft' },
  征求意见稿: { zh: '征求意见稿', en: 'draft for comment' },
  送审讨论稿: { zh: '送审讨论稿', en: 'draft for discussion before review' },
  送审稿: { zh: '送审稿', en: 'draft for review' },
  报批稿: { zh: '报批稿', en: 'draft for approval' },
};

/** Returns what the head or the foot of each page says: that it is a sample or a draft, and which text prevails. */
export function describeMarks(
  { isSample, draftStage }: Pick<CoverFacts, 'isSample' | 'draftStage'>,
  language: Language,
): string {
  const { sample, draft, reserve } = printWords[language];
  return [...(isSample ? [sample] : []), draftStage === '' ? reserve : draft].join('\u3000');
}

/** Stages whose cover asks for patents (GB/T 1.1—2020, 8.1 and D.1). */
const asking: readonly string[] = ['征求意见稿', '送审讨论稿', '送审稿'];

const request = {
  zh: '在提交反馈意见时，请将您知道的相关专利连同支持性文件一并附上。',
  en: 'Please submit, with your comments, notification of any relevant patents of which you are aware, with supporting documents.',
} as const;

/** A draft has its stage on the cover, and days that are still open (GB/T 1.1—2020, annex E). */
function describeStage(
  { status, draftStage, issued, implemented }: StandardMeta,
  language: Language,
): Pick<CoverFacts, 'draftStage' | 'request' | 'issued' | 'implemented'> {
  const isDraft = status === 'draft';
  const open = isDraft ? 'XXXX-XX-XX' : '';
  return {
    draftStage: isDraft ? stages[draftStage ?? ''][language] : '',
    request: isDraft && asking.includes(draftStage ?? '') ? request[language] : '',
    issued: issued ?? open,
    implemented: implemented ?? open,
  };
}

function printNumber(number: string): string {
  const parsed = parseNumber(number);
  return parsed.ok ? formatNumber(parsed.number) : number;
}

/** The region in the name of a body that issues local standards: 某市 of 某市市场监督管理局. */
const region = /^(\p{Script=Han}{1,8}?(?:省|自治区|市|自治州|盟|县|区))(?=\p{Script=Han})/u;

/** `某市地方标准` and `DB9999`, as covers have them. */
function describeKind(
  { number, issuers }: StandardMeta,
  language: Language,
): Pick<CoverFacts, 'kind' | 'letters'> {
  const parsed = parseNumber(number);
  if (!parsed.ok) return { kind: '', letters: '' };
  const { family, prefix } = parsed.number;
  const kind = pick(familyTerms, language)[family];
  const place =
    family === 'local' && language === 'zh' ? (region.exec(issuers[0] ?? '')?.[1] ?? '') : '';
  return { kind: place + kind, letters: prefix };
}
