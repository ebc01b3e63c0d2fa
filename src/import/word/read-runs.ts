import type { Bilingual } from '#core/base/bilingual.ts';
import { programOf, readDrawing } from './drawing.ts';
import { addressOf, bookmarkOf, fieldName, readFormField, useOf } from './fields.ts';
import type { OpenField } from './fields.ts';
import { toLatex } from './omml.ts';
import type { Relationship } from './open-word.ts';
import type { Block, LeftKind, Piece, TextPiece } from './pieces.ts';
import { tagOf } from './ids.ts';
import { deleted, hidden, inserted, placeholder } from './reasons.ts';
import { isHidden } from './styles.ts';
import { symbolOf } from './symbols.ts';
import { childOf, elementsOf, findAll, isOn, textOf, valOf, wordsOf } from './xml-tree.ts';
import type { WordElement } from './xml-tree.ts';

interface RunHost {
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly leave: (kind: LeftKind, text: string, why: Bilingual, needsPerson: boolean) => void;
  readonly readBox: (content: WordElement) => readonly Block[];
}

interface ParagraphText {
  readonly pieces: readonly Piece[];
  readonly bookmarks: readonly string[];
  readonly boxes: readonly Block[];
}

type Look = Omit<TextPiece, 'kind' | 'text'>;

/** Reads what stands in paragraphs; fields may go on from one paragraph to the next. */
export class RunReader {
  private readonly host: RunHost;
  private readonly fields: OpenField[] = [];
  /** Names of the content controls around, the innermost last; `null` where one shows its hint only. */
  private readonly controls: (string | null)[] = [];
  /** Ids of bookmarks that are open and tag what they hold. */
  private readonly tags = new Set<string>();
  private pieces: Piece[] = [];
  private bookmarks: string[] = [];
  private boxes: Block[] = [];

  constructor(host: RunHost) {
    this.host = host;
  }

  readParagraph(element: WordElement): ParagraphText {
    const outer = { pieces: this.pieces, bookmarks: this.bookmarks, boxes: this.boxes };
    this.pieces = [];
    this.bookmarks = [];
    this.boxes = [];
    for (const child of elementsOf(element)) this.read(child, {});
    const { pieces, bookmarks, boxes } = this;
    Object.assign(this, outer);
    return { pieces, bookmarks, boxes };
  }

  /** Runs `read` inside a content control: its name goes with the text, and its hint is none. */
  within<T>(control: WordElement, read: () => T): T {
    const properties = childOf(control, 'w:sdtPr');
    const name = valOf(properties, 'w:tag') ?? valOf(properties, 'w:alias') ?? '';
    this.controls.push(isOn(properties, 'w:showingPlcHdr') ? null : name);
    const result = read();
    this.controls.pop();
    return result;
  }

  leaveObject(what: string): void {
    this.host.leave(
      'object',
      what,
      { zh: `嵌入的内容（${what}）没有导入`, en: `embedded content (${what}) was not taken` },
      true,
    );
  }

  leaveDeleted(element: WordElement): void {
    const text = wordsOf(element);
    if (text.trim() === '') return;
    this.host.leave('deleted', text, deleted, false);
  }

  private readonly handlers: Readonly<Record<string, (element: WordElement, look: Look) => void>> =
    {
      'w:pPr': () => {},
      'w:rPr': () => {},
      'w:r': (run) => this.readRun(run),
      'w:t': (element, look) => this.say(textOf(element), look),
      'w:tab': (_, look) => this.say('\t', look),
      'w:ptab': (_, look) => this.say('\t', look),
      'w:noBreakHyphen': (_, look) => this.say('-', { ...look, isAdded: true }),
      'w:softHyphen': () => {},
      'w:cr': () => this.put({ kind: 'break', of: 'line' }),
      'w:br': ({ attributes }) =>
        this.put({
          kind: 'break',
          of: /^(?:page|column)$/.test(attributes['w:type'] ?? '') ? 'page' : 'line',
        }),
      'w:sym': (element, look) => this.readSymbol(element, look),
      'w:fldChar': (element) => this.readFieldMark(element),
      'w:instrText': (element) => this.instruct(textOf(element)),
      'w:fldSimple': (element, look) => this.readSimpleField(element, look),
      'w:hyperlink': (element, look) => this.readLink(element, look),
      'w:bookmarkStart': ({ attributes }) => this.startBookmark(attributes),
      'w:bookmarkEnd': ({ attributes }) => this.endBookmark(attributes['w:id'] ?? ''),
      'w:del': (element) => this.leaveDeleted(element),
      'w:moveFrom': (element) => this.leaveDeleted(element),
      'w:ins': (element, look) => this.readInserted(element, look),
      'w:moveTo': (element, look) => this.readInserted(element, look),
      'w:sdt': (element, look) =>
        this.within(element, () => this.readAll(childOf(element, 'w:sdtContent'), look)),
      'w:ruby': (element, look) => this.readRuby(element, look),
      'w:footnoteReference': ({ attributes }) =>
        this.put({ kind: 'note', of: 'footnotes', id: attributes['w:id'] ?? '' }),
      'w:endnoteReference': ({ attributes }) =>
        this.put({ kind: 'note', of: 'endnotes', id: attributes['w:id'] ?? '' }),
      'm:oMath': (element) => this.readFormula(element, false),
      'm:oMathPara': (element) => {
        for (const formula of findAll(element, 'm:oMath')) this.readFormula(formula, true);
      },
      'mc:AlternateContent': (element, look) => this.readAlternatives(element, look),
      'w:drawing': (element) => this.readDrawing(element),
      'w:pict': (element) => this.readDrawing(element),
      'w:object': (element) => this.readObject(element),
      'w:txbxContent': (element) => {
        this.boxes.push(...this.host.readBox(element));
      },
    };

  private read(element: WordElement, look: Look): void {
    const handle = this.handlers[element.name];
    if (handle) handle(element, look);
    else this.readAll(element, look);
  }

  private readAll(element: WordElement | undefined, look: Look): void {
    for (const child of element ? elementsOf(element) : []) this.read(child, look);
  }

  private startBookmark(attributes: WordElement['attributes']): void {
    const name = attributes['w:name'];
    if (name === undefined || name === '_GoBack') return;
    const tag = tagOf(name);
    if (!tag) {
      this.bookmarks.push(name);
      return;
    }
    this.tags.add(attributes['w:id'] ?? '');
    this.put({ kind: 'tag', ...tag });
  }

  private endBookmark(id: string): void {
    if (this.tags.delete(id)) this.put({ kind: 'tag' });
  }

  private readRun(run: WordElement): void {
    const properties = childOf(run, 'w:rPr');
    if (isHidden(properties)) {
      const text = wordsOf(run);
      if (text.trim() !== '') this.host.leave('hidden', text, hidden, true);
      return;
    }
    const vertical = valOf(properties, 'w:vertAlign');
    const look: Look = {
      ...((vertical === 'superscript' || vertical === 'subscript') && { vertical }),
      ...(isOn(properties, 'w:b') && { isBold: true }),
    };
    this.readAll(run, look);
  }

  /** Text goes into the paragraph, or with the field whose result it is. */
  private say(text: string, look: Look): void {
    if (text === '') return;
    if (this.controls.includes(null)) {
      if (text.trim() !== '') this.host.leave('placeholder', text, placeholder, false);
      return;
    }
    const control = this.controls.at(-1);
    const form = this.fields.findLast((field) => useOf(field) === 'form' && field.isResult)?.form;
    const field = form?.name ?? (control === null ? undefined : control);
    this.put({
      kind: 'text',
      text,
      ...look,
      ...(field !== undefined && field !== '' && { field }),
    });
  }

  private put(piece: Piece): void {
    const holder = this.fields.findLast(
      (field) => !field.isResult || !['keep', 'form'].includes(useOf(field)),
    );
    if (!holder) this.pieces.push(piece);
    else if (piece.kind === 'text' && holder.isResult) holder.shown += piece.text;
    else if (piece.kind === 'text') this.leaveField(holder.instruction, piece.text);
    else if (piece.kind !== 'break')
      this.leaveObject(`${fieldName(holder.instruction)}: ${piece.kind}`);
  }

  private instruct(text: string): void {
    const field = this.fields.at(-1);
    if (field && !field.isResult) field.instruction += text;
  }

  private readFieldMark(mark: WordElement): void {
    const type = mark.attributes['w:fldCharType'];
    if (type === 'begin') {
      const form = readFormField(childOf(mark, 'w:ffData'));
      this.fields.push({ instruction: '', isResult: false, shown: '', form });
    } else if (type === 'separate') {
      const field = this.fields.at(-1);
      if (field) field.isResult = true;
    } else if (type === 'end') {
      const field = this.fields.pop();
      if (field) this.endField(field);
    }
  }

  private endField(field: OpenField): void {
    const { instruction, shown, form } = field;
    const use = useOf(field);
    if (form?.value !== undefined)
      this.put({
        kind: 'text',
        text: form.value,
        field: form.name === '' ? 'dropdown' : form.name,
        isAdded: true,
      });
    else if (use === 'reference')
      this.put({ kind: 'reference', bookmark: bookmarkOf(instruction), shown });
    else if (use === 'drop' && (shown.trim() !== '' || this.isLostPage(instruction)))
      this.leaveField(instruction, shown);
    else if (use === 'keep') this.leaveAddress(addressOf(instruction));
  }

  /** A page that the text mentions: Word has not counted it yet, and the library never will. */
  private isLostPage(instruction: string): boolean {
    const isInContents = this.fields.some((field) => useOf(field) === 'drop');
    return /^\s*PAGEREF/i.test(instruction) && !isInContents;
  }

  private leaveField(instruction: string, shown: string): void {
    const name = fieldName(instruction).toUpperCase();
    const isContents = /^(?:TOC|INDEX)$/.test(name);
    this.host.leave(
      shown === '' ? 'reference' : 'field',
      shown === '' ? instruction.trim() : shown,
      isContents
        ? { zh: '目次、索引自动生成', en: 'contents and index make themselves' }
        : {
            zh: `域 ${name} 的结果（页码、编号）不写进文本`,
            en: `the result of a field ${name} (a page, a number) is not written into the text`,
          },
      name === 'PAGEREF',
    );
  }

  private readSimpleField(element: WordElement, look: Look): void {
    const instruction = element.attributes['w:instr'] ?? '';
    const field: OpenField = {
      instruction,
      isResult: true,
      shown: '',
      form: readFormField(childOf(element, 'w:ffData')),
    };
    this.fields.push(field);
    this.readAll(element, look);
    this.fields.pop();
    this.endField(field);
  }

  private readLink(element: WordElement, look: Look): void {
    this.readAll(element, look);
    const target = this.host.relationships.get(element.attributes['r:id'] ?? '');
    if (target?.isExternal && target.target !== textOf(element).trim())
      this.leaveAddress(target.target);
  }

  private leaveAddress(address: string | undefined): void {
    if (address === undefined) return;
    this.host.leave(
      'link',
      address,
      {
        zh: '链接的文字留下了，地址没有；要用就写在文字里',
        en: 'the words of a link were kept and its address was not; write it in the text if it is needed',
      },
      true,
    );
  }

  private readInserted(element: WordElement, look: Look): void {
    const text = wordsOf(element);
    if (text.trim() !== '') this.host.leave('inserted', text, inserted, false);
    this.readAll(element, look);
  }

  private readRuby(element: WordElement, look: Look): void {
    const reading = childOf(element, 'w:rt');
    if (reading)
      this.host.leave(
        'ruby',
        wordsOf(reading),
        { zh: '注音没有导入', en: 'the reading above a word was not taken' },
        true,
      );
    this.readAll(childOf(element, 'w:rubyBase'), look);
  }

  private readSymbol({ attributes }: WordElement, look: Look): void {
    const [font, code] = [attributes['w:font'] ?? '', attributes['w:char'] ?? ''];
    const symbol = symbolOf(font, code);
    this.say(symbol ?? '\uFFFD', { ...look, isAdded: true });
    if (symbol === undefined)
      this.host.leave(
        'symbol',
        `${font} ${code}`,
        { zh: '认不得的符号，写成 �', en: 'an unknown symbol, written as �' },
        true,
      );
  }

  private readFormula(element: WordElement, isBlock: boolean): void {
    const { latex, unknown } = toLatex(element);
    const text = [...findAll(element, 'm:t')].map(textOf).join('');
    for (const name of unknown)
      this.host.leave(
        'formula',
        text,
        { zh: `公式里的 ${name} 认不得，请核对`, en: `check the formula: ${name} is not known` },
        true,
      );
    this.put({ kind: 'formula', latex, text, isBlock });
  }

  /** Of the same thing in two ways the first is read; the other is for programs that do not know it. */
  private readAlternatives(element: WordElement, look: Look): void {
    const [first, ...others] = elementsOf(element);
    if (first) this.readAll(first, look);
    this.leaveTwins(others);
  }

  /** The same in another form: its words are not said twice. */
  leaveTwins(others: readonly WordElement[]): void {
    for (const other of others) {
      const text = wordsOf(other);
      if (text.trim() !== '')
        this.host.leave(
          'duplicate',
          text,
          { zh: '同一内容的另一种写法', en: 'the same content in another form' },
          false,
        );
    }
  }

  private readDrawing(element: WordElement): void {
    const { boxes, pictures, object, words } = readDrawing(element);
    for (const content of boxes) this.boxes.push(...this.host.readBox(content));
    for (const picture of pictures) this.put(picture);
    if (object !== undefined) this.leaveObject(object);
    if (words.trim() !== '')
      this.host.leave(
        'drawing',
        words,
        { zh: '图形里的文字没有导入', en: 'words in a drawing were not taken' },
        true,
      );
  }

  private readObject(element: WordElement): void {
    this.readDrawing(element);
    this.leaveObject(programOf(element));
  }
}
