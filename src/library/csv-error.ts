import type { Bilingual } from '#core/model/diagnostic.ts';

/** What the parser of CSV calls its errors; a quote is what people get wrong. */
const reasons: Readonly<Record<string, Bilingual>> = {
  CSV_MAX_RECORD_SIZE: {
    zh: '一行超过 100 万字：不是标准目录，或有一个引号没有收尾',
    en: 'a row of more than a million characters: no table of standards, or a quote never closed',
  },
  CSV_QUOTE_NOT_CLOSED: {
    zh: '有一个引号没有收尾，它后面的内容都成了一个单元格',
    en: 'a quote is never closed and all that follows became one cell',
  },
  CSV_INVALID_CLOSING_QUOTE: {
    zh: '收尾的引号后面还有别的字：单元格里的引号写两个',
    en: 'something follows a closing quote: write a quote inside a cell twice',
  },
  INVALID_OPENING_QUOTE: {
    zh: '单元格中间有引号：整格加引号，里面的引号写两个',
    en: 'a quote stands inside a cell: put the cell in quotes and write the quote inside it twice',
  },
  CSV_RECORD_INCONSISTENT_COLUMNS: {
    zh: '单元格比表头多或少：多了或少了逗号，含逗号的内容要加双引号',
    en: 'more or fewer cells than the head has: a comma too many or too few; put a cell that holds one in double quotes',
  },
};

/** Why a CSV cannot be read, and the line; by the code of the parser where no sentence is at hand. */
export function explainCsvError(error: unknown): {
  readonly line: number;
  readonly reason: Bilingual;
} {
  const {
    code,
    lines = 1,
    message = '',
  } = (error ?? {}) as {
    code?: string;
    lines?: number;
    message?: string;
  };
  const said = code ?? message;
  const stray = { zh: `写法不成立（${said}）`, en: `it is not well-formed (${said})` };
  return { line: Math.max(1, lines), reason: reasons[code ?? ''] ?? stray };
}
