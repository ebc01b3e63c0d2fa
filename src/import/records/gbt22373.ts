import { lookUp } from '#core/base/look-up.ts';
import { recordElements } from '#core/exchange/metadata-record.ts';
import type { CatalogueColumn } from '../catalogue/columns.ts';
import { leave, noColumn, unknownTag } from './record.ts';
import type { ForeignRecord, LeftValue } from './record.ts';

/** Elements of GB/T 22373—2021 that the catalogue has columns for. 462 is what a standard replaces, 461 what replaces it. */
const columns: Readonly<Record<string, CatalogueColumn>> = {
  '100': 'number',
  '101': 'issued',
  '102': 'issuer',
  '200': 'status',
  '205': 'implemented',
  '206': 'withdrawn',
  '298': 'title',
  '302': 'title_en',
  '461': 'replaced_by',
  '462': 'replaces',
  '825': 'ccs',
  '826': 'ics',
};

/** Elements of the standard beside those that we write. */
const named: ReadonlySet<string> = new Set([
  ...recordElements.map(({ code }) => code),
  ...'104 203 204 301 305 331 820 823 840 846 860 891 893'.split(' '),
]);

/** A line: the code, its name or not, and the value behind a tab, a colon or an equals sign. */
const element = /^\s*(\d{3})(?:[ \t]*([^\t:：=]*?))?[ \t]*(?:[\t:：=])[ \t]*(.*)$/u;

/** Whether a text looks like records of elements with three-digit codes, number and title among them. */
export const isGbt22373 = (text: string): boolean =>
  /^\s*100(?!\d)[^\n]*[\t:：=]/m.test(text) && /^\s*(?:298|302)(?!\d)[^\n]*[\t:：=]/m.test(text);

/**
 * Records after GB/T 22373—2021, one element a line; a blank line, or an element that a record has once and that comes again,
 * begins another one. Repeated elements and lists with `;` are several values.
 */
export function readGbt22373(text: string): readonly ForeignRecord[] {
  const records: Map<string, string[]>[] = [];
  let open: Map<string, string[]> | undefined;
  let last: string[] | undefined;
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.trim() === '') {
      open = undefined;
      last = undefined;
      continue;
    }
    const [, code, , value = ''] = element.exec(line) ?? [];
    if (code === undefined) {
      // A line without a code goes on with the value above it.
      if (last && last.length > 0) last[last.length - 1] += ` ${line.trim()}`;
      continue;
    }
    if (open === undefined || (once.has(code) && open.has(code))) {
      open = new Map();
      records.push(open);
    }
    last = open.get(code) ?? [];
    open.set(code, last);
    last.push(value.trim());
  }
  return records.map(toRecord);
}

const once: ReadonlySet<string> = new Set(['000', '001', '100', '298']);

function toRecord(elements: ReadonlyMap<string, readonly string[]>): ForeignRecord {
  const cells: Partial<Record<CatalogueColumn, string>> = {};
  const left: LeftValue[] = [];
  const number = elements.get('100')?.[0] ?? '';
  for (const [code, values] of elements) {
    const said = values.filter((value) => value !== '').join(';');
    if (said === '') continue;
    const column = lookUp(columns, code);
    if (column) cells[column] = said;
    // 000 and 001 speak of the record and not of the standard.
    else if (code !== '000' && code !== '001')
      left.push(leave(number, code, said, named.has(code) ? noColumn : unknownTag));
  }
  return { cells, left };
}
