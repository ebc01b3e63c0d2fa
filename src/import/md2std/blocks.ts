import type { Bilingual } from '#core/base/bilingual.ts';
import type { Block, Left, Paragraph, Piece, Table } from '../word/pieces.ts';
import { countPieces } from '../word/pieces.ts';
import { readInline } from './inline.ts';
import { notCarried, pictureApart } from './reasons.ts';

/** A text of md2std as blocks, under the names of styles that the official editing tool has for the same. */
export interface Md2stdBlocks {
  readonly blocks: readonly Block[];
  readonly left: readonly Left[];
  readonly paragraphs: number;
  readonly characters: number;
}

const levels = '一二三四五';
const annexHeading = /^附\s*录\s*(?:[（(]?\s*(规范性|资料性)[^\s）)]*[）)]?)?\s*(.*)$/u;
const anchor = /\s*\{#([^}\s]+)\}/gu;
const figureLine = /^!\[([^\]]*)\]\([^)]*\)\s*$/u;

/** Reads lines, each paragraph once; what the library has no place for is in `left`. */
export function readBlocks(source: string): Md2stdBlocks {
  const reader = new Md2stdReader();
  const lines = source.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) at = reader.read(lines, at);
  return {
    blocks: reader.blocks,
    left: reader.left,
    paragraphs: reader.place,
    characters: reader.characters,
  };
}

class Md2stdReader {
  readonly blocks: Block[] = [];
  readonly left: Left[] = [];
  place = 0;
  characters = 0;
  private isTerms = false;
  private isExample = false;
  private key = 0;

  /** Takes what begins at a line; the last line of it. */
  read(lines: readonly string[], at: number): number {
    const line = (lines[at] ?? '').trimEnd();
    if (line.trim() === '') return at;
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (heading) return (this.addHeading(heading[1]?.length ?? 1, heading[2] ?? ''), at);
    if (line.startsWith('|')) return this.addTable(lines, at);
    if (line.startsWith('$$')) return this.addFormula(lines, at);
    if (figureLine.test(line.trim())) return (this.addPicture(line.trim()), at);
    const marked = /^\s*\{\s*([^}:：]+?)\s*(?:[:：]\s*([^}]*))?\}\s*(.*)$/u.exec(line);
    if (marked && this.addMarked(marked[1] ?? '', marked[2] ?? '', marked[3] ?? '')) return at;
    const item = /^(\s*)(?:([-+*])|\d+[.)])\s+(.*)$/.exec(line);
    if (item) return (this.addItem(item[1] ?? '', item[2] !== undefined, item[3] ?? ''), at);
    return this.addText(lines, at);
  }

  private addHeading(depth: number, written: string): void {
    const { text, marks } = takeAnchors(written);
    this.isExample = false;
    if (depth === 1) this.isTerms = /^术语(?:和|与)?(?:定义)?/u.test(text);
    const annex = depth === 1 ? annexHeading.exec(text) : null;
    if (annex) {
      const [, nature, title = ''] = annex;
      return this.add('附录标识', `${nature === undefined ? '' : `（${nature}） `}${title}`, marks);
    }
    if (depth === 1) return this.add('章标题', text, marks);
    const level = levels[depth - 2] ?? '五';
    this.add(this.isTerms ? `术语条${level}` : `${level}级条标题`, text, marks);
  }

  /** A line that begins with a mark in braces; false for braces that are the author's own. */
  private addMarked(name: string, value: string, rest: string): boolean {
    const id = value.replace(/^#/, '').trim();
    switch (name) {
      case '表':
      case '图':
        this.key = 0;
        this.add(`正文${name}标题`, rest, [id]);
        return true;
      case '术语':
        this.add('术语条一', value.split(/\s*[|｜]\s*/u).join(' '));
        return true;
      case '无标题条': {
        const level = levels[Number(value) - 2];
        if (level === undefined) return false;
        this.add(`${level}级无标题`, rest);
        return true;
      }
      case '单位':
        this.add('', rest, [], true);
        return true;
      case '脚注':
        this.add('图表脚注', rest);
        return true;
      case '图标引':
        this.key += 1;
        this.add('', `${this.key}——${rest}`);
        return true;
      case '图段':
      case '来源':
        this.add('', name === '来源' ? `来源：${rest}` : rest);
        return true;
      case '示例结束':
        this.isExample = false;
        return true;
      case '分图组':
        this.leave(`{${name}}`, notCarried(`{${name}}`), true);
        return true;
      default:
        return false;
    }
  }

  private addItem(indent: string, isDash: boolean, text: string): void {
    const isInner = indent.length >= 2;
    const name = isDash
      ? isInner
        ? '二级破折号'
        : '破折号列项'
      : isInner
        ? '数字编号列项'
        : '字母编号列项';
    this.add(name, text);
  }

  private addText(lines: readonly string[], from: number): number {
    let to = from;
    const goesOn = (line: string): boolean =>
      line.trim() !== '' && !/^\s*(?:#{1,6}\s|\||\$\$|!\[|\{|[-+*]\s|\d+[.)]\s)/.test(line);
    while (goesOn(lines[to + 1] ?? '')) to += 1;
    const text = lines
      .slice(from, to + 1)
      .map((line) => line.trim())
      .join('');
    const example = /^示例\s*\d*\s*[：:]\s*/u.exec(text);
    if (example) {
      this.isExample = true;
      this.add('示例：', text);
    } else this.add(this.isExample ? '示例内容' : '', text.replace(/^\{\{std:[^{}]+\}\}\s+/u, ''));
    return to;
  }

  private addPicture(line: string): void {
    const alt = figureLine.exec(line)?.[1] ?? '';
    const { text, marks } = takeAnchors(alt);
    this.addPieces('', readInline(line));
    this.leave(line, pictureApart, true);
    if (marks.length > 0) this.add('正文图标题', text, marks);
  }

  private addFormula(lines: readonly string[], from: number): number {
    let to = from;
    const whole = (): string => lines.slice(from, to + 1).join('\n');
    while (!/^\$\$[^]+\$\$/.test(whole().trim()) && to < lines.length - 1) to += 1;
    const match = /^\$\$([^]*?)\$\$\s*(?:\{#([^}]+)\})?/.exec(whole().trim());
    const latex = (match?.[1] ?? whole().slice(2)).trim();
    this.addPieces(
      '正文公式',
      [{ kind: 'formula', latex, text: latex, isBlock: true }],
      match?.[2] === undefined ? [] : [match[2]],
    );
    return to;
  }

  private addTable(lines: readonly string[], from: number): number {
    let to = from;
    while ((lines[to + 1] ?? '').startsWith('|')) to += 1;
    const place = this.place + 1;
    const rows = lines
      .slice(from, to + 1)
      .filter((line) => !/^\|(?:\s*:?-+:?\s*\|)+\s*$/.test(line))
      .map((line) => {
        const cells = line
          .replace(/^\||\|\s*$/g, '')
          .split(/(?<!\\)\|/)
          .map((cell) => ({ blocks: [this.make('', readInline(cell.trim()))], columns: 1 }));
        return { cells, isHead: false };
      });
    const table: Table = { kind: 'table', place, rows, isFramed: false };
    this.blocks.push(table);
    return to;
  }

  private add(
    name: string,
    text: string,
    bookmarks: readonly string[] = [],
    isRight = false,
  ): void {
    this.addPieces(name, readInline(text.trim()), bookmarks, isRight);
  }

  private addPieces(
    name: string,
    pieces: readonly Piece[],
    bookmarks: readonly string[] = [],
    isRight = false,
  ): void {
    this.blocks.push({ ...this.make(name, pieces), bookmarks, isRight });
  }

  private make(name: string, pieces: readonly Piece[]): Paragraph {
    this.place += 1;
    this.characters += countPieces(pieces);
    return {
      kind: 'paragraph',
      place: this.place,
      names: name === '' ? [] : [name],
      pieces,
      bookmarks: [],
      isFramed: false,
      isRight: false,
      isBold: false,
      boxes: [],
    };
  }

  private leave(text: string, why: Bilingual, needsPerson: boolean): void {
    this.left.push({ kind: 'mark', place: this.place, text, why, needsPerson });
  }
}

function takeAnchors(written: string): {
  readonly text: string;
  readonly marks: readonly string[];
} {
  const marks = [...written.matchAll(anchor)].map(([, id = '']) => id);
  return { text: written.replace(anchor, '').trim(), marks };
}
