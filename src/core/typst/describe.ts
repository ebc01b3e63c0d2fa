import type { StandardMeta } from '../model/meta.ts';
import type { Language } from '../model/standard.ts';
import { formatNumber, parseNumber } from '../number/index.ts';
import { familyTerms, pick } from '../terms/index.ts';
import type { CoverFacts } from './cover.ts';

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
    draftStage: meta.status === 'draft' ? (meta.draftStage ?? '') : '',
    issued: meta.issued ?? '',
    implemented: meta.implemented ?? '',
    issuers: meta.issuers.map((name) => (language === 'en' && bodies.get(name)) || name),
    keywords: language === 'en' ? meta.keywordsEn : meta.keywords,
    isSample: meta.sample,
    notices,
    bodies,
  };
}

function printNumber(number: string): string {
  const parsed = parseNumber(number);
  return parsed.ok ? formatNumber(parsed.number) : number;
}

/** The region in the name of a body that issues local standards: 示范市 of 示范市市场监督管理局. */
const region = /^(\p{Script=Han}{1,8}?(?:省|自治区|市|自治州|盟|县|区))(?=\p{Script=Han})/u;

/** `示范市地方标准` and `DB9902`, as covers have them. */
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
