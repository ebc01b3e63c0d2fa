import type { GuideEntry } from './guide.ts';

const TEXT_LENGTH = 120;
const SECTION = /<h2\b([^>]*)>([\s\S]*?)<\/h2>([\s\S]*?)(?=<h2\b|<\/main>)/g;

/**
 * Sections of a built page, by its headings of the second level, as they stand there: the text of the help is kept in one
 * place. `data-find` on a heading names other words it is found by.
 */
export function readGuide(html: string, path: string): readonly GuideEntry[] {
  return [...html.matchAll(SECTION)].flatMap(
    ([, attributes = '', heading = '', body = '']): readonly GuideEntry[] => {
      const id = /\bid="([^"]+)"/.exec(attributes)?.[1];
      const words = toText(/\bdata-find="([^"]*)"/.exec(attributes)?.[1] ?? '');
      const text = toText(body);
      return [
        {
          path: id === undefined ? path : `${path}#${id}`,
          title: toText(heading),
          words,
          text: text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH)}…` : text,
        },
      ];
    },
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

function toText(html: string): string {
  return html
    .replace(/<(?:script|style|svg)\b[\s\S]*?<\/(?:script|style|svg)>/g, ' ')
    .replace(/<\/(?:p|li|dt|dd|div|tr)>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
