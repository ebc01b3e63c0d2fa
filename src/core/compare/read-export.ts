import type { Bilingual } from '#core/base/bilingual.ts';
import { isObject } from '#core/base/json.ts';
import type { JsonObject } from '#core/base/json.ts';
import type { Language } from '#core/model/standard.ts';
import { provisionTerms } from '#core/terms/index.ts';
import type { ProvisionType } from '#core/terms/index.ts';
import type {
  ComparableClause,
  ComparableExhibit,
  ComparableProvision,
  ComparableStandard,
  ComparableText,
} from './model.ts';

const listOf = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const provisionTypes = new Set<unknown>(provisionTerms.map(({ value }) => value));
const isProvisionType = (value: unknown): value is ProvisionType => provisionTypes.has(value);

/**
 * The texts of the `index.json` of a standard, as far as they can be compared; a refusal where it is none, of a later version,
 * or without text. What does not fit is left out; nothing of it is trusted.
 */
export function readExport(
  value: unknown,
): { readonly standard: ComparableStandard } | { readonly refusal: Bilingual } {
  if (!isObject(value) || value['format'] !== 'biaolian-standard')
    return { refusal: { zh: '不是本库标准的数据', en: 'these are no data of a standard' } };
  if (value['version'] !== 1) {
    return {
      refusal: {
        zh: '数据是更新的版本，请刷新页面',
        en: 'the data are of a later version; reload',
      },
    };
  }
  const metadata = isObject(value['metadata']) ? value['metadata'] : {};
  const texts: Partial<Record<Language, ComparableText>> = {};
  for (const [key, language] of [
    ['text', 'zh'],
    ['english', 'en'],
  ] as const) {
    const text = value[key];
    const read = isObject(text) ? readText(text, language) : undefined;
    if (read?.clauses.some((clause) => clause.text !== '')) texts[language] = read;
  }
  if (!texts.zh && !texts.en)
    return { refusal: { zh: '没有正文可以比较', en: 'there is no text to compare' } };
  const titleEn = textOf(metadata['titleEn']);
  return {
    standard: {
      number: textOf(value['number']),
      slug: textOf(value['slug']),
      title: textOf(metadata['title']),
      ...(titleEn !== '' && { titleEn }),
      texts,
    },
  };
}

function readText(text: JsonObject, language: Language): ComparableText {
  const drafts = listOf(text['clauses']);
  const places = new Map(drafts.map((clause, index) => [textOf(clause['id']), index] as const));
  const placeOf = (id: unknown) => (typeof id === 'string' ? places.get(id) : undefined);
  return {
    language,
    clauses: drafts.map((clause, index): ComparableClause => {
      const parent = placeOf(clause['parent']);
      const titleEn = textOf(clause['titleEn']);
      return {
        id: textOf(clause['id']),
        kind: textOf(clause['kind']) as ComparableClause['kind'],
        address: textOf(clause['address']),
        label: textOf(clause['label']),
        level: typeof clause['level'] === 'number' ? clause['level'] : 1,
        title: textOf(clause['title']),
        ...(titleEn !== '' && { titleEn }),
        normative: clause['normative'] === true,
        parent: parent !== undefined && parent < index ? parent : null,
        text: textOf(clause['text']),
      };
    }),
    provisions: listOf(text['provisions']).flatMap((provision): readonly ComparableProvision[] => {
      const clause = placeOf(provision['clause']);
      const type = provision['type'];
      if (clause === undefined || !isProvisionType(type)) return [];
      return [
        {
          clause,
          type,
          negative: provision['negative'] === true,
          text: textOf(provision['text']),
          ...readLimits(provision['limits']),
        },
      ];
    }),
    exhibits: listOf(text['exhibits']).flatMap((exhibit): readonly ComparableExhibit[] => {
      const clause = placeOf(exhibit['clause']);
      const kind = exhibit['kind'];
      if (clause === undefined || (kind !== 'table' && kind !== 'figure' && kind !== 'formula'))
        return [];
      return [{ ...readExhibit(exhibit), clause, kind }];
    }),
  };
}

/** Limits as they are written out: those that have a quantity of a kind that is known. */
function readLimits(value: unknown): Pick<ComparableProvision, 'limits'> {
  const limits = listOf(value).filter(
    ({ quantity, comparator, object, text }) =>
      isObject(quantity) &&
      typeof quantity['kind'] === 'string' &&
      typeof quantity['unit'] === 'string' &&
      typeof comparator === 'string' &&
      typeof object === 'string' &&
      typeof text === 'string',
  );
  if (limits.length === 0) return {};
  return { limits: limits as unknown as NonNullable<ComparableProvision['limits']> };
}

function readExhibit(exhibit: JsonObject): Omit<ComparableExhibit, 'clause' | 'kind'> {
  const rows = exhibit['rows'];
  const files = exhibit['files'];
  const headRows = exhibit['headRows'];
  return {
    id: textOf(exhibit['id']),
    label: textOf(exhibit['label']),
    title: textOf(exhibit['title']),
    ...(Array.isArray(rows) && {
      rows: rows.filter((row) => Array.isArray(row)).map((row) => row.map(textOf)),
    }),
    ...(typeof headRows === 'number' && { headRows }),
    ...(Array.isArray(files) && { files: files.map(textOf) }),
  };
}
