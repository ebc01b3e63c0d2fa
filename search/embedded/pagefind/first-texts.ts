import type { Language } from '#core/model/standard.ts';
import type { TokenIndex } from '../directory/open.ts';
import { findTogether } from '../directory/search.ts';
import { foldText } from '#search/record/spelling.ts';
import { listSearchTerms } from '#search/shared/highlight.ts';
import { checkText } from './check-text.ts';
import type { ReadFragment } from './fragment.ts';
import type { TextCandidate } from './search-texts.ts';
import type { TextList } from './texts-root.ts';

/**
 * Some texts that have every pair and word of a question, `most` at most, those in the reader's language first: what they have
 * apart from each other may not be what was asked for, so each is to be read. Only small files are fetched.
 */
export async function findFirstTexts(
  pairs: TokenIndex<unknown>,
  texts: TextList,
  readFragment: ReadFragment,
  { text, language, most }: { text: string; language: Language; most: number },
): Promise<readonly TextCandidate[]> {
  const searchTerms = listSearchTerms(text);
  if (searchTerms.length === 0) return [];
  const { ids } = await findTogether(pairs, foldText(text), '');
  const found = ids.flatMap((id) => texts.slice(id, id + 1));
  const isOwn = ([, , english]: TextList[number]) => (english === 1) === (language === 'en');
  const bySlug = new Map<string, string>();
  for (const [id, slug] of [...found.filter(isOwn), ...found.filter((each) => !isOwn(each))]) {
    if (!bySlug.has(slug)) bySlug.set(slug, id);
  }
  return [...bySlug].slice(0, most).map(([slug, id]): TextCandidate => {
    let reading: Promise<ReturnType<typeof checkText>> | undefined;
    const read = async () => checkText(await readFragment(id), searchTerms);
    return { slug, read: () => (reading ??= read()) };
  });
}
