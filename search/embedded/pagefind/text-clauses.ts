import { splitHeading } from './heading.ts';
import type { Heading } from './heading.ts';
import { LITERALS } from './literals.ts';

/** A page as Pagefind gives it back. */
export interface PagefindData {
  readonly meta: Readonly<Record<string, string>>;
  /** Words joined by U+200B; `<` and `>` as entities. */
  readonly raw_content: string;
  readonly anchors: readonly PagefindAnchor[];
}

interface PagefindAnchor {
  readonly id: string;
  readonly text: string;
  /** Index of the first word of the heading. */
  readonly location: number;
}

/** A clause of a page. */
export interface TextClauseParts extends Heading {
  readonly id: string;
  /** Heading and text, as they were indexed. */
  readonly whole: string;
  /** The text behind the heading. */
  readonly body: string;
}

/** A page in its parts; the words that stand behind a text for spelling are left out. */
export interface TextParts {
  /** Number, title, keywords and abstract, in front of the clauses. */
  readonly head: string;
  readonly clauses: readonly TextClauseParts[];
  readonly whole: string;
}

/** A page of Pagefind as clauses in the order of the text. */
export function splitPage({ raw_content, anchors }: PagefindData): TextParts {
  const end = anchors.find(({ id }) => id === LITERALS)?.location;
  const words = raw_content.split('\u200b').slice(0, end);
  const ordered = anchors
    .filter(({ id }) => id !== LITERALS)
    .sort((a, b) => a.location - b.location);
  return {
    whole: unescape(words.join('')),
    head: unescape(words.slice(0, ordered[0]?.location).join('')),
    clauses: ordered.map(({ id, text, location }, at) => {
      const whole = unescape(words.slice(location, ordered[at + 1]?.location).join(''));
      // The text begins with the heading and the point that Pagefind puts behind it.
      const body = trimPoints(whole.replace(/\s+/g, ' ').slice(text.length));
      return { id, ...splitHeading(text), whole, body };
    }),
  };
}

function trimPoints(text: string): string {
  return text.replace(/^[\s.]+|\s*\.\s*$/g, '');
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
