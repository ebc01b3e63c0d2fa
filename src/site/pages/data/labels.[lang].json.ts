import type { APIRoute } from 'astro';
import { stalePages } from '#site/build-context.ts';
import type { Drawn } from '#site/build-context.ts';
import { nameValue } from '#site/data/facet-words.ts';
import { chooseLabel } from '#site/lib/labels.ts';

export function getStaticPaths() {
  return stalePages('labels');
}

/** Names of the codes that occur, and of all chains, for the counts beside results: `{ics: {"01.140": "信息学、出版"}}`. */
export const GET: APIRoute<Drawn<'labels'>> = ({ params, props: { view } }) => {
  const language = params['lang'] === 'en' ? 'en' : 'zh';
  const codes = view.codes.map(({ facet, values }) => [
    facet,
    Object.fromEntries(
      values.flatMap((each) => {
        const { text } = nameValue(language, each);
        return text === '' || text === each.value ? [] : [[each.value, text]];
      }),
    ),
  ]);
  const chains = view.chains.map(({ id, names }) => [
    id,
    chooseLabel(language, names.zh, names.en).text,
  ]);
  const cities = view.cities.map((each) => [each.value, nameValue(language, each).text]);
  return Response.json({
    ...Object.fromEntries(codes),
    chain: Object.fromEntries(chains),
    ...(cities.length > 0 && { city: Object.fromEntries(cities) }),
    node: Object.fromEntries(view.places.map(({ key, name }) => [key, name[language]])),
  });
};
