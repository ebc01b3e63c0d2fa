import type { LoggedRequest } from './access-log.ts';

/** What a log tells of a portal, each by what it counts; nothing of readers. */
export interface Visits {
  readonly days: Set<string>;
  readonly standards: Map<string, number>;
  /** Pages of standards, by the host of the page that linked there. */
  readonly links: Map<string, number>;
  readonly downloads: Map<string, number>;
  readonly questions: Map<string, number>;
  lines: number;
  pages: number;
  unread: number;
}

/** Different addresses that are kept of each kind: a log that holds more is of something else. */
const MOST = 100_000;
const LONGEST_QUESTION = 60;
const download = /\.(?:pdf|docx|xlsx|csv|ndjson|jsonld|ttl|xml|gz|zip|ics)$/;

/** Nothing counted yet. */
export function startVisits(): Visits {
  return {
    days: new Set(),
    standards: new Map(),
    links: new Map(),
    downloads: new Map(),
    questions: new Map(),
    lines: 0,
    pages: 0,
    unread: 0,
  };
}

/** Counts a line of a log; `host` is the site's own. */
export function countVisit(visits: Visits, request: LoggedRequest | undefined, host: string): void {
  visits.lines += 1;
  if (!request) {
    visits.unread += 1;
    return;
  }
  const { day, path, query, from } = request;
  visits.days.add(day);
  if (download.test(path)) add(visits.downloads, path);
  if (!path.endsWith('/')) return;
  visits.pages += 1;
  const slug = /\/standards\/([a-z0-9.-]+)\/$/.exec(path)?.[1];
  if (slug !== undefined) {
    add(visits.standards, slug);
    if (from !== '' && from !== host) add(visits.links, `${slug} ← ${from}`);
  }
  const question = path.endsWith('/search/') ? query.get('q')?.trim() : undefined;
  if (question && question.length <= LONGEST_QUESTION) add(visits.questions, question);
}

function add(counts: Map<string, number>, name: string): void {
  const before = counts.get(name);
  if (before !== undefined || counts.size < MOST) counts.set(name, (before ?? 0) + 1);
}

/** What was counted most, at least `least` times. */
export function listMost(
  counts: ReadonlyMap<string, number>,
  most: number,
  least = 1,
): readonly (readonly [string, number])[] {
  return [...counts]
    .filter(([, count]) => count >= least)
    .toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .slice(0, most);
}
