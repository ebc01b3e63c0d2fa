import rehypeSanitize from 'rehype-sanitize';
import type { Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { html } from '../base/html.ts';
import { renderMath } from '../render/math.ts';
import { CALLOUTS, parseLesson } from './markdown.ts';
import type { Slot } from './markdown.ts';

/** A piece of a lesson: HTML that is safe to print, or what a page puts in at that place. */
export type LessonPart =
  | { readonly html: string }
  | { readonly slot: Exclude<Slot, { readonly kind: 'formula' }> };

/** A lesson to be drawn: its pieces in their order, its headings, whether formulae are in it. */
export interface RenderedLesson {
  readonly parts: readonly LessonPart[];
  readonly headings: readonly { readonly id: string; readonly text: string }[];
  readonly hasMath: boolean;
}

/** All that a lesson may be made of; nothing else gets through, whoever wrote it. */
const schema: Schema = {
  tagNames:
    'p h2 h3 h4 ul ol li em strong del code pre blockquote table thead tbody tr th td a br hr aside div span'.split(
      ' ',
    ),
  attributes: {
    a: ['href'],
    h2: [['id', /^part-\d+$/]],
    h3: [['id', /^part-\d+$/]],
    ol: ['start'],
    code: [['className', /^language-[\w-]{1,30}$/]],
    th: [['align', 'left', 'right', 'center']],
    td: [['align', 'left', 'right', 'center']],
    aside: [['className', 'callout', ...Object.values(CALLOUTS)]],
    div: [
      ['className', 'slot', 'table-box'],
      ['dataSlot', /^\d{1,4}$/],
      ['tabIndex', 0],
    ],
    span: [
      ['className', 'slot'],
      ['dataSlot', /^\d{1,4}$/],
    ],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style'],
  clobber: [],
};

const toHast = unified().use(remarkRehype).use(rehypeSanitize, schema).use(rehypeStringify);

/** What a slot left in the HTML: made after all text was escaped, so that no text looks like it. */
const marked = /<(div|span) class="slot" data-slot="(\d+)"><\/\1>/g;
const inner = /<a href="(\/[^"]*)"/g;

/**
 * The Markdown of a lesson as HTML and slots, sanitised last of all. `link` makes an address of a path of this site.
 * Formulae are set; other slots stay to be filled.
 */
export function renderLesson(markdown: string, link: (path: string) => string): RenderedLesson {
  const { root, slots, headings } = parseLesson(markdown);
  const drawn = toHast
    .stringify(toHast.runSync(root))
    .replaceAll(inner, (_, path: string) => html`<a href="${link(decodeAmp(path))}"`.markup);
  const parts: LessonPart[] = [];
  let open = '';
  let at = 0;
  for (const { index, 0: whole, 2: place = '' } of drawn.matchAll(marked)) {
    open += drawn.slice(at, index);
    at = index + whole.length;
    const slot = slots[Number(place)];
    if (!slot) continue;
    if (slot.kind === 'formula') {
      open += drawFormula(slot);
      continue;
    }
    parts.push({ html: open }, { slot });
    open = '';
  }
  parts.push({ html: open + drawn.slice(at) });
  return {
    parts: parts.filter((part) => !('html' in part) || part.html.trim() !== ''),
    headings,
    hasMath: slots.some(({ kind }) => kind === 'formula'),
  };
}

const decodeAmp = (path: string): string => path.replace(/&#x26;|&amp;/g, '&');

function drawFormula({ tex, display }: Extract<Slot, { readonly kind: 'formula' }>): string {
  const { html: set, error } = renderMath(tex, display);
  if (error !== null) return html`<code>${tex}</code>`.markup;
  return display ? `<div class="formula">${set}</div>` : set;
}
