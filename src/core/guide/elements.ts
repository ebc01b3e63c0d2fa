import type { Clause, CompiledText } from '../model/standard.ts';

/** What a chapter, an annex or another element is for, as far as its place and name tell (GB/T 1.1—2020, clause 8). */
export const elementKinds = [
  'foreword',
  'introduction',
  'scope',
  'references',
  'no-references',
  'terms',
  'no-terms',
  'term',
  'symbols',
  'classification',
  'principles',
  'requirements',
  'methods',
  'inspection',
  'marking',
  'core',
  'normative-annex',
  'informative-annex',
  'bibliography',
  'index',
] as const;
export type ElementKind = (typeof elementKinds)[number];

/** Chapters by the words of their titles, in either language; the first that fits. */
const CHAPTERS: readonly (readonly [ElementKind, RegExp])[] = [
  ['symbols', /符号|缩略语|代号|\b(?:symbols|abbreviat)/i],
  ['inspection', /检验规则|抽样|判定规则|\b(?:inspection|sampling)\b/i],
  [
    'methods',
    /(?:证实|试验|检验|检测|测试|测量|测定|检查|核查|验证)(?:的)?(?:方法|与证实)|^(?:检查与证实|证实)|\b(?:test|verification) methods?\b|^(?:verification|tests?)$/i,
  ],
  ['marking', /标志|标签|包装|运输和贮存|运输与贮存|\b(?:marking|labell?ing|packag)/i],
  ['classification', /分类|分级|编码|型号|\b(?:classification|coding|designation)\b/i],
  ['principles', /总体(?:原则|要求)|基本(?:原则|要求)|一般要求|总则|\bgeneral\b|\bprinciples?\b/i],
  ['requirements', /要求|指标|\brequirements?\b/i],
];

/** What a clause is, where it is worth a word: elements, chapters and annexes, and the first entry of terms. */
export function elementOf(
  clause: Clause,
  { clauses }: Pick<CompiledText, 'clauses'>,
): ElementKind | undefined {
  const { kind, title, normative } = clause;
  if (kind === 'foreword' || kind === 'introduction' || kind === 'scope') return kind;
  if (kind === 'bibliography' || kind === 'index') return kind;
  if (kind === 'annex') return normative ? 'normative-annex' : 'informative-annex';
  if (kind === 'references')
    return /没有规范性引用文件|no normative references/i.test(clause.text) ? 'no-references' : kind;
  if (kind === 'terms') return clauses.some((each) => each.kind === 'term') ? kind : 'no-terms';
  if (kind === 'term')
    return clauses.find((each) => each.kind === 'term') === clause ? kind : undefined;
  if (kind !== 'chapter') return undefined;
  return CHAPTERS.find(([, pattern]) => pattern.test(title))?.[0] ?? 'core';
}
