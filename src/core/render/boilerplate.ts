import type { Language, Term } from '../model/standard.ts';
import type { ParsedClause } from '../text/document.ts';
import { html, noHtml } from '../base/html.ts';
import type { Html } from '../base/html.ts';

/** Sentences that GB/T 1.1—2020 fixes word for word: 8.6 (references) and 8.7 (terms). */
const sentences = {
  zh: {
    references:
      '下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。',
    noReferences: '本文件没有规范性引用文件。',
    terms: '下列术语和定义适用于本文件。',
    noTerms: '本文件没有需要界定的术语和定义。',
  },
  en: {
    references:
      'The following documents are referred to in the text in such a way that some or all of their content constitutes requirements of this document. For dated references, only the edition cited applies. For undated references, the latest edition of the referenced document (including any amendments) applies.',
    noReferences: 'There are no normative references in this document.',
    terms: 'For the purposes of this document, the following terms and definitions apply.',
    noTerms: 'No terms and definitions are listed in this document.',
  },
} as const;

/** The lead the document prints by itself before the author's blocks; plain text or empty. */
export function leadOf(
  clause: ParsedClause,
  clauses: readonly ParsedClause[],
  language: Language,
): string {
  const fixed = sentences[language];
  const paragraphs = clause.blocks.some(({ type }) => type === 'paragraph');
  if (clause.kind === 'references') {
    if (paragraphs) return '';
    return clause.blocks.some(({ type }) => type === 'list')
      ? fixed.references
      : fixed.noReferences;
  }
  if (clause.kind === 'terms') {
    if (paragraphs) return '';
    return clauses.some(({ kind }) => kind === 'term') ? fixed.terms : fixed.noTerms;
  }
  return '';
}

const collator = new Intl.Collator('zh-Hans-u-co-pinyin');

/** A line of the index: a name of a term, and the entry that it stands in. */
interface IndexRow {
  readonly name: string;
  readonly id: string;
  readonly address: string;
}

/** 索引 (GB/T 1.1—2020, 8.13): terms, admitted terms and abbreviations with their entry numbers, by pinyin. */
export function listIndex(
  terms: readonly Term[],
  clauses: readonly ParsedClause[],
): readonly IndexRow[] {
  return terms
    .flatMap(({ term, admitted, abbreviations, clause }) => {
      const { id = '', address = '' } = clauses[clause] ?? {};
      return [term, ...admitted, ...abbreviations].map((name) => ({ name, id, address }));
    })
    .sort((left, right) => collator.compare(left.name, right.name));
}

/** The index as HTML; empty where no term is defined. */
export function renderIndex(terms: readonly Term[], clauses: readonly ParsedClause[]): Html {
  const rows = listIndex(terms, clauses).map(
    ({ name, id, address }) =>
      html`<li><span>${name}</span> <a class="xref" href="#${id}">${address}</a></li>`,
  );
  return rows.length > 0 ? html`<ul class="document-index" role="list">${rows}</ul>` : noHtml;
}
