import type {
  MatchKind,
  SearchAnswer,
  SearchEngine,
  SearchHit,
  SearchRequest,
} from './contract.ts';
import type { Directory } from './directory/open.ts';
import { findNearest, searchDirectory } from './directory/search.ts';
import type { DirectoryMatches } from './directory/search.ts';
import { searchTexts } from './pagefind/search-texts.ts';
import type { PagefindIndex, TextHit, TextMatches } from './pagefind/search-texts.ts';
import type { StandardRecord } from './record/index.ts';
import { cleanQuery } from './record/spelling.ts';
import { SLUG } from './record/titles.ts';

/** The engine without a server: the directory for numbers and titles, Pagefind for texts. */
export interface EmbeddedParts {
  readonly directory: () => Promise<Directory>;
  readonly texts: () => Promise<PagefindIndex>;
}

/** The engine as the contract has it. */
export function createEmbedded(parts: EmbeddedParts): SearchEngine {
  return { name: 'embedded', search: (request) => searchEmbedded(parts, request) };
}

const CLAUSES_SHOWN = 5;
const NEAREST_SHOWN = 5;
const noTexts: TextMatches = { hits: [], more: false };

/**
 * Answer a question. Order: the number asked for, the whole title, like numbers; then hosted standards by title and by text,
 * those in force first; then catalogue records by title; then serials and pinyin. Rejects only when the directory cannot be read.
 */
async function searchEmbedded(parts: EmbeddedParts, request: SearchRequest): Promise<SearchAnswer> {
  const query = cleanQuery(request.text);
  const { page = 1, size = 10 } = request;
  const end = page * size;
  let degraded = false;
  const askTexts = async (): Promise<TextMatches> => {
    try {
      return await searchTexts(await parts.texts(), query, end);
    } catch {
      degraded = true;
      return noTexts;
    }
  };
  const opening = parts.directory();
  // Where texts are light the directory has what there is.
  const texts =
    request.titlesOnly || query === '' || (await opening).texts === 'light'
      ? noTexts
      : await askTexts();
  const directory = await opening;
  const matches = await searchDirectory(directory, query);
  const byId = await groupTexts(directory, texts.hits, request);
  const order = orderHits(directory, matches, [...byId.keys()]);
  const ids = [...order.keys()];
  const draw = async (wanted: readonly number[]) => {
    const records = await directory.read(wanted);
    return records.map((record, at) => {
      const id = wanted[at] ?? -1;
      return drawHit(record, order.get(id) ?? 'number', byId.get(id), request);
    });
  };
  return {
    engine: 'embedded',
    degraded,
    query,
    hits: await draw(ids.slice(end - size, end)),
    total: ids.length,
    terms: [],
    systems: [],
    facets: {},
    exact: !texts.more,
    nearest: ids.length === 0 ? await draw(await findNearest(directory, query, NEAREST_SHOWN)) : [],
  };
}

/** Text hits by record; of two languages of one standard the reader's own counts. */
async function groupTexts(
  directory: Directory,
  hits: readonly TextHit[],
  { language }: SearchRequest,
): Promise<ReadonlyMap<number, TextHit>> {
  const byId = new Map<number, TextHit>();
  const ids = await Promise.all(hits.map(({ slug }) => directory.find(SLUG + slug)));
  hits.forEach((hit, at) => {
    const id = ids[at]?.[0];
    if (id === undefined) return;
    if (!byId.has(id) || hit.language === language) byId.set(id, hit);
  });
  return byId;
}

/** Ids in the order they are shown, each with the strongest reason for it. */
function orderHits(
  { hosted, hostedLive }: Directory,
  matches: DirectoryMatches,
  texts: readonly number[],
): ReadonlyMap<number, MatchKind> {
  const order = new Map<number, MatchKind>();
  const add = (ids: readonly number[], kind: MatchKind) => {
    for (const id of ids) if (!order.has(id)) order.set(id, kind);
  };
  const { numbers, titles, likeNumbers, faintNumbers, inTitles, inTexts, pinyin } = matches;
  add(numbers, 'number');
  add(titles, 'title');
  add(likeNumbers, 'number');
  const groups: readonly ((id: number) => boolean)[] = [
    (id) => id < hostedLive,
    (id) => id >= hostedLive && id < hosted,
    (id) => id >= hosted,
  ];
  for (const within of groups) {
    add(inTitles.filter(within), 'title');
    add(texts.filter(within), 'text');
    add(inTexts.filter(within), 'text');
  }
  add(faintNumbers, 'number');
  add(pinyin, 'pinyin');
  return order;
}

function drawHit(
  record: StandardRecord,
  match: MatchKind,
  texts: TextHit | undefined,
  { language }: SearchRequest,
): SearchHit {
  return {
    ...record,
    path: `${language === 'en' ? '/en' : ''}/standards/${record.slug}/`,
    match,
    clauses: texts?.clauses.slice(0, CLAUSES_SHOWN) ?? [],
    clauseCount: texts?.clauses.length ?? 0,
  };
}
