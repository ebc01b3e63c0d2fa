import { compareDiagnostics } from '../model/diagnostic.ts';
import type { Diagnostic, Range } from '../model/diagnostic.ts';
import type { ParsedDocument } from '../text/document.ts';
import { mostFindings } from '../text/report.ts';
import { fileStart } from './view.ts';

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
  const wanted = listPlaces(original);
  const given = listPlaces(translation);
  const found: Diagnostic[] = [];
  const add = (finding: Pick<Diagnostic, 'range' | 'message' | 'hint'>): void => {
    if (found.length >= mostFindings) return;
    const { file } = translation;
    found.push({ rule: 'translation-anchors', severity: 'warning', file, ...finding });
  };
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
