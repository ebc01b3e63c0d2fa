import { readFileSync } from 'node:fs';
import { Problem } from '../bootstrap/problem.mjs';

/** What a command was asked about, its words joined: a number may be typed with spaces. @throws {Problem} without any */
export function askFor(positionals: readonly string[], command: string): string {
  const said = positionals.join(' ').trim();
  if (said !== '') return said;
  throw usage('没有写编号', 'No number was given', command);
}

/** Two numbers, each one argument. @throws {Problem} where there are not two */
export function askForTwo(
  positionals: readonly string[],
  command: string,
): readonly [string, string] {
  const [first, second, ...rest] = positionals;
  if (first !== undefined && second !== undefined && rest.length === 0) return [first, second];
  throw usage('要写两个编号，各用引号括起', 'Two numbers are wanted, each in quotes', command);
}

/** The text of a file that was named. @throws {Problem} where none was, or it cannot be read */
export function readGivenText(path: string | undefined): string {
  if (path === undefined)
    throw usage('没有给改好的文本（--text）', 'No text was given (--text)', 'amend');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch (cause) {
    throw new Problem(
      { zh: `读不了 ${path}。`, en: `${path} cannot be read.` },
      { zh: '核对文件名；文件应是 UTF-8。', en: 'Check its name; a text is UTF-8.' },
      { cause, exitCode: 2 },
    );
  }
}

function usage(zh: string, en: string, command: string): Problem {
  return new Problem(
    { zh: `${zh}。`, en: `${en}.` },
    { zh: `用法见 std ${command} --help。`, en: `See std ${command} --help.` },
    { exitCode: 2 },
  );
}
