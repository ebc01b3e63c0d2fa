import { compareDiagnostics } from '../model/diagnostic.ts';
import { makeFinding } from '../model/finding.ts';
import type { Diagnostic, Range } from '../model/diagnostic.ts';
import type { ParsedDocument } from '../text/document.ts';
import { findUnread } from '../text/syntax/bounds.ts';
import { sourceOffset } from '../text/meaning/run-offsets.ts';
import { fileStart, mostFindings } from '../text/report.ts';
import { rangeAt } from '../text/syntax/positions.ts';

interface Place {
  readonly id: string;
  readonly label: string;
  readonly range: Range;
}

/**
 * Whether a translation has the clauses, tables, figures and formulae of its original under the same
 * ids (rule `translation-anchors`), so that an address means the same place in both texts.
 */
export function checkTranslation(
  original: ParsedDocument,
  translation: ParsedDocument,
): readonly Diagnostic[] {
  if ([original, translation].some(({ diagnostics }) => findUnread(diagnostics))) return [];
  const wanted = listPlaces(original);
  const given = listPlaces(translation);
  const found: Diagnostic[] = [];
  const add = (finding: Pick<Diagnostic, 'range' | 'message' | 'hint'>): void => {
    if (found.length >= mostFindings) return;
    found.push(makeFinding(translation.file, { rule: 'translation-anchors', ...finding }));
  };
  found.push(...checkForeword(original, translation), ...checkChinese(translation));
  for (const [key, { id, label, range }] of given) {
    const same = wanted.get(key);
    if (!same) {
      add({
        range,
        message: {
          zh: `${label}在中文本里没有`,
          en: `${label} does not exist in the Chinese text`,
        },
        hint: {
          zh: '两个文本的章条、图、表应一一对应',
          en: 'Both texts should have the same clauses, tables and figures',
        },
      });
    } else if (same.id !== id) {
      add({
        range,
        message: {
          zh: `${label}的标识是 ${id}，中文本里是 ${same.id}`,
          en: `${label} has the id ${id}, in the Chinese text it is ${same.id}`,
        },
        hint: { zh: `写上 {#${same.id}}`, en: `Write {#${same.id}}` },
      });
    }
  }
  for (const [key, { label }] of wanted) {
    if (given.has(key)) continue;
    add({
      range: fileStart,
      message: { zh: `缺少中文本的${label}`, en: `${label} of the Chinese text is missing` },
      hint: {
        zh: '两个文本的章条、图、表应一一对应',
        en: 'Both texts should have the same clauses, tables and figures',
      },
    });
  }
  return found.toSorted(compareDiagnostics);
}

/** What is numbered, by number; unnumbered elements, of which there is one of a kind, by their kind. */
function listPlaces(document: ParsedDocument): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const counts = { table: 0, figure: 0, formula: 0 };
  for (const { id, label, kind, level, address, headingRange, heading } of document.clauses) {
    if (kind === 'foreword' && heading === null) continue;
    const key = address || (level === 1 && kind !== 'foreword' ? kind : '');
    if (key && !places.has(key)) places.set(key, { id, label, range: headingRange });
  }
  for (const { id, label, kind, clause } of document.exhibits) {
    const range = document.clauses[clause]?.headingRange ?? fileStart;
    places.set(`${kind} ${++counts[kind]}`, { id, label, range });
  }
  return places;
}

/**
 * Whether the front matter of a translation tells in English what the foreword of the original tells by itself
 * (rule `translation-foreword`).
 */
function checkForeword(original: ParsedDocument, translation: ParsedDocument): Diagnostic[] {
  const { meta } = original;
  if (!meta) return [];
  const said = translation.translation?.foreword;
  return (['part', 'changes', 'history'] as const).flatMap((key) => {
    const count = (value: string | readonly string[] | undefined): number =>
      typeof value === 'string' ? 1 : (value?.length ?? 0);
    const [wanted, given] = [count(meta.foreword[key]), count(said?.[key])];
    if (wanted === given) return [];
    return makeFinding(translation.file, {
      rule: 'translation-foreword',
      range: fileStart,
      message: {
        zh: `foreword.${key} 中文本有 ${wanted} 条，英文本有 ${given} 条`,
        en: `foreword.${key} has ${wanted} in the Chinese text and ${given} in the English one`,
      },
      hint: {
        zh: '在 index.en.md 的文件头用英文逐条写出；没有写的照印中文',
        en: 'Write each in English in the front matter of index.en.md; what is not there is printed in Chinese',
      },
    });
  });
}

/** Chinese words that were left in a translation, one finding a block (rule `translation-chinese`). */
function checkChinese({ file, runs, lineStarts, translation }: ParsedDocument): Diagnostic[] {
  const tell = (range: Range, words: string): Diagnostic =>
    makeFinding(file, {
      rule: 'translation-chinese',
      range,
      message: {
        zh: `英文本里还有中文“${words}”`,
        en: `Chinese is left in the English text: “${words}”`,
      },
      hint: {
        zh: '译成英文；人名写拼音，没有英文名称的标准可以只写编号',
        en: 'Translate it; write names of people in pinyin, and of a standard without an English title its number only',
      },
    });
  const inHead = chinese.exec(JSON.stringify(translation ?? ''))?.[0];
  const left = runs.flatMap((run) => {
    const found = chinese.exec(run.text);
    if (!found) return [];
    const [start, end] = [found.index, found.index + found[0].length - 1];
    const range = rangeAt(lineStarts, sourceOffset(run, start), sourceOffset(run, end) + 1);
    return tell(range, found[0].slice(0, longestQuote));
  });
  return [
    ...(inHead === undefined ? [] : [tell(fileStart, inHead.slice(0, longestQuote))]),
    ...left.slice(0, mostFindings),
  ];
}

const chinese = /\p{Script=Han}+/u;
const longestQuote = 20;
