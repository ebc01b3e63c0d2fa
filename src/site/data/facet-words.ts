import type { Family } from '#core/number/index.ts';
import type { Language } from '#core/model/standard.ts';
import { messagesOf } from '../i18n/index.ts';
import { chooseLabel } from '../lib/labels.ts';
import type { Label } from '../lib/labels.ts';
import type { ShownList, ShownValue } from '../views/shapes.ts';

/** Address of a list to browse. */
export function facetPath({ facet, id }: Pick<ShownList, 'facet' | 'id'>, page = 1): string {
  return `/browse/${facet}/${id}/${page > 1 ? `${page}/` : ''}`;
}

/** Name of a value: `现行`, `冷链物流`, `化工技术`; empty for a code without a name. */
export function nameValue(
  language: Language,
  { facet, value, names }: Pick<ShownValue, 'facet' | 'value' | 'names'>,
): Label {
  const m = messagesOf(language);
  switch (facet) {
    case 'kind':
      return { text: m.kind[value as keyof typeof m.kind] ?? value };
    case 'nature':
      return { text: m.nature[value as keyof typeof m.nature] ?? value };
    case 'status':
      return { text: m.status[value as keyof typeof m.status] ?? value };
    case 'text':
      return { text: m.hostedOnly };
    case 'chain':
      return names ? chooseLabel(language, names.zh ?? '', names.en) : { text: value };
    case 'ics':
    case 'ccs':
    case 'industry':
    case 'city':
      return chooseLabel(language, names?.zh ?? '', names?.en);
    default:
      return chooseLabel(language, value, names?.en);
  }
}

/** The kind of one standard: that of its family, of a document of metrology its own (国家计量检定规程). */
export function nameKind(
  language: Language,
  { family, prefix }: { readonly family: Family; readonly prefix?: string | undefined },
): string {
  const m = messagesOf(language);
  const own: Readonly<Record<string, Readonly<Record<string, string>>>> = m.metrology;
  return own[prefix ?? '']?.[family] ?? m.coverKind[family];
}
