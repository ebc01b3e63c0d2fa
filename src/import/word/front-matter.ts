import type { HostedFamily } from '#core/terms/index.ts';
import { findNumbers, formatNumber, parseNumber } from '#core/number/index.ts';

/** What the front matter of a text takes from a cover and a foreword; keys as the library writes them. */
export interface DraftMeta {
  /** What the cover calls the draft; no key of the front matter. */
  kind?: HostedFamily;
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
  replaces?: (string | { number: string; partial: string })[];
  recordNumber?: string;
  adopts?: { number: string; degree: string; note?: string }[];
  basis?: string;
  part?: string;
  patent?: boolean;
  changes: string[];
  history: string[];
}

const split = (text: string): string[] =>
  text
    .replace(/[。.；;]\s*$/u, '')
    .split(/[、，,；;]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Enters what is adopted, which the cover and the foreword say, once. */
export function addAdopted(
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
    pattern: /^本(?:文件|标准|部分)部分代替(.{3,60}?)[（(](.{1,200})[）)]。?$/u,
    take: ([, written = '', partial = ''], meta) => {
      const parsed = parseNumber(written);
      const number = parsed.ok ? formatNumber(parsed.number) : written.trim();
      const others = (meta.replaces ?? []).filter(
        (each) => (typeof each === 'string' ? each : each.number) !== number,
      );
      meta.replaces = [...others, { number, partial }];
    },
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
  // Behind what is replaced in part the list has a line of its own.
  if (/^主要(?:技术)?变化如下[：:]$/u.test(line)) return 'changes';
  if (/历次版本发布情况为[：:]$/u.test(line)) return 'history';
  return null;
}
