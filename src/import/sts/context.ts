import type { Html } from 'mdast';
import type { Bilingual } from '#core/base/bilingual.ts';
import { isValidId } from '#core/text/index.ts';
import type { Language } from '#core/model/standard.ts';
import type { Left, LeftKind } from '../word/pieces.ts';
import { idsLost, lookLost } from './reasons.ts';
import { elementsOf, findAll, wordsOf } from './tree.ts';
import type { StsElement } from './tree.ts';

/** What an address of a file leads to: an id of the text, and what its label said. */
export interface StsTarget {
  readonly element: StsElement;
  readonly id: string;
}

/** Ids that only repeat a number (`sec_4.1`, `tab_2`): they go with it, and say nothing that lasts. */
const numberId =
  /^(?:sec|tab|table|fig|figure|formula|eq|biblref|ref|term|app|annex|list|li|item|toc|s|sub-?sec|clause)[-_]?(?:[A-Z]|\d+)?(?:[-_.]?\d+)*$/;
/** Ids by which ISO calls the elements that stand once. */
const elementId = /^sec_(?:foreword|intro|scope|terms|bibl|index)$/;

/** What all parts of an import share: ids, footnotes, pictures, and the report as it grows. */
export class StsContext {
  readonly language: Language;
  /**
   * Whether the file is the English text of a standard that has a Chinese one too: it is in English, and its head names Chinese
   * among the languages of the standard.
   */
  readonly isTranslation: boolean;
  /** What stands before notes and examples in the text that is written. */
  readonly remarks: (typeof remarkMarks)[keyof typeof remarkMarks];
  readonly left: Left[] = [];
  /** Files that the text shows, by name. */
  readonly pictures = new Map<string, Uint8Array>();
  readonly unusable = new Map<string, Uint8Array>();
  private readonly given: ReadonlyMap<string, Uint8Array>;
  private readonly targets = new Map<string, StsTarget>();
  private readonly wanted = new Set<string>();
  private readonly used = new Set<string>();
  /** Addresses that marks of footnotes lead to. */
  private readonly marks = new Set<string>();
  private readonly looks = new Set<string>();
  /** Ids that were not kept. */
  private readonly dropped: string[] = [];
  /** Whether the file is an export of a library of this kind, whose ids were published. */
  private readonly isOurs: boolean;
  private readonly noteLabels = new Map<StsElement, string>();
  private readonly notes = new Map<string, StsElement>();
  /** Footnotes that were mentioned and are not written yet. */
  private waiting: StsElement[] = [];

  constructor(root: StsElement, language: Language, pictures: ReadonlyMap<string, Uint8Array>) {
    this.language = language;
    this.given = pictures;
    const languages = [...findAll(root, 'content-language')].map(wordsOf);
    this.isTranslation = language === 'en' && languages.some((each) => /^(?:zh|chi)\b/i.test(each));
    this.remarks = remarkMarks[this.isTranslation ? 'en' : 'zh'];
    this.isOurs = [...findAll(root, 'meta-name')].some((name) => wordsOf(name) === 'kind');
    for (const { attributes } of findAll(root, 'xref', 'tbx:entailedTerm')) {
      const id = attributes['rid'] ?? attributes['target'];
      if (id !== undefined) this.wanted.add(id);
    }
    for (const { attributes } of findAll(root, 'xref')) {
      if (attributes['ref-type']?.endsWith('fn')) this.marks.add(attributes['rid'] ?? '');
    }
    for (const note of findAll(root, 'fn', 'non-normative-note')) {
      const { id } = note.attributes;
      // A figure may hold no `fn` (NISO STS 1.2): its footnotes are notes that something marks.
      if (id !== undefined && (note.name === 'fn' || this.marks.has(id))) this.notes.set(id, note);
    }
    for (const element of findAll(root, ...addressed)) this.addTarget(element);
    // An entry of a term is addressed by the section that holds it.
    for (const holder of findAll(root, 'term-sec')) {
      const target = this.targets.get(holder.attributes['id'] ?? '');
      for (const { attributes } of findAll(holder, 'tbx:termEntry')) {
        if (target && attributes['id'] !== undefined && !this.targets.has(attributes['id']))
          this.targets.set(attributes['id'], target);
      }
    }
  }

  private addTarget(element: StsElement): void {
    const written = element.attributes['id'];
    if (written === undefined || this.targets.has(written)) return;
    const isWanted =
      this.wanted.has(written) ||
      elementsOf(element).some(
        ({ name, attributes }) =>
          name === 'tbx:termEntry' && this.wanted.has(attributes['id'] ?? ''),
      );
    if (!isWanted && !this.isOurs && (numberId.test(written) || elementId.test(written))) {
      if (!elementId.test(written)) this.dropped.push(written);
      return;
    }
    const plain = written.replaceAll(/[^\p{L}\p{N}_.-]/gu, '-').replace(/^_(?=\d)/, 'n');
    let id = isValidId(plain) ? plain : `n-${plain.replace(/^[^\p{L}\p{N}]+/u, '')}`.slice(0, 90);
    for (let copy = 2; this.used.has(id) || !isValidId(id); copy += 1) id = `mark-${copy}`;
    this.used.add(id);
    this.targets.set(written, { element, id });
  }

  /** The id that an element is written with; undefined where nothing needs one. */
  idOf({ attributes }: StsElement): string | undefined {
    return this.targets.get(attributes['id'] ?? '')?.id;
  }

  targetOf(id: string): StsTarget | undefined {
    return this.targets.get(id);
  }

  leave(
    kind: LeftKind,
    element: StsElement,
    text: string,
    why: Bilingual,
    needsPerson: boolean,
  ): void {
    this.left.push({ kind, place: element.place, text: text.slice(0, 2000), why, needsPerson });
  }

  /** Type that is not kept: told once for all. */
  noteLook(name: string): void {
    this.looks.add(name);
  }

  /** Says in the report which ids and what of type were not kept. */
  finish(): void {
    if (this.dropped.length > 0) {
      const text = this.dropped.join(' ').slice(0, 2000);
      this.left.push({ kind: 'mark', place: 0, text, why: idsLost, needsPerson: false });
    }
    if (this.looks.size === 0) return;
    const names = [...this.looks].join(' ');
    this.left.push({
      kind: 'mark',
      place: 0,
      text: names,
      why: lookLost(names),
      needsPerson: false,
    });
  }

  /** The label of a footnote by the id of its element; undefined where there is none. */
  labelOfNote(id: string): string | undefined {
    const note = this.notes.get(id);
    return note && this.labelNote(note);
  }

  labelNote(note: StsElement): string {
    const known = this.noteLabels.get(note);
    if (known !== undefined) return known;
    const label = String(this.noteLabels.size + 1);
    this.noteLabels.set(note, label);
    this.waiting.push(note);
    return label;
  }

  /** Whether an element is a footnote: it is printed by its mark and nowhere else. */
  isNote(element: StsElement): boolean {
    return element.name === 'fn' || this.notes.get(element.attributes['id'] ?? '') === element;
  }

  /** Whether something in the text has the mark of a footnote. */
  isMarked({ attributes }: StsElement): boolean {
    return this.marks.has(attributes['id'] ?? '');
  }

  /** Footnotes mentioned since the last call, each once; where a holder is given, those that stand in it. */
  takeNotes(holder?: StsElement): readonly { readonly note: StsElement; readonly label: string }[] {
    const inside = holder && new Set(findAll(holder, 'fn', 'non-normative-note'));
    const taken = this.waiting.filter((note) => inside?.has(note) ?? true);
    this.waiting = this.waiting.filter((note) => !taken.includes(note));
    return taken.map((note) => ({ note, label: this.noteLabels.get(note) ?? '' }));
  }

  /** The bytes of a picture by the name that a file gives it: of its last part, whatever folder that names. */
  findPicture(href: string): { readonly name: string; readonly bytes: Uint8Array } | undefined {
    const name = (href.split(/[\\/]/).at(-1) ?? '').replace(/[?#].*$/, '');
    const bytes = this.given.get(name);
    return bytes && { name, bytes };
  }
}

const remarkMarks = {
  zh: { note: '注：', example: '示例：' },
  en: { note: 'Note: ', example: 'Example: ' },
} as const;

const addressed = [
  'sec',
  'app',
  'term-sec',
  'table-wrap',
  'fig',
  'fig-group',
  'disp-formula',
  'list-item',
  'styled-content',
  'ref-list',
];

/** A reference to an id, printed as what stands there is called. */
export const makeReference = (id: string): Html => ({ type: 'html', value: `[#${id}]` });

/** Without the brackets and dots of a label: 「附录A」 → `A`, 「表A.1」 → `A.1`, 「(1)」 → `1`. */
export const numberOf = (label: StsElement | undefined): string =>
  /(?:[A-Z]{1,2}(?=$|[.\s\d])[.\s]?)?[\d.]*$/u
    .exec(wordsOf(label).replace(/[)）.:：]+$/u, ''))?.[0]
    ?.replace(/^[.\s]+/, '') ?? '';
