import type { Diagnostic } from '#core/model/diagnostic.ts';
import { makeFinding } from '#core/model/finding.ts';

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
