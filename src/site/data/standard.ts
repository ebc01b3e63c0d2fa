import type { StandardMeta } from '#core/model/meta.ts';
import type { CompiledText, Language } from '#core/model/standard.ts';
import { mapTimed } from '#core/model/timed.ts';
import type { FillContext, ResolvedReference } from '#core/render/index.ts';
import { messagesOf } from '../i18n/index.ts';
import { chooseLabel } from '../lib/labels.ts';
import { linkTo, standardPath, withBase } from '../lib/urls.ts';
import type { ShownEntry } from '../views/shapes.ts';
import type { StandardView } from '../views/standard.ts';

export interface ContentsItem {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly level: number;
}

const CONTENTS_LIMIT = 60;

/** 目次: titled elements, chapters, annexes and, where that stays short, their titled clauses. */
export function listContents({ clauses }: CompiledText): readonly ContentsItem[] {
  const listed = clauses.filter(
    ({ title, kind, level }) => title !== '' && kind !== 'term' && level <= 3,
  );
  const depth = listed.length > CONTENTS_LIMIT ? 2 : 3;
  return listed
    .filter(({ level }) => level <= depth)
    .map(({ id, address, label, title, level, kind }) => ({
      id,
      label: kind === 'annex' ? label : address,
      title,
      level,
    }));
}

/** What is asked of a text to fill its body. */
type FilledText = Pick<NonNullable<StandardView['text']>, 'references' | 'earlier'> & {
  readonly meta: Pick<StandardMeta, 'profile'>;
};

/** How mentions of other standards in a body become links with a status; `references` as its view has them. */
export function createFillContext(
  language: Language,
  {
    slug,
    text,
    bodies,
  }: Pick<StandardView, 'slug' | 'bodies'> & { readonly text: FilledText | undefined },
  read: Partial<Pick<FillContext, 'kept' | 'sizeOf' | 'figures'>>,
): FillContext {
  const m = messagesOf(language);
  const resolve = (key: string, targetClause: string | null): ResolvedReference => {
    const [now, ...later] = text?.references[key] ?? [];
    if (!now) return { href: null, status: '未知', title: m.notInLibrary };
    const draw = (entry: ShownEntry): ResolvedReference => {
      const { text: title } = chooseLabel(language, entry.title, entry.titleEn);
      const clause = targetClause && entry.hosted ? `#${encodeURIComponent(targetClause)}` : '';
      return {
        href: linkTo(language, standardPath(entry.slug)) + clause,
        status: entry.status,
        title: `${entry.number}　${title}　${m.status[entry.status]}`,
        ...(entry.status === '被代替' || entry.status === '废止'
          ? { mark: m.referenceMark[entry.status] }
          : {}),
      };
    };
    return { ...draw(now.value), later: mapTimed(later, draw) };
  };
  const profile = text?.meta.profile;
  const earlier = (year: string, clause: string): string | null => {
    const edition = text?.earlier.find((each) => each.year === year);
    return edition?.addresses.includes(clause)
      ? `${linkTo(language, standardPath(edition.slug))}#${clause}`
      : null;
  };
  return {
    resolve,
    figures: withBase(standardPath(slug)),
    bodies,
    earlier,
    ...(profile && { profile }),
    ...read,
  };
}
