import type { Nodes } from 'mdast';
import type { StandardMeta } from '#core/model/meta.ts';
import type { Provision } from '#core/model/standard.ts';
import type { Mark, TextRun } from '../document.ts';
import { classifyModals } from './modals.ts';
import type { Modal, SentenceClass } from './modals.ts';

/** A provision before it has its clause and, where its author gave none, its id. */
export type FoundProvision = Omit<Provision, 'id' | 'clause'> & { readonly id?: string };

/** What is known of a text before its provisions are read. */
export interface ProvisionSource {
  readonly modals: ReadonlyMap<TextRun, readonly Modal[]>;
  readonly profile: StandardMeta['profile'];
  readonly marks: ReadonlyMap<Nodes, Mark>;
}

/** The sentence before a list: each item begins with its text, and takes the types of its last verb. */
export interface Lead {
  readonly text: string;
  readonly found: readonly SentenceClass[];
}

const sentence = /[^。！？；\n]+[。！？；]?/g;
/** A sentence that ends in a full stop and still leads a list: 「应符合下列规定。」 */
const announces = /(?:下列|以下|下述|如下|下面)[^。；：]*。$/;

/** Characters of a list's lead that each of its items repeats. */
const longestLead = 300;

/** Returns the modal verbs in a span of a run. */
function modalsWithin(
  run: TextRun,
  start: number,
  end: number,
  { modals }: ProvisionSource,
): readonly Modal[] {
  return (modals.get(run) ?? []).filter(
    ({ index, verb }) => index >= start && index + verb.length <= end,
  );
}

/** Returns the types of provision of a span of a run by the modal verbs in it; empty where it holds none. */
export function classifySpan(
  run: TextRun,
  start: number,
  end: number,
  source: ProvisionSource,
): readonly SentenceClass[] {
  return classifyModals(modalsWithin(run, start, end, source), source.profile);
}

interface Sentence {
  readonly text: string;
  readonly types: readonly SentenceClass[];
}

/**
 * Returns the provisions of the sentences of a run by their modal verbs, one for each type a sentence has, and the lead its
 * last sentence gives to the list that follows. A part behind a semicolon that has no verb of its own belongs to the one
 * before. `text` is the run's text without what is tagged, `lead` that of the list the run stands in.
 */
export function readSentences(
  run: TextRun,
  text: string,
  { lead, listFollows }: { readonly lead: Lead | null; readonly listFollows: boolean },
  source: ProvisionSource,
): { readonly found: readonly FoundProvision[]; readonly lead: Lead | null } {
  const read: Sentence[] = [];
  const sentences = [...text.matchAll(sentence)];
  let next: Lead | null = null;
  let goesOn = false;
  sentences.forEach(({ 0: raw, index: start }, position) => {
    const written = raw.trim();
    if (/^[。；！？]*$/.test(written)) return;
    // The mark at its end may stand in the place of a tagged provision.
    const end = start + raw.replace(/[。！？；]$/, '').length;
    const above = position === 0 ? lead : null;
    const own = classifySpan(run, start, end, source);
    const types = own.length > 0 ? own : (above?.found ?? []);
    const full = above ? `${above.text.slice(0, longestLead)}：${written}` : written;
    const previous = read.at(-1);
    const isLast = position === sentences.length - 1;
    if (listFollows && isLast && (/[：:]$/.test(written) || announces.test(written))) {
      const verbs = modalsWithin(run, start, end, source);
      const found = own.length > 0 ? classifyModals(verbs.slice(-1), source.profile) : types;
      next = { text: full.slice(0, -1), found };
      // What else the lead asks is not in its items.
      const others = own.filter(({ type }) => found.every((each) => each.type !== type));
      if (others.length > 0) read.push({ text: full, types: others });
    } else if (own.length === 0 && goesOn && previous) {
      read[read.length - 1] = { ...previous, text: `${previous.text}${written}` };
    } else if (types.length > 0) read.push({ text: full, types });
    goesOn = /[；;]$/.test(written) && (types.length > 0 || goesOn);
  });
  const found = read.flatMap(({ text: said, types }) =>
    types.map((type) => ({
      ...type,
      text: said.replace(/[；;：:]$/, '。'),
      by: 'detector' as const,
    })),
  );
  return { found, lead: next };
}
