import { lookUp } from '#core/base/look-up.ts';
import type { Heading, PhrasingContent, Root, RootContent } from 'mdast';
import type { Language } from '#core/model/standard.ts';
import { ClauseNumbers } from '../word/clause-numbers.ts';
import type { DraftMeta } from '../word/front-matter.ts';
import { renumbered } from '../word/reasons.ts';
import { isPrinted } from '../word/sentences.ts';
import { toBlocks, writeNotes } from './blocks.ts';
import { numberOf } from './context.ts';
import type { StsContext } from './context.ts';
import { readForeword } from './foreword.ts';
import { toPhrasing } from './inline.ts';
import { natureUnknown, printedAgain, tooDeepClause } from './reasons.ts';
import { readTermEntry } from './terms.ts';
import { childOf, childrenOf, elementsOf, findAll, isElement, settle, wordsOf } from './tree.ts';
import type { StsElement, StsNode } from './tree.ts';

/** Elements that stand once in a standard, by `sec-type`, with the titles that they have in both languages. */
const elements: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  foreword: { zh: '前言', en: 'Foreword' },
  intro: { zh: '引言', en: 'Introduction' },
  scope: { zh: '范围', en: 'Scope' },
  'norm-refs': { zh: '规范性引用文件', en: 'Normative references' },
  terms: { zh: '术语和定义', en: 'Terms and definitions' },
  bibl: { zh: '参考文献', en: 'Bibliography' },
  index: { zh: '索引', en: 'Index' },
};

const byTitle: readonly (readonly [RegExp, string])[] = [
  [/^(?:前\s*言|foreword)$/iu, 'foreword'],
  [/^(?:引\s*言|introduction)$/iu, 'intro'],
  [/^(?:规范性引用文件|normative references)$/iu, 'norm-refs'],
  [/^(?:术语(?:和|与|、)定义|terms and definitions|terms, definitions)/iu, 'terms'],
  [/^(?:参考文献|bibliography)$/iu, 'bibl'],
  [/^(?:索\s*引|index)$/iu, 'index'],
];

type Zone = 'foreword' | 'intro' | 'norm-refs' | 'terms' | 'body';

/** Puts the sections of a file together as a text of the dialect, each where it stands. */
export class StsBuilder {
  /** What the foreword said of the standard. */
  readonly said: DraftMeta = { changes: [], history: [] };
  private readonly context: StsContext;
  private readonly nodes: RootContent[] = [];
  private readonly numbers = new ClauseNumbers();

  constructor(context: StsContext) {
    this.context = context;
  }

  build(standard: StsElement): Root {
    const parts = ['front', 'body', 'back'].map((name) => childOf(standard, name));
    for (const part of parts) {
      if (!part) continue;
      for (const child of elementsOf(part)) this.addPart(child);
      this.endClause();
    }
    return { type: 'root', children: this.nodes };
  }

  private addPart(element: StsElement): void {
    switch (element.name) {
      case 'sec':
        return this.addSection(element, 1, 'body');
      case 'app-group':
      case 'ack':
        for (const child of elementsOf(element)) this.addPart(child);
        return;
      case 'app':
        return this.addAnnex(element);
      case 'ref-list':
        return this.addBibliography(element);
      case 'index':
        return this.addIndex(element);
      case 'toc':
      case 'notes':
        settle([element], 'contents');
        return;
      case 'fn-group':
        return;
      default:
        // Facts of the head are read apart; all else stands where it stood.
        if (element.name.endsWith('-meta')) return;
        this.nodes.push(...toBlocks([element], this.context));
    }
  }

  private addSection(section: StsElement, depth: number, zone: Zone): void {
    const { 'sec-type': type = '' } = section.attributes;
    if (type === 'titlepg' || type === 'toc') return settle([section], 'contents');
    const title = childOf(section, 'title');
    const words = wordsOf(title);
    const element =
      depth > 1
        ? undefined
        : type in elements
          ? type
          : byTitle.find(([pattern]) => pattern.test(words))?.[1];
    if (element === 'index') return this.addIndex(section);
    if (element === 'foreword') return this.addForeword(section);
    const inside: Zone =
      element === 'intro' || element === 'norm-refs' || element === 'terms' ? element : zone;
    const isFront = inside === 'intro' || element === 'bibl';
    const label = childOf(section, 'label');
    if (label) this.takeNumber(label, isFront ? undefined : this.numbers.count(Math.min(depth, 6)));
    else if (!isFront) this.numbers.count(Math.min(depth, 6));
    const content = this.readTitle(title, lookUp(elements, element ?? '')?.[this.context.language]);
    const mark = inside === 'terms' && depth > 1 ? '.group' : undefined;
    this.addHeading(section, depth, content, { mark, element });
    this.addContent(section, depth, inside, [label, title]);
  }

  /** A title as it stands, or as an element of that kind is called. */
  private readTitle(
    title: StsElement | undefined,
    standing: string | undefined,
  ): PhrasingContent[] {
    if (!title) return standing === undefined ? [] : [{ type: 'text', value: standing }];
    const squeeze = (text: string): string => text.replaceAll(/[\s\u3000]/gu, '');
    if (standing === undefined || squeeze(wordsOf(title)) !== squeeze(standing))
      return toPhrasing(title.children, this.context, 'title');
    settle([title], 'text');
    return [{ type: 'text', value: standing }];
  }

  /** Blocks and sub-sections of a section in their order. */
  private addContent(
    section: StsElement,
    depth: number,
    zone: Zone,
    heads: readonly (StsElement | undefined)[],
  ): void {
    let run: StsNode[] = [];
    const flush = (): void => {
      this.addBlocks(run, zone);
      run = [];
    };
    for (const child of section.children) {
      if (!isElement(child)) run.push(child);
      else if (heads.includes(child) || child.name === 'sec-meta') continue;
      else if (child.name === 'sec') {
        flush();
        this.addSection(child, depth + 1, zone);
      } else if (child.name === 'term-sec') {
        flush();
        this.addTerm(child, depth + 1);
      } else if (child.name === 'tbx:termEntry') {
        flush();
        this.nodes.push(...readTermEntry(child, this.context).blocks);
      } else if (child.name === 'ref-list') {
        flush();
        this.addReferences(child);
      } else run.push(child);
    }
    flush();
    this.endClause();
  }

  private addBlocks(nodes: readonly StsNode[], zone: Zone): void {
    const kept = nodes.filter((node) => {
      if (!isElement(node) || node.name !== 'p' || !isPrinted(printedIn(zone), wordsOf(node)))
        return true;
      settle([node], 'printed');
      this.context.leave('printed', node, wordsOf(node), printedAgain, false);
      return false;
    });
    this.nodes.push(...toBlocks(kept, this.context));
  }

  private addTerm(section: StsElement, depth: number): void {
    const label = childOf(section, 'label');
    const number = this.numbers.count(Math.min(depth, 6));
    if (label) this.takeNumber(label, number);
    const entries = childrenOf(section, 'tbx:termEntry');
    const [entry] = entries;
    const read = entry && readTermEntry(entry, this.context);
    this.addHeading(section, depth, read?.heading ?? []);
    this.nodes.push(...(read?.blocks ?? []));
    this.addContent(section, depth, 'body', [label, entry]);
  }

  private addAnnex(annex: StsElement): void {
    const letter = this.numbers.countAnnex();
    const [label, type, title] = ['label', 'annex-type', 'title'].map((name) =>
      childOf(annex, name),
    );
    if (label) this.takeNumber(label, letter);
    const said = `${annex.attributes['content-type'] ?? ''} ${wordsOf(type)}`;
    const isInformative = /inform|资料性/i.test(said);
    if (!isInformative && !/norm|规范性/i.test(said))
      this.context.leave('guess', annex, wordsOf(title), natureUnknown, true);
    if (type) settle([type], 'number');
    const zh = this.context.language === 'zh';
    const lead = zh
      ? `附录（${isInformative ? '资料性' : '规范性'}）`
      : `Annex (${isInformative ? 'informative' : 'normative'})`;
    const words = title ? toPhrasing(title.children, this.context, 'title') : [];
    const gap = words.length > 0 ? ' ' : '';
    this.addHeading(annex, 1, [{ type: 'text', value: lead + gap }, ...words]);
    this.addContent(annex, 1, 'body', [label, type, title]);
  }

  private addBibliography(list: StsElement): void {
    const title = childOf(list, 'title');
    if (title) settle([title], 'text');
    const label = childOf(list, 'label');
    if (label) settle([label], 'number');
    const value = wordsOf(title) || (elements['bibl']?.[this.context.language] ?? '');
    this.addHeading(list, 1, [{ type: 'text', value }], { element: 'bibl' });
    this.addReferences(list);
    this.endClause();
  }

  /** Entries of a list of documents; numbers before them are printed anew. */
  private addReferences(list: StsElement): void {
    const items: RootContent[] = [];
    const rest: StsElement[] = [];
    for (const child of elementsOf(list)) {
      if (child.name === 'ref') items.push(...this.toItems(child));
      else if (child.name === 'ref-list') this.addReferences(child);
      else if (child.name !== 'title' && child.name !== 'label') rest.push(child);
    }
    this.nodes.push(...toBlocks(rest, this.context));
    if (items.length === 0) return;
    this.nodes.push({
      type: 'list',
      ordered: false,
      spread: false,
      data: { place: list.place },
      children: items.map((item) => ({
        type: 'listItem',
        spread: false,
        children: [item as Extract<RootContent, { type: 'paragraph' }>],
      })),
    });
  }

  private toItems(ref: StsElement): RootContent[] {
    const label = childOf(ref, 'label');
    if (label) settle([label], 'number');
    const children = toPhrasing(
      ref.children.filter((child) => child !== label),
      this.context,
    );
    markGap(children);
    return children.length === 0
      ? []
      : [{ type: 'paragraph', children, data: { place: ref.place } }];
  }

  private addIndex(section: StsElement): void {
    const title = childOf(section, 'title');
    if (title) settle([title], 'text');
    const value = wordsOf(title) || (elements['index']?.[this.context.language] ?? '');
    this.addHeading(section, 1, [{ type: 'text', value }], { element: 'index' });
    settle([section], 'index');
  }

  private addForeword(section: StsElement): void {
    const read = readForeword(section, this.said, this.context);
    if (read.blocks.length === 0 && read.sections.length === 0) return;
    const title = elements['foreword']?.[this.context.language] ?? '';
    this.addHeading(section, 1, [{ type: 'text', value: title }], { element: 'foreword' });
    this.nodes.push(...read.blocks);
    for (const each of read.sections) this.nodes.push(...toBlocks(each.children, this.context));
    this.endClause();
  }

  private addHeading(
    element: StsElement,
    depth: number,
    children: PhrasingContent[],
    { mark, element: standing }: HeadingKind = {},
  ): void {
    this.endClause();
    if (depth > 6)
      this.context.leave(
        'number',
        element,
        wordsOf(childOf(element, 'label')),
        tooDeepClause,
        true,
      );
    const id = this.context.idOf(element);
    const aliases = elementsOf(element)
      .flatMap((child) => [child, ...(child.name === 'p' ? childrenOf(child, 'target') : [])])
      .filter(({ attributes }) => attributes['target-type'] === 'alias')
      .map(({ attributes }) => attributes['id'] ?? '');
    const said = [
      mark,
      id !== undefined && id !== lookUp(standingIds, standing ?? '') ? `#${id}` : undefined,
      aliases.length > 0 ? `was="${aliases.join(' ')}"` : undefined,
    ].filter((each) => each !== undefined);
    const heading: Heading = {
      type: 'heading',
      depth: Math.min(depth, 6) as Heading['depth'],
      children,
      data: { place: element.place },
    };
    if (said.length > 0)
      heading.children = [
        ...children,
        { type: 'html', value: `${children.length > 0 ? ' ' : ''}{${said.join(' ')}}` },
      ];
    this.nodes.push(heading);
  }

  /** Footnotes stand at the end of the clause that has their marks. */
  private endClause(): void {
    this.nodes.push(...writeNotes(this.context));
  }

  private takeNumber(label: StsElement, given: string | undefined): void {
    settle([label], 'number');
    if (given === undefined) return;
    const typed = numberOf(label);
    if (typed === '' || typed === given) return;
    this.context.leave('number', label, wordsOf(label), renumbered(typed, given), true);
  }
}

interface HeadingKind {
  /** A mark of the dialect before the id: `.group`. */
  readonly mark?: string | undefined;
  /** The element that stands once, by its key in `elements`. */
  readonly element?: string | undefined;
}

/** Ids that elements have of their own accord. */
const standingIds: Readonly<Record<string, string>> = {
  foreword: 'foreword',
  intro: 'introduction',
  scope: 'scope',
  'norm-refs': 'normative-references',
  terms: 'terms',
  bibl: 'bibliography',
  index: 'index',
};

const printedIn = (zone: Zone): string => (zone === 'norm-refs' ? 'references' : zone);

/** Between the number and the title of a document in a list stands a full-width blank where the title is Chinese. */
function markGap(children: PhrasingContent[]): void {
  const [first] = children;
  if (first?.type !== 'text') return;
  first.value = first.value.replace(
    /^((?:[A-Z]+\/?)+ ?[\d.]+(?:[-—–]\d{4})?) +(?=\p{Script=Han})/u,
    '$1\u3000',
  );
  // ISO has a comma there, and the title in italics.
  const [, number] = /^([A-Z][^,]*\d),\s*$/.exec(first.value) ?? [];
  const title = children[1];
  if (number === undefined || title?.type !== 'emphasis') return;
  first.value = `${number}\u3000`;
  children.splice(1, 1, ...title.children);
}

/** The language of a file: as it says, else by its title. */
export function languageOf(standard: StsElement): Language {
  const said = standard.attributes['xml:lang'] ?? '';
  if (said !== '') return said.startsWith('zh') ? 'zh' : 'en';
  const body = childOf(standard, 'body');
  const [title] = body ? [...findAll(body, 'title')] : [];
  return /\p{Script=Han}/u.test(wordsOf(title)) ? 'zh' : 'en';
}
