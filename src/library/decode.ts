import {
  findUnseen,
  hasOnlyPlainCharacters,
  nameCodePoint,
  replaceUnseen,
} from '#core/characters/index.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import { makeFinding, startOfLine } from '#core/model/finding.ts';

/** UTF-8 bytes as text with LF line ends and no byte order mark; null with a finding when they are not UTF-8. */
export function decodeText(
  bytes: Uint8Array,
  file: string,
  diagnostics: Diagnostic[],
): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, '\n');
  } catch {
    const { line, column } = findBadByte(bytes);
    const position = { line, column };
    diagnostics.push(
      makeFinding(file, {
        rule: 'encoding',
        range: { start: position, end: position },
        message: {
          zh: `文件不是 UTF-8 编码（第 ${line} 行起读不通），没有读入`,
          en: `The file is not UTF-8 (unreadable from line ${line} on) and was not read`,
        },
        hint: {
          zh: '用编辑器“另存为”，编码选 UTF-8；多半是 GBK/GB 18030 或 UTF-16',
          en: 'Save it again as UTF-8; it is probably GBK/GB 18030 or UTF-16',
        },
      }),
    );
    return null;
  }
}

/** Kinds of characters that no list, table or setting needs, and that turn or break lines wherever they are shown. */
const harmful: ReadonlySet<string> = new Set(['bidi', 'control', 'noncharacter']);
const mostNamed = 20;

/**
 * As `decodeText`, for files that are no standards (those have rules of their own): without characters that turn the direction
 * of writing and without controls, and with a finding at each line that had one, 20 at most.
 */
export function decodePlainText(
  bytes: Uint8Array,
  file: string,
  diagnostics: Diagnostic[],
): string | null {
  const text = decodeText(bytes, file, diagnostics);
  if (text === null || hasOnlyPlainCharacters(text)) return text;
  const lines = new Map<number, Set<string>>();
  let [kept, at, line] = ['', 0, 1];
  for (const each of findUnseen(text)) {
    if (!harmful.has(each.kind)) continue;
    const between = text.slice(at, each.start);
    line += between.split('\n').length - 1;
    kept += between + replaceUnseen(each);
    at = each.start + each.found.length;
    lines.set(line, (lines.get(line) ?? new Set<string>()).add(nameCodePoint(each.found)));
  }
  for (const [where, names] of [...lines].slice(0, mostNamed)) {
    diagnostics.push(reportHarmful(file, where, [...names].slice(0, 4).join(' ')));
  }
  return kept + text.slice(at);
}

function reportHarmful(file: string, line: number, names: string): Diagnostic {
  return makeFinding(file, {
    rule: 'encoding',
    // What is read is sound: nothing has to be kept back.
    severity: 'warning',
    range: startOfLine(line),
    message: {
      zh: `这一行有看不见的控制字符（${names}），读入时去掉了`,
      en: `This line has control characters that nobody sees (${names}); they were left out`,
    },
    hint: {
      zh: '删去它们；多半是从网页或 PDF 复制来的',
      en: 'Delete them; they were probably copied from a web page or a PDF',
    },
  });
}

/** Where UTF-8 breaks: the longest prefix that decodes, by halving. */
function findBadByte(bytes: Uint8Array): { line: number; column: number } {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  const before = new TextDecoder().decode(bytes.subarray(0, good));
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
