import type { WeighedText } from '#search/match/passage-index.ts';
import { weighPage } from '#search/match/passage-index.ts';
import { numbersIn } from '#search/record/cited.ts';
import type { TextPage } from '#search/record/page.ts';
import { unique } from '#search/record/spelling.ts';
import { titleTokens } from '#search/record/titles.ts';
import { nameContent } from '../name-files.ts';
import { numberToken } from './number-token.ts';
import { packKinds, readParts } from './text-file.ts';
import type { TextFile } from './text-file.ts';

/** All that an index says of one text. */
export interface IndexedText {
  readonly english: boolean;
  /** Of its file. */
  readonly name: string;
  /** Its file: `TextFile` as JSON. */
  readonly content: string;
  /** Pairs of characters, words and numbers that stand in it. */
  readonly tokens: readonly string[];
  /** What its head and its clauses say, for questions in people's own words. */
  readonly weighed: WeighedText;
}

/** A text as it is published and found, from its projection alone. */
export function indexText(page: TextPage): IndexedText {
  const { slug, language, number, title, lead, clauses } = page;
  const file: TextFile = {
    slug,
    language,
    head: flatten([number, title, ...lead]),
    clauses: clauses.map((clause) => [
      clause.id,
      clause.label,
      clause.title,
      packKinds(clause),
      flatten(clause.text),
    ]),
  };
  const content = JSON.stringify(file);
  const numbers = clauses.flatMap((clause) =>
    [clause.title, ...clause.text].flatMap((line) => numbersIn(line).map(numberToken)),
  );
  return {
    english: language === 'en',
    name: nameContent(content),
    content,
    tokens: unique([...titleTokens(readParts(file).whole), ...numbers]),
    weighed: weighPage(page),
  };
}

const flatten = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/g, ' ').trim();
