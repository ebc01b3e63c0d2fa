import { pinyin } from 'pinyin-pro';

/** An anchor that was published once: it must keep working (see `anchors.tsv`). */
export interface LedgerEntry {
  readonly id: string;
  readonly address: string;
  readonly title: string;
}

/** An anchor that wants an id: a clause, a term entry, a table, a figure or a formula. */
export interface Anchor {
  /** Written by the author, or null. */
  readonly authored: string | null;
  readonly address: string;
  readonly title: string;
  /** For anchors without a title: text to derive from. */
  readonly content: string;
  /** Prefix on collision and for untitled anchors: the id of the parent, by position in the list. */
  readonly parent: number | null;
}

/** Ids that the pages around a text carry themselves. */
export const pageIds: readonly string[] = [
  'main',
  'metadata',
  'relations',
  'indicators',
  'hover-card',
  'page-contents',
  'page-text',
  'page-provisions',
  'page-provisions-requirement',
  'page-provisions-instruction',
  'page-provisions-recommendation',
  'page-provisions-permission',
  'page-provisions-capability',
  'page-provisions-possibility',
  'header-q',
  'home-q',
  'search-q',
  'not-found-q',
];

const validId = /^[\p{L}_][\p{L}\p{N}_.-]{0,99}$/u;
const memo = new Map<string, string>();

/**
 * Whether an id can be an anchor: a letter or `_` first, then letters, digits and `_ . -`, 100 at most; `fn` at its start is for footnotes.
 */
export function isValidId(id: string): boolean {
  return validId.test(id) && !/^\d|^fn/.test(id);
}

/** `温度要求` → `wen-du-yao-qiu`; at most eight syllables or words. */
function slugifyTitle(title: string): string {
  const known = memo.get(title);
  if (known !== undefined) return known;
  const pieces = pinyin(title.slice(0, 40), {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  });
  const slug = pieces
    .flatMap((piece) => piece.toLowerCase().match(/[a-z0-9]+/g) ?? [])
    .slice(0, 8)
    .join('-')
    .slice(0, 60);
  if (memo.size < 50_000) memo.set(title, slug);
  return slug;
}

/** Eight base-36 digits of a 53-bit hash; equal text, equal digits. */
function shortHash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(8, '0').slice(-8);
}

/**
 * One id per anchor, unique in the document. An authored id wins; else a published id of the ledger
 * that this anchor evidently carries on (same words, else the same title, else the same address);
 * else one derived from the title (pinyin) or, without a title, from the content.
 */
export function assignIds(
  anchors: readonly Anchor[],
  taken: ReadonlySet<string>,
  ledger: readonly LedgerEntry[],
): readonly string[] {
  const used = new Set(taken);
  for (const anchor of anchors) if (anchor.authored !== null) used.add(anchor.authored);
  const bases = anchors.map(
    (anchor) => slugifyTitle(anchor.title) || shortHash(anchor.content).slice(0, 5),
  );
  const claims = claimPublished(
    anchors,
    bases,
    ledger.filter((entry) => !used.has(entry.id)),
  );
  for (const entry of ledger) used.add(entry.id);
  const counts = new Map<string, number>();
  const ids: string[] = [];
  anchors.forEach((anchor, index) => {
    const assigned = anchor.authored ?? claims.get(index);
    if (assigned !== undefined) {
      ids.push(assigned);
      return;
    }
    const parent = (anchor.parent === null ? undefined : ids[anchor.parent]) ?? 'c';
    const base = bases[index] ?? '';
    const long = `${parent}.${base}`.slice(-90);
    const wanted = anchor.title && isValidId(base) ? [base, long] : [long];
    let id = wanted.find((candidate) => isValidId(candidate) && !used.has(candidate));
    for (let count = counts.get(base) ?? 2; id === undefined; count++) {
      const candidate = `c.${base}-${count}`;
      if (!used.has(candidate)) id = candidate;
      counts.set(base, count + 1);
    }
    used.add(id);
    ids.push(id);
  });
  return ids;
}

/** Which anchor (by index) carries on which published id; each id at most once. */
function claimPublished(
  anchors: readonly Anchor[],
  bases: readonly string[],
  ledger: readonly LedgerEntry[],
): ReadonlyMap<number, string> {
  const claims = new Map<number, string>();
  if (ledger.length === 0) return claims;
  const free = new Set(ledger);
  const byEnd = groupEntries(ledger, ({ id }) => id.slice(id.lastIndexOf('.') + 1));
  const byTitle = groupEntries(ledger, ({ title }) => title);
  const byAddress = groupEntries(ledger, ({ address }) => address);
  const byBoth = groupEntries(ledger, ({ address, title }) => `${address}\t${title}`);
  const claim = (matches: (entry: LedgerEntry, anchor: Anchor, base: string) => boolean): void => {
    anchors.forEach((anchor, index) => {
      if (anchor.authored !== null || claims.has(index)) return;
      const { address, title } = anchor;
      const fits = (entry: LedgerEntry): boolean =>
        free.has(entry) && matches(entry, anchor, bases[index] ?? '');
      const candidates = [
        ...(byEnd.get(bases[index] ?? '') ?? []),
        ...(byBoth.get(`${address}\t${title}`) ?? []),
        ...(byTitle.get(title) ?? []),
        ...(byAddress.get(address) ?? []),
      ];
      const open = [...new Set(candidates)].filter(fits);
      const entry = open.find((candidate) => candidate.address === address) ?? open[0];
      if (!entry || (entry.address !== address && open.length > 1)) return;
      free.delete(entry);
      claims.set(index, entry.id);
    });
  };
  claim((entry, anchor, base) => entry.title === anchor.title && endsWith(entry.id, base));
  claim((entry, anchor) => anchor.title !== '' && entry.title === anchor.title);
  claim(
    (entry, anchor) =>
      entry.address !== '' &&
      entry.address === anchor.address &&
      (entry.title === '') === (anchor.title === ''),
  );
  return claims;
}

/** Entries that share a property; of very large groups only the first ones. */
function groupEntries(
  ledger: readonly LedgerEntry[],
  keyOf: (entry: LedgerEntry) => string,
): ReadonlyMap<string, readonly LedgerEntry[]> {
  const groups = new Map<string, LedgerEntry[]>();
  for (const entry of ledger) {
    const group = groups.get(keyOf(entry));
    if (!group) groups.set(keyOf(entry), [entry]);
    else if (group.length < largestGroup) group.push(entry);
  }
  return groups;
}

const largestGroup = 200;

function endsWith(id: string, base: string): boolean {
  return id === base || id.endsWith(`.${base}`);
}
