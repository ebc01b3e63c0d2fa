import { toPage } from '../home.ts';
import { draw } from '../draw.ts';
import { toNodes } from './markup.ts';
import type { NamedText, Result } from './messages.ts';

/** Sections that are drawn at once; the page answers in between. */
const sectionsAtOnce = 60;

/** Shows a result in its place on the page, in steps; those that are not wanted any more end. */
export async function showResult(
  section: HTMLElement,
  { from, to, textLanguage, drawn }: Result,
  language: 'zh' | 'en',
  isWanted: () => boolean,
): Promise<void> {
  const part = (name: string) => section.querySelector<HTMLElement>(`[data-${name}]`);
  part('texts')?.replaceChildren(nameText(from, language), ' → ', nameText(to, language));
  part('summary')?.replaceChildren(toNodes(drawn.summary));
  part('highlights')?.replaceChildren(toNodes(drawn.highlights));
  part('numbers')?.replaceChildren(toNodes(drawn.numbers));
  part('heads')?.replaceChildren(draw('span', {}, from.number), draw('span', {}, to.number));
  const body = part('body');
  if (!body) return;
  body.replaceChildren();
  for (const each of [body, part('highlights'), part('numbers')]) {
    if (language === 'en' && textLanguage === 'zh') each?.setAttribute('lang', 'zh-CN');
    else each?.removeAttribute('lang');
  }
  section.hidden = false;
  for (let at = 0; at < drawn.sections.length; at += sectionsAtOnce) {
    body.append(toNodes(drawn.sections.slice(at, at + sectionsAtOnce).join('')));
    if (at + sectionsAtOnce >= drawn.sections.length) return;
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    if (!isWanted()) return;
  }
}

const nameText = ({ number, slug, title }: NamedText, language: 'zh' | 'en'): HTMLElement =>
  draw(
    'span',
    { class: 'cmp-text' },
    draw('a', { class: 'number', href: toPage(`standards/${slug}/`) }, number),
    ' ',
    draw(
      'span',
      language === 'en' && /\p{Script=Han}/u.test(title) ? { lang: 'zh-CN' } : {},
      title,
    ),
  );
