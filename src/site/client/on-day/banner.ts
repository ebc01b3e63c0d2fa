import { dayStatusTerms, pick } from '#core/terms/index.ts';
import { traceDay } from '#core/validity/trace-day.ts';
import type { DayTrace } from '#core/validity/trace-day.ts';
import type { KnownStandard } from '#core/validity/index.ts';
import type { Language } from '#core/model/standard.ts';
import { DAY_WORDS } from '#site/i18n/browser/on-day.ts';
import { draw, langOf, renderIcon } from '../draw.ts';
import { toPage } from '../home.ts';
import type { KnownOnDay } from './known.ts';

/** What the page of a standard says of it on the day, in place of what it says of today; gives back the status. */
export function showBanner(
  article: HTMLElement,
  standard: KnownStandard,
  { day, standards }: KnownOnDay,
  language: Language,
): void {
  for (const banner of article.querySelectorAll<HTMLElement>('[data-when]')) banner.hidden = true;
  const trace = traceDay(standard, standards, day);
  const said = sayTrace(trace, day, language);
  if (said === undefined) return;
  const others = trace.others.flatMap((other, at) => [
    ...(at > 0 ? [DAY_WORDS[language].and] : []),
    linkOther(other, language),
  ]);
  article
    .querySelector('.notices')
    ?.append(
      draw(
        'div',
        { class: 'banner', 'data-status': trace.standing.status },
        renderIcon(trace.standing.status),
        draw('p', {}, draw('strong', {}, said), ...others),
      ),
    );
}

function linkOther({ slug, number, title, titleEn }: KnownStandard, language: Language) {
  const name = language === 'en' ? (titleEn ?? title) : title;
  return draw(
    'a',
    {
      href: toPage(`/standards/${encodeURIComponent(slug)}/`),
    },
    draw('span', { class: 'number' }, number),
    ' ',
    draw('span', langOf(name, language), name),
  );
}

/** What is said before the others are named; undefined where a standard simply was in force, and no end is known. */
function sayTrace(trace: DayTrace, day: string, language: Language): string | undefined {
  const words = DAY_WORDS[language];
  const [stop, colon, comma] = language === 'zh' ? ['。', '：', '，'] : ['. ', ': ', ', '];
  const { standing, others, isAnnounced, days } = trace;
  const { status, since, until, heard } = standing;
  const end = others.length > 0 ? colon : stop;
  const left = days === undefined ? '' : words.left(days);
  const past = days === undefined ? '' : words.past(days);
  const before = others.length > 0 ? stop + words.usedThen : stop;
  switch (status) {
    case '尚未发布':
      return words.notIssued(day, until) + left + before;
    case '即将实施':
      return words.upcoming(day, until) + left + before;
    case '现行': {
      if (until === undefined) return undefined;
      const next =
        others.length === 0
          ? words.endsOn(until)
          : isAnnounced
            ? words.announced(until)
            : words.afterwards(until);
      return words.inForce(day) + comma + next + left + end;
    }
    case '被代替':
      return words.superseded(since) + past + end;
    case '废止':
      return words.withdrawn(since) + past + end;
    case '草案':
      return words.draft + stop;
    case '未知':
      if (!heard) return words.unknown(day) + stop;
      return words.heard(heard.asOf, pick(dayStatusTerms, language)[heard.status], day) + end;
  }
}
