import type { Status } from '#core/catalog/index.ts';
import type { Language } from '#core/model/standard.ts';
import { messagesOf } from '../i18n/index.ts';
import type { ShownMention } from '../views/shapes.ts';
import type { StandardView } from '../views/standard.ts';
import type { State } from './status.ts';

/** What a page says about one state of a standard. */
export interface Banner {
  readonly state: State;
  /** Colour and icon. */
  readonly icon: Status;
  /** Whether the state holds on the day of the build. */
  readonly shown: boolean;
  /** The day on which what it says begins, for what is counted in days. */
  readonly day?: string | undefined;
  readonly lead: string;
  readonly others: readonly ShownMention[];
  readonly tail: string;
  /** Why it is withdrawn, as the library says it. */
  readonly reason?: string | undefined;
}

/** In which of them the end of a standard may be announced. */
const BEFORE_ITS_END: readonly State[] = ['现行', '即将实施', '未知'];

const ICONS: Readonly<Partial<Record<State, Status>>> = {
  'newer-edition-issued': '即将实施',
  'review-overdue': '被代替',
  'under-review': '被代替',
  'partly-replaced': '被代替',
};

/** The day from which a standard holds no longer: the first on which it is withdrawn or a successor comes into force (`effectiveStatus`). */
export function findEnd({ withdrawn, replacedBy }: StandardView): string | undefined {
  const days = replacedBy.flatMap(({ partial, entry }) =>
    partial === undefined ? (entry?.implemented ?? []) : [],
  );
  return [...days, ...(withdrawn === undefined ? [] : [withdrawn])].toSorted()[0];
}

type Said = Pick<Banner, 'day' | 'lead' | 'others' | 'tail' | 'reason'>;

/** Banners of all states that hold or are announced; 现行 without more to say has none. */
export function listBanners(language: Language, view: StandardView): readonly Banner[] {
  const { today } = view;
  const { withdrawn: end, withdrawnReason: reason } = view.text?.meta ?? {};
  const now: readonly State[] = [today.status, ...today.flags];
  return view.states.flatMap((state) => {
    const shown = now.includes(state);
    const said = say(language, view, state);
    const icon = ICONS[state] ?? (state as Status);
    const own: readonly Banner[] = said ? [{ state, icon, shown, ...said }] : [];
    if (end === undefined || !BEFORE_ITS_END.includes(state)) return own;
    const lead = messagesOf(language).bannerEnds(end);
    return [...own, { state, icon: '废止', shown, lead, others: [], tail: '', reason }];
  });
}

function say(language: Language, view: StandardView, state: State): Said | undefined {
  const m = messagesOf(language);
  const whole = view.replacedBy.filter(({ partial }) => partial === undefined);
  const older = view.replaces.filter(({ partial, entry }) => partial === undefined && entry);
  const reason = view.text?.meta.withdrawnReason;
  switch (state) {
    case '被代替':
      return whole.length > 0
        ? {
            day: findEnd(view),
            lead: whole.every(({ entry }) => entry?.status === '废止')
              ? m.bannerSupersededDead(findEnd(view) ?? '')
              : m.bannerSuperseded(findEnd(view) ?? ''),
            others: whole,
            tail: '',
            reason,
          }
        : {
            day: view.withdrawn,
            lead: m.bannerSupersededBare(view.withdrawn ?? ''),
            others: [],
            tail: '',
            reason,
          };
    case '废止':
      return {
        day: view.withdrawn,
        lead: m.bannerWithdrawn(view.withdrawn ?? ''),
        others: whole,
        tail: '',
        reason,
      };
    case '即将实施': {
      const lead = m.bannerUpcoming(view.implemented ?? '');
      const day = view.implemented;
      if (older.length === 0) return { day, lead, others: [], tail: '' };
      return {
        day,
        lead: lead + (language === 'en' ? ' ' : '') + m.bannerUpcomingOld,
        others: older,
        tail: '',
      };
    }
    case '草案':
      return { lead: m.bannerDraft(view.text?.meta.draftStage ?? ''), others: [], tail: '' };
    case '未知':
      return { lead: m.bannerUnknown, others: [], tail: '' };
    case 'newer-edition-issued': {
      const coming = whole.find(({ entry }) => entry?.status === '即将实施');
      const from = coming?.entry?.implemented;
      return {
        day: from,
        lead: m.bannerNewer,
        others: whole,
        tail: from ? m.bannerNewerDate(from) : '',
      };
    }
    case 'review-overdue':
      return { lead: m.bannerOverdue, others: [], tail: '' };
    case 'under-review':
      return { lead: m.bannerReview, others: [], tail: '' };
    case 'partly-replaced':
      return {
        lead: m.bannerPartly,
        others: view.replacedBy.filter(({ partial }) => partial !== undefined),
        tail: '',
      };
    default:
      return undefined;
  }
}
