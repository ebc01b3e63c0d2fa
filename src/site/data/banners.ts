import type { CatalogEntry, Status } from '../../core/catalog/index.ts';
import type { Language } from '../../core/model/standard.ts';
import type { Library } from '../../library/open.ts';
import { messagesOf } from '../i18n/index.ts';
import { listRelated } from './standard.ts';
import type { RelatedStandard } from './standard.ts';
import { listStates } from './status.ts';
import type { State } from './status.ts';

/** What a page says about one state of a standard. */
export interface Banner {
  readonly state: State;
  /** Colour and icon. */
  readonly icon: Status;
  /** Whether the state holds on the day of the build. */
  readonly shown: boolean;
  readonly lead: string;
  readonly others: readonly RelatedStandard[];
  readonly tail: string;
}

const ICONS: Readonly<Partial<Record<State, Status>>> = {
  'newer-edition-issued': '即将实施',
  'review-overdue': '被代替',
  'under-review': '被代替',
  'partly-replaced': '被代替',
};

/** Banners of all states that hold or are announced; 现行 without more to say has none. */
export function listBanners(
  library: Library,
  language: Language,
  entry: CatalogEntry,
): readonly Banner[] {
  const { catalog } = library;
  const m = messagesOf(language);
  const facts = catalog.factsOf(entry);
  const today = catalog.statusOf(entry);
  const now: readonly State[] = [today.status, ...today.flags];
  const successors = listRelated(library, language, catalog.replacedByOf(entry));
  const whole = successors.filter(({ partial }) => partial === undefined);
  const older = listRelated(library, language, catalog.replacesOf(entry)).filter(
    ({ partial, href }) => partial === undefined && href !== undefined,
  );
  const day = (other: RelatedStandard | undefined) => other?.entry?.implemented;
  /** The day said by a source, else the first on which a successor comes into force. */
  const replacedOn = (others: readonly RelatedStandard[]): string =>
    entry.withdrawn ??
    others
      .flatMap((other) => day(other) ?? [])
      .toSorted()
      .at(0) ??
    '';

  const say = (state: State): Pick<Banner, 'lead' | 'others' | 'tail'> | undefined => {
    switch (state) {
      case '被代替':
        return whole.length > 0
          ? { lead: m.bannerSuperseded(replacedOn(whole)), others: whole, tail: '' }
          : { lead: m.bannerSupersededBare(entry.withdrawn ?? ''), others: [], tail: '' };
      case '废止':
        return { lead: m.bannerWithdrawn(entry.withdrawn ?? ''), others: whole, tail: '' };
      case '即将实施': {
        const lead = m.bannerUpcoming(entry.implemented ?? '');
        if (older.length === 0) return { lead, others: [], tail: '' };
        return {
          lead: lead + (language === 'en' ? ' ' : '') + m.bannerUpcomingOld,
          others: older,
          tail: '',
        };
      }
      case '草案':
        return { lead: m.bannerDraft(entry.row?.meta.draftStage ?? ''), others: [], tail: '' };
      case '未知':
        return { lead: m.bannerUnknown, others: [], tail: '' };
      case 'newer-edition-issued': {
        const from = day(whole.find((other) => (day(other) ?? '') > catalog.asOf));
        return { lead: m.bannerNewer, others: whole, tail: from ? m.bannerNewerDate(from) : '' };
      }
      case 'review-overdue':
        return { lead: m.bannerOverdue, others: [], tail: '' };
      case 'under-review':
        return { lead: m.bannerReview, others: [], tail: '' };
      case 'partly-replaced':
        return {
          lead: m.bannerPartly,
          others: successors.filter(({ partial }) => partial !== undefined),
          tail: '',
        };
      default:
        return undefined;
    }
  };

  return [...listStates(facts, today, catalog.reviewYears)].flatMap((state) => {
    const said = say(state);
    if (!said) return [];
    const icon = ICONS[state] ?? (state as Status);
    return [{ state, icon, shown: now.includes(state), ...said }];
  });
}
