import type { StandardMeta } from '#core/model/meta.ts';
import type { Provision } from '#core/model/standard.ts';
import type { Mark, TextRun } from '../document.ts';
import type { SyntaxNode } from '../syntax/syntax.ts';
import { classifyModals } from './modals.ts';
import type { Modal, SentenceClass } from './modals.ts';

/** A provision before it has its clause and, where its author gave none, its id. */
export type FoundProvision = Omit<Provision, 'id' | 'clause'> & { readonly id?: string };

/** What is known of a text before its provisions are read. */
export interface ProvisionSource {
  readonly modals: ReadonlyMap<TextRun, readonly Modal[]>;
  readonly profile: StandardMeta['profile'];
  readonly marks: ReadonlyMap<SyntaxNode, Mark>;
}

/** The sentence before a list, which ends in a colon: each item begins with its text, and takes its verb. */
export interface Lead {
  readonly text: string;
  readonly found: SentenceClass | null;
}

const sentence = /[^。！？；\n]+[。！？；]?/g;

/** Characters of a list's lead that each of its items repeats. */
const longestLead = 300;

/** Returns the type of provision of a span of a run by the modal verbs in it; null where it holds none. */
export function classifySpan(
  run: TextRun,
  start: number,
  end: number,
  { modals, profile }: ProvisionSource,
): SentenceClass | null {
  const within = (modals.get(run) ?? []).filter(
    ({ index, verb }) => index >= start && index + verb.length <= end,
  );
  return within.length > 0 ? classifyModals(within, profile) : null;
}

/**
 * Returns the provisions of the sentences of a run by their modal verbs, and the lead its last sentence gives to the
 * list that follows. `text` is the run's text without what is tagged, `lead` that of the list the run stands in.
 */
export function readSentences(
  run: TextRun,
  text: string,
  { lead, listFollows }: { readonly lead: Lead | null; readonly listFollows: boolean },
  source: ProvisionSource,
): { readonly found: readonly FoundProvision[]; readonly lead: Lead | null } {
  const found: FoundProvision[] = [];
  const sentences = [...text.matchAll(sentence)];
  let next: Lead | null = null;
  sentences.forEach(({ 0: raw, index: start }, position) => {
    const written = raw.trim();
    if (/^[。；！？]*$/.test(written)) return;
    // The mark at its end may stand in the place of a tagged provision.
    const end = start + raw.replace(/[。！？；]$/, '').length;
    const above = position === 0 ? lead : null;
    const verb = classifySpan(run, start, end, source) ?? above?.found ?? null;
    const full = above ? `${above.text.slice(0, longestLead)}：${written}` : written;
    if (listFollows && position === sentences.length - 1 && /[：:]$/.test(written)) {
      next = { text: full.slice(0, -1), found: verb };
    } else if (verb) found.push({ ...verb, text: full.replace(/[；;]$/, '。'), by: 'detector' });
  });
  return { found, lead: next };
}
