import type { Root } from 'mdast';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { startOfLine } from '#core/model/finding.ts';
import type { ParseFinding } from '#core/model/finding.ts';
import { fileStart } from '../report.ts';
import type { Report } from '../report.ts';

const longestLine = 20_000;
const longestSource = 1_000_000;
/** Escapes, entities and colons in one paragraph; the parser's time grows with their square. */
const mostMarks = 5000;

/** Findings that the body was not read: what is missing then follows from that. */
const unread = /^text-(?:too-long|unreadable)$/;
const stays = /^(?:front-matter-|text-too-long$|text-unreadable$|too-many-findings$)/;

/** What was found in a text whose body was not read, without what follows from that; null where it was read. */
export function findUnread(found: readonly Diagnostic[]): readonly Diagnostic[] | null {
  if (!found.some(({ rule }) => unread.test(rule))) return null;
  return found.filter(({ rule }) => stays.test(rule));
}

/**
 * The source, or its front matter alone where the body could not have been written by a person:
 * a file or a line too long, a paragraph full of marks.
 */
export function boundSource(source: string, report: Report): string {
  const found = source.length > longestSource ? { line: 1, rule: tooLong } : findExcess(source);
  if (!found) return source;
  report.add({ ...found.rule, range: startOfLine(found.line) });
  const close = /\n---[ \t]*\n/.exec(source.slice(0, 100_000));
  return close ? source.slice(0, close.index + close[0].length) : '';
}

type Excess = Omit<ParseFinding, 'range'>;

const tooLong: Excess = {
  rule: 'text-too-long',
  message: {
    zh: `这一行或整个文件太长（一行至多 ${longestLine} 字，全文至多 ${longestSource} 字），正文没有读入`,
    en: `This line or the file is too long (at most ${longestLine} characters a line, ${longestSource} in all); the body was not read`,
  },
  hint: {
    zh: '检查是否误贴了图片的 base64 编码；图片存成文件放在同一文件夹',
    en: 'Check for a pasted base64 image; store images as files in the same folder',
  },
};

const tooManyMarks: Excess = {
  rule: 'text-unreadable',
  message: {
    zh: `一段里的转义、实体和冒号（\\*、&amp;、:）超过 ${mostMarks} 个，正文没有读入`,
    en: `A paragraph holds more than ${mostMarks} escapes, entities and colons (\\*, &amp;, :); the body was not read`,
  },
  hint: { zh: '分成几段', en: 'Divide the paragraph' },
};

function findExcess(source: string): { line: number; rule: Excess } | null {
  let line = 0;
  let marks = 0;
  for (let start = 0; start < source.length;) {
    line++;
    const newline = source.indexOf('\n', start);
    const end = newline === -1 ? source.length : newline;
    if (end - start > longestLine) return { line, rule: tooLong };
    if (end === start) marks = 0;
    for (let at = start; at < end; at++) {
      const code = source.charCodeAt(at);
      if (code === 38 || code === 92 || code === 58) marks++;
    }
    if (marks > mostMarks) return { line, rule: tooManyMarks };
    start = end + 1;
  }
  return null;
}

/** An empty document in place of one the parser cannot read. */
export function reportUnreadable(report: Report): Root {
  report.add({
    rule: 'text-unreadable',
    range: fileStart,
    message: {
      zh: '正文读不懂：Markdown 解析器放弃了，正文没有读入',
      en: 'The body cannot be read: the Markdown parser gave up on it',
    },
    hint: {
      zh: '把文件分段贴回，找出哪一段读不懂',
      en: 'Put the file back piece by piece to find the part that cannot be read',
    },
  });
  return { type: 'root', children: [] };
}
