import type { ParsedClause, ParsedDocument } from '#core/text/index.ts';
import { stringify } from 'yaml';
import { nameInEnglish } from '#site/data/outline.ts';
import { splitText } from './client/split-text.ts';

/**
 * The English text of a standard as a translator begins with it: the clauses, tables, figures and formulae of the Chinese
 * text under its ids, with the names and words that are fixed in English, and the rest in Chinese to be written over.
 * `bodies` are names of bodies in English, where they are known.
 */
export function beginEnglish(
  document: ParsedDocument,
  bodies: ReadonlyMap<string, { readonly en?: string | undefined }>,
): string {
  const { source } = document;
  const lines = source.split('\n');
  for (const clause of document.clauses) {
    const at = clause.line - 1;
    if (clause.heading) lines[at] = writeHeading(lines[at] ?? '', clause, document);
  }
  const { head } = splitText(source);
  const body = nameExhibits(lines.slice(head.split('\n').length - 1), document).map(translateMark);
  return `---\n${writeHead(document, bodies)}---\n\n${body.join('\n')}`;
}

function writeHeading(
  line: string,
  clause: ParsedClause,
  { terms, clauses }: ParsedDocument,
): string {
  const [, marks = '', title = '', attributes = ''] =
    /^(#{1,6})[ \t]*(.*?)[ \t]*(\{[^{}]*\})?[ \t]*$/.exec(line) ?? [];
  if (marks === '') return line;
  const term = terms.find((each) => clauses[each.clause] === clause);
  const annex = /^附录（(规范|资料)性）\s*(.*)$/u.exec(title);
  const nature = annex?.[1] === '规范' ? 'normative' : 'informative';
  const name = annex
    ? `Annex (${nature}) ${annex[2] ?? ''}`.trim()
    : (term?.termEn ?? nameInEnglish(clause.kind, title) ?? title);
  const id = attributes.includes('#') ? attributes : `{#${clause.id}}`;
  return [marks, name, id].filter((each) => each !== '').join(' ');
}

/** Gives each table, figure and formula the id that it has in the Chinese text. */
function nameExhibits(lines: readonly string[], { exhibits }: ParsedDocument): readonly string[] {
  const shape = /^(\s*:{3,}(?:table|figure|formula)\b(?:\[.*\])?)(\{.*\})?\s*$/;
  const count = lines.filter((line) => shape.test(line)).length;
  if (count !== exhibits.length) return lines;
  const left = exhibits.values();
  return lines.map((line) => {
    const [, start, attributes = ''] = shape.exec(line) ?? [];
    if (start === undefined) return line;
    const { id = '' } = left.next().value ?? {};
    if (/#|\bid=/.test(attributes)) return line;
    // A point would begin a class.
    const named = id.includes('.') ? `id="${id}"` : `#${id}`;
    return `${start}{${[named, attributes.slice(1, -1)].join(' ').trim()}}`;
  });
}

const marks: readonly (readonly [RegExp, string])[] = [
  [/^(\s*)注\d*：/u, '$1Note: '],
  [/^(\s*)示例\d*：/u, '$1Example: '],
  [/^(\s*)式中：/u, '$1where:'],
];

const translateMark = (line: string): string =>
  marks.reduce((text, [pattern, mark]) => text.replace(pattern, mark), line);

/** What the foreword says by itself, with the names that are known in English. */
function writeHead({ meta }: ParsedDocument, bodies: Parameters<typeof beginEnglish>[1]): string {
  const name = (each: string): string => bodies.get(each)?.en ?? each;
  const { part, changes = [], history = [] } = meta?.foreword ?? {};
  const foreword = {
    ...(part !== undefined && { part }),
    ...(changes.length > 0 && { changes }),
    ...(history.length > 0 && { history }),
  };
  const people = {
    proposedBy: meta?.proposedBy.map(name),
    administeredBy: meta?.administeredBy.map(name),
    draftedBy: meta?.draftedBy.map(name),
    drafters: meta?.drafters,
  };
  const head = {
    language: 'en',
    translationNote:
      'This English text is a translation of the Chinese text. The Chinese text prevails in case of doubt.',
    ...(Object.keys(foreword).length > 0 && { foreword }),
    ...Object.fromEntries(Object.entries(people).filter(([, names]) => (names?.length ?? 0) > 0)),
  };
  return stringify(head, { lineWidth: 0 });
}
