import type { APIRoute } from 'astro';
import { getLibrary } from '../../build-context.ts';
import type { Language } from '../../../core/model/standard.ts';
import { getFacetPages, nameValue } from '../../data/facets.ts';

export function getStaticPaths() {
  return [{ params: { lang: 'zh' } }, { params: { lang: 'en' } }];
}

/** Names of the codes that occur, and of all chains, for the counts beside results: `{ics: {"01.140": "信息学、出版"}}`. */
export const GET: APIRoute = async ({ params }) => {
  const language: Language = params['lang'] === 'en' ? 'en' : 'zh';
  const library = await getLibrary();
  const labels = Object.fromEntries(
    (['industry', 'ics', 'ccs'] as const).map((facet) => [
      facet,
      Object.fromEntries(
        getFacetPages(library, facet).flatMap(({ value }) => {
          const { text } = nameValue(language, library, facet, value);
          return text === '' || text === value ? [] : [[value, text]];
        }),
      ),
    ]),
  );
  // Standards belong to chains by their systems too, which lists to browse do not count.
  const chains = library.vocabulary.chains.map(({ id }) => [
    id,
    nameValue(language, library, 'chain', id).text,
  ]);
  const nodes = library.systems.list.flatMap(({ places }) =>
    places.map(({ key, name }) => [key, name[language]]),
  );
  return Response.json({
    ...labels,
    chain: Object.fromEntries(chains),
    node: Object.fromEntries(nodes),
  });
};
