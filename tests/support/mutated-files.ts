import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { projectRoot } from '#library/code-digest.ts';
import { writeParts } from '#tests/import/workbook.ts';
import { mutate, startChance } from './text-mutations.ts';

export const fileKinds = ['markdown', 'yaml', 'csv', 'xlsx'] as const;
export type FileKind = (typeof fileKinds)[number];

/** A file of a library, or for one, with something changed in it. */
export interface MutatedFile {
  readonly kind: FileKind;
  /** The sample it was made of, by its path in the library; of a workbook `list.xlsx`. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What somebody writes who means no good, or a program that went wrong. */
const hostile: Readonly<Record<FileKind, readonly string[]>> = {
  markdown: [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><script>x</script></svg>',
    '</section><script>alert(1)</script>',
    '"><iframe srcdoc="<script>x</script>">',
    '[x](javascript:alert(1))',
    '[x](java&#x73;cript:alert(1))',
    '[x](\u0001javascript:alert(1))',
    '[x](vbscript:x "a\\" onmouseover=\\"y")',
    '![x](data:text/html,<script>x</script>)',
    '![x" onerror="y](a.svg)',
    '<javascript:alert(1)>',
    '[r]: javascript:alert(1)\n\n[x][r]',
    '$\\href{javascript:alert(1)}{x}$',
    '$\\htmlData{onclick=x}{y}$ $\\includegraphics{javascript:x}$',
    '$\\unicode{x}\\def\\a{\\a\\a}\\a$',
    '## 甲 {#a" onclick="x}',
    ':req[x]{onclick="alert(1)" style="x"}',
    ':::table[<script>x</script>]{#t" onload="x}\n| <b onclick=x> | b |\n| - | - |\n| c | d |\n:::',
    ':::figure[x]\n![x](../../../etc/passwd)\n:::',
    '```html" onclick="x\n<script>\n```',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '\uE000k\uE001\uE001<script>x</script>\uE002',
    'src="\uE003x" onerror="y',
  ],
  yaml: [
    'x: &a [*a, *a]\n',
    'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n',
    '!!js/function "x"',
    '__proto__: { polluted: true }\n',
    'constructor: { prototype: { polluted: true } }\n',
    '<<: { a: 1 }\n',
    '? [a, b]\n: c\n',
    '[[[[[[[[[[',
    '{{{{{{{{',
    '"<script>alert(1)</script>"',
    'javascript:alert(1)',
    '|\n  x\n\ty',
    '99999999999999999999999',
    '.nan',
    '2026-02-30',
    '0000-00-00',
    '---\n',
    '...\n',
    '%YAML 9.9\n',
    '\t',
    '- ',
    ': ',
    "'",
    '"',
    '\u0000',
    '\u2028',
  ],
  csv: [
    '"',
    '""',
    '"\n"',
    ',',
    ',,,,,,,,,,',
    '\r',
    '\r\n',
    '\u0000',
    '\ufeff',
    '\t',
    ';',
    '=cmd|"/c calc"!A1',
    '<script>alert(1)</script>',
    'GB/T 999999999999999-99999',
    '0000-00-00',
    '2023-02-29',
    '__proto__',
    '\ud83d',
    '锟斤拷',
  ],
  xlsx: [
    '<c r="XFD1048576"><v>1</v></c>',
    '<c r="A0"><v>1</v></c>',
    '<row r="99999999"/>',
    '<mergeCell ref="A1:XFD1048576"/>',
    '<mergeCell ref="B2:A1"/>',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '&a;',
    '&#0;',
    '<![CDATA[x]]>',
    '<c t="s"><v>-1</v></c>',
    '<c t="s"><v>1e99</v></c>',
    '<c t="d"><v>2026-02-30</v></c>',
    '<c><v>1e400</v></c>',
    '<sheet name="x" sheetId="0" r:id="rId9"/>',
    '<Relationship Id="rId1" Type="x" Target="../../../../etc/passwd"/>',
    '</row></sheetData>',
    '<?x?>',
  ],
};

type Chance = () => number;
const below = (count: number, chance: Chance): number => Math.floor(chance() * count);
const pick = <T>(list: readonly T[], chance: Chance): T => list[below(list.length, chance)] as T;

/** One thing done to a text: something hostile put in, a piece taken out, doubled, or repeated without end; lines exchanged. */
function change(text: string, kind: FileKind, chance: Chance): string {
  const at = below(text.length + 1, chance);
  const until = Math.min(text.length, at + 1 + below(60, chance));
  const piece = text.slice(at, until);
  switch (below(11, chance)) {
    case 0:
      return text.slice(0, at) + text.slice(until);
    case 1:
      return text.slice(0, at) + piece + text.slice(at);
    case 2:
      return text.slice(0, at);
    case 3: {
      const repeated = (piece.slice(0, 4) || '[').repeat(1 + below(2000, chance));
      return text.slice(0, at) + repeated + text.slice(at);
    }
    case 4: {
      const lines = text.split('\n');
      const [one, two] = [below(lines.length, chance), below(lines.length, chance)];
      [lines[one], lines[two]] = [lines[two] ?? '', lines[one] ?? ''];
      return lines.join('\n');
    }
    case 5:
    case 6:
    case 7:
      return putAtSeam(text, kind, chance);
    default:
      return `${text.slice(0, at)}${pick(['', '\n', '\n\n', ' '], chance)}${pick(hostile[kind], chance)}${pick(['', '\n\n'], chance)}${text.slice(at)}`;
  }
}

/** Where the format has a place for it: for a value of YAML, a cell, an element, a paragraph. */
function putAtSeam(text: string, kind: FileKind, chance: Chance): string {
  const put = pick(hostile[kind], chance);
  const seams = [...text.matchAll(seamsOf[kind])];
  const seam = seams[below(seams.length, chance)];
  if (!seam) return `${text}${put}`;
  const [whole, before = '', after = ''] = seam;
  const quoted = kind === 'yaml' && chance() < 0.7 ? JSON.stringify(put) : put;
  return (
    text.slice(0, seam.index) + before + quoted + after + text.slice(seam.index + whole.length)
  );
}

const seamsOf: Readonly<Record<FileKind, RegExp>> = {
  markdown: /(\n\n)()/g,
  yaml: /(: )[^\s{[][^\n,}]*()/g,
  csv: /(,)[^,\n]*(,)/g,
  xlsx: /(>)()(?=<)/g,
};

function changeOften(text: string, kind: FileKind, chance: Chance): string {
  let changed = text;
  const most = kind === 'markdown' ? 3 : 2;
  for (let count = 1 + below(most, chance); count > 0; count -= 1)
    changed = change(changed, kind, chance);
  return changed;
}

/** In one file of six a byte is another: what is no UTF-8, or no archive, then. */
function damage(bytes: Uint8Array, chance: Chance): Uint8Array {
  if (chance() < 5 / 6 || bytes.length === 0) return bytes;
  const damaged = Uint8Array.from(bytes);
  damaged[below(damaged.length, chance)] = below(256, chance);
  return damaged;
}

const list = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: join(projectRoot, 'content') })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();

const samples = {
  markdown: list('standards/*/*/{index,index.en,guide}.md'),
  yaml: [
    ...list('systems/*.yaml'),
    ...list('projects/*/project.yaml'),
    'project-kinds.yaml',
    'deadlines.yaml',
    'site.yaml',
  ],
  csv: list('catalogue/*.csv'),
} as const;

const contents = new Map<string, string>();
function read(file: string): string {
  let text = contents.get(file);
  if (text === undefined)
    contents.set(file, (text = readFileSync(join(projectRoot, 'content', file), 'utf8')));
  return text;
}

/** The head of a table, and some rows of it, so that many can be tried. */
function cutTable(text: string, chance: Chance): string {
  const [head = '', ...rows] = text.split('\n');
  const from = below(rows.length, chance);
  return [head, ...rows.slice(from, from + 12)].join('\n');
}

/** A list of standards with a sheet beside it, as people keep one. */
const workbook = writeParts([
  {
    name: '明细表',
    rows: [
      ['体系编号', '标准名称', '标准编号', '级别', '实施日期'],
      ['1', '通用基础', null, null, null],
      ['1-01', '包装储运图示标志', 'GB/T 191—2008', '国家', 39_539],
      ['1-02', '样例甲', 'DB9902/T 12—2023', '地方', '2023-05-01'],
      ['1-03', '计划乙', null, '地方', { formula: 'A1&"x"', value: '1x' }],
    ],
    merged: ['A2:E2'],
  },
  { name: '说明', rows: [['甲', 1, { error: '#REF!' }]], state: 'hidden' },
]);

function makeWorkbook(chance: Chance): Uint8Array {
  const names = [...workbook.keys()];
  const changed = chance() < 0.7 ? 'xl/worksheets/sheet1.xml' : pick(names, chance);
  const parts = names.map((name) => {
    const text = new TextDecoder().decode(workbook.get(name));
    return [name, strToU8(name === changed ? changeOften(text, 'xlsx', chance) : text)] as const;
  });
  return zipSync(Object.fromEntries(parts), { mtime: new Date(2026, 0, 1) });
}

/** The file of a case: the same for the same seed and number. Four kinds come in turn. */
export function makeMutated(seed: number, at: number): MutatedFile {
  const chance = startChance(seed * 1_000_003 + at);
  const kind = fileKinds[at % fileKinds.length] ?? 'markdown';
  if (kind === 'xlsx')
    return { kind, file: 'list.xlsx', bytes: damage(makeWorkbook(chance), chance) };
  const file = pick(samples[kind], chance);
  const sample = read(file);
  let text = kind === 'csv' ? cutTable(sample, chance) : sample;
  // Half of them as somebody writes who knows another Markdown; the front matter stays, or the rest would not be drawn.
  if (kind === 'markdown') {
    const { source } = mutate(sample, chance);
    const body = chance() < 0.9 ? source.indexOf('\n---\n', 4) + 5 : 0;
    text =
      chance() < 0.3
        ? source
        : source.slice(0, body) + changeOften(source.slice(body), kind, chance);
  } else text = changeOften(text, kind, chance);
  return { kind, file, bytes: damage(strToU8(text), chance) };
}
