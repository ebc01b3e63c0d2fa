import { z } from 'zod';
import { standardMeta, translationMeta } from '#core/model/meta.ts';
import type { Language } from '#core/model/standard.ts';
import { degreeTerms, functionTypeTerms, profileTerms, reviewTerms } from '#core/terms/index.ts';
import type { Library } from '#library/open.ts';
import type { FieldChoice, FormField, FormShape } from './client/shapes.ts';
import { describeField, groups, pickerOf } from './form-words.ts';

/** A schema as zod writes it for JSON, as far as the form looks at it. */
interface JsonShape {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: JsonShape;
  readonly properties?: Readonly<Record<string, JsonShape>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonShape[];
}

/**
 * The form of the front matter of a standard, or of its English text, from the schema, with what the library can choose
 * from.
 */
export function describeForm(library: Library, language: Language = 'zh'): FormShape {
  const schema = language === 'zh' ? standardMeta : translationMeta;
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonShape;
  // What says that a text is English is no question.
  const fields = listFields(shape, '').filter(({ key }) => key !== 'language');
  const used = groups.filter(({ id }) => fields.some(({ group }) => group === id));
  const pickers = listPickers(library);
  const english = pickers['bodies']?.flatMap(({ en }) => (en ? [{ value: en, zh: '', en }] : []));
  return {
    groups: used,
    fields,
    pickers: language === 'zh' ? pickers : { ...pickers, bodies: english ?? [] },
  };
}

function listFields(shape: JsonShape, within: string): readonly FormField[] {
  const required = new Set(shape.required);
  return Object.entries(shape.properties ?? {}).map(([name, each]) =>
    describe(within === '' ? name : `${within}.${name}`, each, required.has(name)),
  );
}

function describe(path: string, shape: JsonShape, required: boolean): FormField {
  const { label, group, kind } = describeField(path);
  const own = { key: path.split('.').at(-1) ?? path, required, label, group };
  const picker = pickerOf(path);
  if (shape.enum) {
    const choices = shape.enum.map((value) => terms.get(value) ?? { value, zh: value, en: value });
    return { ...own, kind: 'choice', choices };
  }
  if (shape.type === 'boolean') return { ...own, kind: 'flag' };
  if (shape.type === 'object') return { ...own, kind: 'map', fields: listFields(shape, path) };
  if (shape.type !== 'array') return { ...own, kind: kind ?? 'text', picker };
  // A row that may be a text or a map is written as a text where nothing more is said of it.
  const items = shape.items?.anyOf?.find(({ type }) => type === 'string') ?? shape.items;
  if (items?.properties) return { ...own, kind: 'rows', fields: listFields(items, path) };
  return { ...own, kind: 'list', picker };
}

const declared: readonly FieldChoice[] = [
  { value: 'published', zh: '已发布', en: 'Published' },
  { value: 'draft', zh: '草案', en: 'Draft' },
  { value: 'withdrawn', zh: '废止', en: 'Withdrawn' },
];

const terms = new Map<string, FieldChoice>(
  [...profileTerms, ...reviewTerms, ...degreeTerms, ...functionTypeTerms, ...declared].map(
    (term) => [term.value, term],
  ),
);

/** What fields are chosen from: codes, bodies, chains, and all numbers that the library knows. */
export function listPickers({ vocabulary, rows, catalog }: Library): FormShape['pickers'] {
  const codes = (
    names: ReadonlyMap<string, { readonly zh?: string; readonly en?: string }>,
  ): readonly FieldChoice[] =>
    [...names].map(([value, { zh = '', en = '' }]) => ({ value, zh, en: en || zh }));
  const bodies = new Set([
    ...rows.flatMap(({ meta }) => [
      ...meta.issuers,
      ...meta.proposedBy,
      ...meta.administeredBy,
      ...meta.draftedBy,
    ]),
    ...vocabulary.bodies.keys(),
  ]);
  return {
    ics: codes(vocabulary.ics),
    ccs: codes(vocabulary.ccs),
    industries: codes(vocabulary.industries),
    bodies: [...bodies].map((value) => ({
      value,
      zh: '',
      en: vocabulary.bodies.get(value)?.en ?? '',
    })),
    chains: vocabulary.chains.map(({ id, zh, en }) => ({ value: id, zh, en })),
    standards: catalog.entries.map(({ number, title, titleEn }) => ({
      value: number,
      zh: title,
      en: titleEn ?? title,
    })),
  };
}
