import type {
  ClauseKind,
  CompiledStandard,
  CompiledText,
  Language,
  ProvisionType,
} from '#core/model/standard.ts';
import { isFormula, writePlainFormulas } from './plain-formula.ts';
import { unique } from './spelling.ts';
import type { StandardName } from '#core/model/standard-facts.ts';

/** A clause as the text index holds it. */
interface PageClause {
  /** Anchor in the standard's page. */
  readonly id: string;
  /** `5.2.1`, `第5章`, `附录A`; empty for elements without a number. */
  readonly label: string;
  readonly title: string;
  /** Names other texts or people rather than saying something itself: shown after the rest. */
  readonly peripheral: boolean;
  /** Kinds of provisions in it. */
  readonly provisions: readonly ProvisionType[];
  /** Paragraphs. */
  readonly text: readonly string[];
}

/** One text of one standard, for the text index. */
export interface TextPage extends Pick<StandardName, 'slug' | 'number' | 'title'> {
  readonly language: Language;
  readonly lead: readonly string[];
  readonly clauses: readonly PageClause[];
}

const PERIPHERAL: ReadonlySet<ClauseKind> = new Set([
  'foreword',
  'references',
  'bibliography',
  'index',
]);

/** Cells beyond this many characters of a clause's tables are left out. */
const TABLE_LIMIT = 20_000;

/** Between two cells of a line of a table, as the text of a clause has it. */
const CELLS = ' | ';

/** Lines of a text are put one behind the other: a row of a table ends with a sign. */
const endRow = (line: string, language: Language): string =>
  line.includes(CELLS) ? `${line}${language === 'en' ? ';' : '；'}` : line;

/** The texts of a standard, one for each language: every clause with its text, tables and figure titles. */
export function projectPages(standard: CompiledStandard): readonly TextPage[] {
  const { meta, english } = standard;
  const page = (language: Language, text: CompiledText): TextPage => ({
    slug: standard.slug,
    language,
    number: standard.number,
    title: language === 'en' ? (meta.titleEn ?? meta.title) : meta.title,
    lead:
      language === 'en'
        ? [meta.abstractEn ?? '', ...meta.keywordsEn].filter(Boolean)
        : [meta.titleEn ?? '', meta.abstract ?? '', ...meta.keywords].filter(Boolean),
    clauses: projectClauses(text),
  });
  return [page('zh', standard.text), ...(english ? [page('en', english)] : [])];
}

function projectClauses(text: CompiledText): readonly PageClause[] {
  const extra = new Map<number, string[]>();
  const add = (clause: number, ...lines: readonly string[]) => {
    const list = extra.get(clause);
    if (list) list.push(...lines);
    else extra.set(clause, [...lines]);
  };
  for (const { clause, termEn = '', abbreviations, admitted } of text.terms) {
    add(clause, [termEn, ...abbreviations, ...admitted].filter(Boolean).join(' '));
  }
  const formulas = new Map<number, string[]>();
  for (const { clause, kind, label, title, rows = [] } of text.exhibits) {
    if (kind === 'formula') {
      formulas.set(clause, [...(formulas.get(clause) ?? []), label]);
      continue;
    }
    const cells = rows.map((row) => row.join(CELLS));
    // They stand in the text of the clause too: words of a table count twice.
    add(clause, `${label} ${title}`.trim(), cells.join('\n').slice(0, TABLE_LIMIT));
  }
  const kinds = new Map<number, ProvisionType[]>();
  for (const { clause, type } of text.provisions) {
    const list = kinds.get(clause);
    if (list) list.push(type);
    else kinds.set(clause, [type]);
  }
  return text.clauses.map(({ id, kind, address, label, title, text: own }, index) => {
    const labels = [...(formulas.get(index) ?? [])];
    const paragraphs = [own, ...(extra.get(index) ?? [])]
      .flatMap((lines) => lines.split('\n'))
      .filter((line) => line.trim() !== '')
      .map((line) => (isFormula(line) ? (labels.shift() ?? '') : writePlainFormulas(line)))
      .filter((line) => line !== '')
      .map((line) => endRow(line, text.language));
    const peripheral = PERIPHERAL.has(kind);
    const provisions = unique(kinds.get(index) ?? []);
    const shown = address === '' ? '' : label;
    return {
      id,
      label: shown,
      title: writePlainFormulas(title),
      peripheral,
      provisions,
      text: [...paragraphs, ...labels],
    };
  });
}
