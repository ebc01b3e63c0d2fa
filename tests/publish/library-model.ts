import { catalogueColumns } from '#library/catalogue.ts';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startChance } from '../support/text-mutations.ts';
import { writeFiles, writeStandard } from '../support/temporary-library.ts';
import { numbers, pieces, printed, values } from './library-values.ts';

interface Standard {
  readonly meta: Map<string, string>;
  readonly extras: Map<string, string>;
  english: boolean;
  broken: boolean;
}

interface Rows {
  readonly rows: Map<string, Map<string, string>>;
  broken: boolean;
}

const path = (serial: number) => `standards/local/db9902-t-${serial}-2024`;
/** An amendment sheet of a standard, of which the last year of issue and the day from which it holds may be others. */
const sheetNumber = (serial: number) => `DB9902/T ${serial}—2024/XG1—2026`;
const sheetPath = (serial: number) => `${path(serial)}-xg1-2026/index.md`;
const svg = (at: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg"><path d="M${at} ${at}h9"/></svg>`;

/**
 * A small library of which anything may be added, changed, broken and removed. The same seed gives
 * the same way.
 */
export function startLibrary(dir: string, seed: number) {
  const random = startChance(seed);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[below(list.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  const standards = new Map<number, Standard>();
  /** Of standards that have a sheet, the day from which it holds. */
  const sheets = new Map<number, string>();
  const catalogue: Rows = { rows: new Map(), broken: false };
  const systems = new Map<string, { title: string; rows: number; broken: boolean }>();
  const words = { chains: 0, bodies: 0, broken: false };
  const lesson = { serial: 0, words: 0 };
  /** Nothing of them is there until it is changed for the first time. */
  const beside = { project: 0, partner: 0, stage: 0, comments: 0, notice: 0, group: 0, serial: 1 };
  let day = Date.parse('2026-11-29');

  const writeOne = (serial: number): void => {
    const standard = standards.get(serial);
    const folder = join(dir, path(serial));
    rmSync(folder, { recursive: true, force: true });
    if (!standard) return;
    const body = [...standard.extras.values()].join('');
    let text = writeStandard({ serial, body });
    for (const [key, value] of standard.meta) {
      const line = value === '' ? '' : `${key}: ${value}\n`;
      const old = new RegExp(`^${key}: .*\\n`, 'm');
      text = old.test(text) ? text.replace(old, line) : text.replace('sample:', `${line}sample:`);
    }
    if (standard.broken) text = text.replace('样例应清晰。', '见[#nope]。');
    const files: Record<string, string> = { [`${path(serial)}/index.md`]: text };
    if (standard.extras.has('figure')) files[`${path(serial)}/a.svg`] = svg(below(9));
    if (standard.english) {
      const title = `- ${pick(['GB/T 9001', 'GB/T 9002.1—2008'])}, Title no. ${below(3)}`;
      const listed = standard.extras.has('record') ? `\n${title}\n` : '';
      files[`${path(serial)}/index.en.md`] =
        `---\nlanguage: en\n---\n\n# Scope\n\nThis document is sample no. ${below(9)}.\n\n# Normative references\n${listed}\n# Terms and definitions\n`;
    }
    writeFiles(dir, files);
  };
  const writeSheet = (serial: number): void => {
    const folder = join(dir, dirname(sheetPath(serial)));
    rmSync(folder, { recursive: true, force: true });
    const from = sheets.get(serial);
    if (from === undefined) return;
    writeFiles(dir, {
      [sheetPath(serial)]: writeStandard({ serial })
        .replace(`number: DB9902/T ${serial}—2024`, `number: ${sheetNumber(serial)}`)
        .replace(/implemented: .*/, `implemented: ${from}`)
        .replace(/issued: .*/, 'issued: 2026-02-01'),
    });
  };
  const amend = (serial: number): string => {
    const from = pick(['', '2026-03-01', '2027-03-01']);
    if (from === '') sheets.delete(serial);
    else sheets.set(serial, from);
    const marks = `[{ number: ${sheetNumber(serial)}, date: ${from}, clauses: [requirements] }]`;
    standards.get(serial)?.meta.set('amendments', from === '' ? '' : marks);
    writeOne(serial);
    writeSheet(serial);
    return `sheet of ${serial} from ${from || 'no day'}`;
  };
  const writeCatalogue = (): void => {
    const lines = [...catalogue.rows].map(([number, row]) =>
      [printed(number), ...catalogueColumns.slice(1).map((column) => row.get(column) ?? '')].join(
        ',',
      ),
    );
    if (catalogue.broken) lines.push('GB/T 9001—2008,坏行,现形,,,,,,,,,,2026-07-02,sample');
    writeFiles(dir, {
      'catalogue/some.csv': [catalogueColumns.join(','), ...lines, ''].join('\n'),
    });
  };
  const writeSystem = (id: string): void => {
    const system = systems.get(id);
    const file = `systems/${id}.yaml`;
    rmSync(join(dir, file), { force: true });
    if (!system) return;
    const rows = [
      ...[...standards.keys()].slice(0, system.rows).map((serial) => `DB9902/T ${serial}-2024`),
      ...numbers.slice(system.rows, 2 * system.rows),
    ];
    writeFiles(dir, {
      [file]: `name: { zh: ${system.title}, en: 'System ${system.title.length}' }
kind: 领域
version: '1'
date: 2026-06-01
sample: true
tree:
  - { code: '1', name: { zh: 子体系, en: Sub-system }, expected: ${system.rows + 1} }
rows:
  - { code: 1-0099, system: '1', planned: 项目${system.rows}, level: 地方, role: 其他 }
${rows.map((number, at) => `  - { code: 1-000${at}, system: '1', role: 其他, number: ${number} }\n`).join('')}${system.broken ? '  - { system: 9 }\n' : ''}`,
    });
  };
  const writeWords = (): void => {
    writeFiles(dir, {
      'vocabulary/chains.yaml': words.broken
        ? '- ['
        : `- { id: sample, zh: 样例链${words.chains}, en: Sample chain ${words.chains}, kind: 领域 }\n`,
      'vocabulary/bodies.csv': `code,zh,en\n示范市市场监督管理局,,Bureau ${words.bodies}\n`,
    });
  };

  const writeLesson = (): void => {
    const number = `DB9902/T ${lesson.serial}—2024`;
    writeFiles(dir, {
      'courses/first/course.yaml': `id: first
title: { zh: 课程, en: Course }
for: { zh: 读者, en: readers }
aims: [会读]
minutes: 5
lessons: [01-one]
closing: { questions: [q-one] }
`,
      'courses/first/01-one.md': `---\ntitle: 第${lesson.words}课\nminutes: 5\n---\n\n::clause{standard="${number}" id="scope"}\n\n::question{id="q-one"}\n`,
      'questions/first.yaml': `- id: q-one
  kind: single
  ask: 第${lesson.words}问
  why: 见该条。
  options: [是, 否]
  answer: 0
  standard: ${number}
  clause: scope
`,
    });
  };

  const numberOf = (serial: number) => `DB9902/T ${serial}—2024`;
  const writeProject = (): void => {
    const { project: at, comments } = beside;
    const began = `2026-0${1 + (at % 3)}-01`;
    writeFiles(dir, {
      'project-kinds.yaml':
        '- { id: local, name: { zh: 地方标准, en: Local }, families: [local], way: [立项, 征求意见, 技术审查, 发布] }\n',
      'projects/p-one/project.yaml': `title: { zh: 项目${at} }
kind: local
year: ${2025 + (at % 2)}
plan: SF2026-00${at}
${at % 2 === 0 ? '' : `revises: ${numberOf(beside.serial)}\n`}sample: true
stages:
  - { stage: 立项, began: 2025-12-01 }
  - { stage: 征求意见, began: ${began}, until: 2026-12-20, papers: [{ name: 材料, file: paper.txt, public: ${at % 3 > 0} }] }
${beside.stage % 2 === 0 ? '' : `  - { stage: 技术审查, began: 2026-11-2${beside.stage} }\n`}`,
      'projects/p-one/paper.txt': `第${at}份材料`,
      'projects/p-one/draft/index.md': writeStandard({
        serial: 90,
        body: `\n##\n\n包装应符合 ${numberOf(beside.serial)} 的规定。\n\n##\n\n第${at}稿应完整。\n`,
      }),
      'projects/p-one/comments.yaml': `comments:
  - { id: s1, clause: '4', comment: 第${comments}条意见, organisation: 样例公司, named: ${comments % 2 === 0}, made: 2026-03-12${comments % 3 === 0 ? '' : ', decision: 采纳'} }
`,
    });
  };
  const writeNotice = (): void => {
    writeFiles(dir, {
      'notices/one.md': `---\nkind: issued\nnumber: 第${beside.notice}号\nday: 2026-01-0${1 + (beside.notice % 5)}\nissuer: 示范市市场监督管理局\nstandards: [${numberOf(beside.serial)}]\nsample: true\n---\n\n第${beside.notice}份公告。\n`,
    });
  };
  const writeGroup = (): void => {
    writeFiles(dir, {
      'indicators/first.yaml': `name: { zh: 产品${beside.group}, en: Product ${beside.group} }
standards: [${numberOf(beside.serial)}]
indicators:
  - { id: size, name: { zh: 长度, en: Length }, kind: 基础, unit: mm, better: ${beside.group % 2 === 0 ? 'lower' : 'higher'} }
`,
    });
  };
  /** Of another city: often on the subject of one of ours. */
  const writePartner = (): void => {
    const at = beside.partner;
    const withdrawn = at % 3 === 0 ? 'withdrawn: 2026-05-01\n' : '';
    writeFiles(dir, {
      'partners/9903/partner.yaml':
        "name: { zh: 样板市, en: Model City }\ncode: '9903'\nlicence: CC-BY-4.0\nmirrored: 2026-05-20\n",
      'partners/9903/standards/local/db9903-t-1-2024/index.md': writeStandard({
        serial: beside.serial,
        meta: withdrawn,
        body: `\n##\n\n第${at}处应完整。\n`,
      })
        .replace(/^number: .*/m, 'number: DB9903/T 1—2024')
        .replace(/^issuers: .*/m, 'issuers: [样板市市场监督管理局]'),
    });
  };
  const writeBeside = {
    partner: writePartner,
    project: writeProject,
    stage: writeProject,
    comments: writeProject,
    notice: writeNotice,
    group: writeGroup,
  };

  const addStandard = (): string => {
    const serial = 1 + below(40);
    if (standards.has(serial)) return changeKey();
    standards.set(serial, { meta: new Map(), extras: new Map(), english: false, broken: false });
    writeOne(serial);
    return `add standard ${serial}`;
  };
  const changeKey = (): string => {
    const serial = pick([...standards.keys()]);
    const key = pick(Object.keys(values));
    const value = values[key]?.(below(6), pick([...standards.keys()])) ?? '';
    standards.get(serial)?.meta.set(key, value);
    writeOne(serial);
    return `set ${key} of ${serial} to ${value}`;
  };
  const letTimePass = (): string => {
    day += pick([1, 40, 200]) * 86_400_000;
    return 'time passes';
  };
  const edits: readonly (() => string)[] = [
    addStandard,
    changeKey,
    changeKey,
    changeKey,
    () => {
      if (standards.size < 3) return addStandard();
      const serial = pick([...standards.keys()]);
      standards.delete(serial);
      sheets.delete(serial);
      writeOne(serial);
      writeSheet(serial);
      return `remove standard ${serial}`;
    },
    () => {
      const serial = pick([...standards.keys()]);
      const extras = standards.get(serial)?.extras;
      const piece = pick(Object.keys(pieces));
      const isThere = extras?.has(piece) && random() < 0.5;
      if (isThere) extras?.delete(piece);
      else extras?.set(piece, pieces[piece]?.(below(6), pick([...standards.keys()])) ?? '');
      writeOne(serial);
      return `${isThere ? 'remove' : 'write'} ${piece} of ${serial}`;
    },
    () => {
      const serial = pick([...standards.keys()]);
      const standard = standards.get(serial);
      if (standard) standard.english = !standard.english;
      writeOne(serial);
      return `English of ${serial}: ${standard?.english}`;
    },
    () => {
      const serial = pick([...standards.keys()]);
      const standard = standards.get(serial);
      if (standard) standard.broken = !standard.broken;
      writeOne(serial);
      return `${standard?.broken ? 'break' : 'mend'} ${serial}`;
    },
    () => {
      const number = pick(numbers);
      const at = below(6);
      if (catalogue.rows.has(number) && at === 0) catalogue.rows.delete(number);
      else {
        catalogue.rows.set(
          number,
          new Map([
            ['title', `题录${at}`],
            ['title_en', at % 2 === 0 ? '' : `Record ${at}`],
            ['status', ['现行', '废止', '被代替', '未知'][at % 4] ?? ''],
            ['issued', `${/\d{4}$/.exec(number)?.[0]}-04-01`],
            ['implemented', [`${/\d{4}$/.exec(number)?.[0]}-10-01`, '2027-01-01'][at % 2] ?? ''],
            ['replaced_by', at % 3 === 0 ? printed(pick(numbers)) : ''],
            ['ccs', at % 2 === 0 ? '' : 'A 80'],
            ['ics', at % 2 === 0 ? '55.020' : ''],
            ['issuer', at % 2 === 0 ? '样例机构' : ''],
            ['as_of', ['2026-07-02', '2026-08-03'][at % 2] ?? ''],
            ['source', 'sample'],
          ]),
        );
      }
      writeCatalogue();
      return `record ${number}: ${at}`;
    },
    () => {
      catalogue.broken = !catalogue.broken;
      writeCatalogue();
      return `${catalogue.broken ? 'break' : 'mend'} the catalogue`;
    },
    () => {
      const id = pick(['first', 'second']);
      const at = below(6);
      if (at === 0) systems.delete(id);
      else systems.set(id, { title: `体系${'甲'.repeat(at)}`, rows: at % 4, broken: at === 5 });
      writeSystem(id);
      return `system ${id}: ${at}`;
    },
    () => {
      const at = below(6);
      words.chains = at % 3;
      words.bodies = at % 2;
      words.broken = at === 5;
      writeWords();
      return `words: ${at}`;
    },
    () => {
      lesson.serial = pick([...standards.keys()]);
      lesson.words = below(3);
      writeLesson();
      return `lesson ${lesson.words} on ${lesson.serial}`;
    },
    () => {
      const what = pick(['project', 'partner', 'stage', 'comments', 'notice', 'group'] as const);
      beside[what] = below(6);
      beside.serial = pick([...standards.keys()]);
      writeBeside[what]();
      return `${what}: ${beside[what]}, names ${beside.serial}`;
    },
    () => amend(pick([...standards.keys()])),
    letTimePass,
  ];
  for (let at = 0; at < 3; at += 1) addStandard();
  writeCatalogue();
  writeWords();
  return {
    /** Make one change; answers with what it was. */
    step: (): string => {
      // A day that passes has everything looked at: seldom, so that other changes are met alone.
      const edit = pick(edits);
      return edit === letTimePass && random() < 0.7 ? changeKey() : edit();
    },
    /** Take away all that is broken: of a broken part a site shows what was published on it before, and another site does not. */
    mend: (): string => {
      for (const [serial, standard] of standards) {
        standard.broken = false;
        writeOne(serial);
      }
      for (const [id, system] of systems) {
        system.broken = false;
        writeSystem(id);
      }
      if (lesson.serial > 0) {
        if (!standards.has(lesson.serial)) lesson.serial = pick([...standards.keys()]);
        writeLesson();
      }
      catalogue.broken = false;
      words.broken = false;
      writeCatalogue();
      writeWords();
      return 'mend all';
    },
    asOf: (): string => new Date(day).toISOString().slice(0, 10),
  };
}
