import type { Status } from '#core/catalog/index.ts';
import type { Language } from '#core/model/standard.ts';
import { messagesOf } from '../i18n/index.ts';
import { chooseLabel } from '../lib/labels.ts';
import type { ShownSite } from '../views/shapes.ts';
import type { StandardView } from '../views/standard.ts';

/** What the margins of each printed page say, beside its address, its day and its number. */
export interface PrintMarks {
  /** The number of a standard, the title of another page. */
  readonly name: string;
  /** What stands above the first clause of a standard in full text. */
  readonly title?: string | undefined;
  /** Whether all of it is a sample, or some of what it lists. */
  readonly sample: 'whole' | 'part' | undefined;
  /** Words for each status that holds or is announced. */
  readonly states?: Readonly<Partial<Record<Status, string>>> | undefined;
  readonly status?: Status | undefined;
}

/** Marks of a standard: number, sample, and its status with what a reader of a loose sheet must know of it. */
export function markStandard(language: Language, view: StandardView): PrintMarks {
  const m = messagesOf(language);
  const joiner = language === 'zh' ? '、' : ', ';
  const successors = view.replacedBy
    .flatMap(({ number, partial }) => (partial === undefined ? [number] : []))
    .join(joiner);
  const say = (status: Status): string => {
    const word = m.status[status];
    switch (status) {
      case '被代替':
        return successors ? m.printSuperseded(successors) : word;
      case '废止':
        return view.withdrawn ? `${word} ${view.withdrawn}` : word;
      case '即将实施':
        return view.implemented ? m.printUpcoming(view.implemented) : word;
      default:
        return word;
    }
  };
  const statuses = [view.today.status, ...view.states].filter(
    (state): state is Status => state in m.status,
  );
  const facts = view.text ? '' : `${m.recordSheet} · `;
  return {
    name: view.number,
    ...(view.text && { title: chooseLabel(language, view.title, view.titleEn).text }),
    sample: view.shown.sample ? 'whole' : undefined,
    states: Object.fromEntries(statuses.map((status) => [status, facts + say(status)])),
    status: view.today.status,
  };
}

/** Marks of a page about one system: all of it is a sample, or what it lists may be one. */
export function markSystem(name: string, sample: boolean, site: ShownSite): PrintMarks {
  return { name, sample: sample ? 'whole' : site.sample ? 'part' : undefined };
}

/** What `print-page.css` and the script of pages read from the root. */
export function listPrintMarks(
  language: Language,
  { name, title, sample, states, status }: PrintMarks,
  { address, factsAsOf }: { readonly address: string; readonly factsAsOf?: string | undefined },
): Readonly<Record<`data-print-${string}`, string>> {
  const m = messagesOf(language);
  const marks = {
    name,
    ...(title && { title }),
    sample: sample && (sample === 'whole' ? '样例 · Sample' : '含样例 · Contains samples'),
    state: status && states?.[status],
    address,
    facts: [factsAsOf && m.printFacts(factsAsOf), m.printReserve].filter(Boolean).join('\n'),
  };
  return Object.fromEntries(
    Object.entries(marks).flatMap(([mark, text]) => (text ? [[`data-print-${mark}`, text]] : [])),
  );
}
