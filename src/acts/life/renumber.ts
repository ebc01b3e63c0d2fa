import { formatNumber, numberKey, numberSlug } from '#core/number/index.ts';
import type { StandardNumber } from '#core/number/index.ts';
import type { Library } from '#library/open.ts';
import { partOf } from '#library/part-of.ts';
import { draftPlan } from '../draft-plan.ts';
import { quoteYaml } from '../front-matter.ts';
import type { ActPlan } from '../plan.ts';
import {
  editMeta,
  findHosted,
  getHosted,
  kindOf,
  readDay,
  readNumber,
  refuse,
  tell,
} from './common.ts';
import type { ActOptions, Hosted } from './common.ts';
import { enterPublished } from './record.ts';

/** The same text under another number of the same kind: its folder is renamed, the old address leads on. */
export function planRenumber(
  library: Library,
  written: string,
  to: string,
  options: ActOptions,
): ActPlan {
  const number = readNumber(to);
  const [old, kind] = [readNumber(written), kindOf(number)];
  if (kindOf(old) !== kind) {
    throw refuse(
      `${formatNumber(number)} 与 ${formatNumber(old)} 不是一类标准`,
      `${formatNumber(number)} and ${formatNumber(old)} are standards of two kinds`,
      '转为另一类标准，办“转为另一类标准”（transfer）。',
      'To make it a standard of another kind, transfer it.',
    );
  }
  return moveStandard(library, old, number, options, undefined);
}

export interface TransferOptions extends ActOptions {
  /** Who issues it from now on. */
  readonly issuer: string;
}

/** A local standard becomes one of a group, or the other way round: another number, kind and issuer, the same text. */
export function planTransfer(
  library: Library,
  written: string,
  to: string,
  options: TransferOptions,
): ActPlan {
  const number = readNumber(to);
  const old = readNumber(written);
  if (kindOf(old) === kindOf(number)) {
    throw refuse(
      `${formatNumber(number)} 与 ${formatNumber(old)} 是同一类标准`,
      `${formatNumber(number)} and ${formatNumber(old)} are standards of one kind`,
      '只换编号，办“换编号”（renumber）。',
      'To change the number only, renumber it.',
    );
  }
  const issuer = options.issuer.trim();
  if (issuer === '')
    throw refuse(
      '没有给新的发布机构',
      'No new issuer was given',
      '写明由谁发布，再做一次。',
      'Say who issues it, and do it again.',
    );
  return moveStandard(library, old, number, options, issuer);
}

function moveStandard(
  library: Library,
  old: StandardNumber,
  number: StandardNumber,
  options: ActOptions,
  issuer: string | undefined,
): ActPlan {
  const on = readDay(options.on);
  const [from, to] = [formatNumber(old), formatNumber(number)];
  const draft = draftPlan(library.dir);
  const sentence = { zh: `${from} 的编号改为 ${to}`, en: `${from} becomes ${to}` };
  const there = findHosted(library, number);
  if (there?.row.meta.formerly.includes(from)) return draft.finish(sentence);
  if (there || library.catalog.byKey(numberKey(number))) throw refuseTaken(to);
  const hosted = getHosted(library, from);
  const { row, folder } = hosted;
  const folderTo = `standards/${kindOf(number)}/${numberSlug(number)}`;
  draft.move(folder, folderTo, { zh: '文件夹改名', en: 'The folder is renamed' });
  editMeta(
    draft,
    `${folderTo}/index.md`,
    [
      { key: 'number', set: to },
      { key: 'formerly', add: quoteYaml(row.number) },
      ...(issuer === undefined ? [] : [{ key: 'issuers', set: `[${quoteYaml(issuer)}]` }]),
    ],
    { zh: '写明新编号和原来的编号', en: 'It says its number and the one it had' },
  );
  repeatInOthers(library, draft, hosted, to);
  if (row.meta.status !== 'draft') enterPublished(draft, library, number, row.meta.issued);
  tell(draft, library, options, {
    kind: 'renumbered',
    day: on,
    issuer: issuer ?? row.meta.issuers[0] ?? '',
    standards: [{ number: to, slug: numberSlug(number) }],
    reason: `原编号为${row.number}。`,
    number,
    sample: row.meta.sample,
  });
  return draft.finish(sentence);
}

/** Standards that name it among what they replace name the new number; texts that cite it are told. */
function repeatInOthers(
  library: Library,
  draft: ReturnType<typeof draftPlan>,
  { entry, row }: Hosted,
  to: string,
): void {
  for (const { key } of library.catalog.replacedByOf(entry)) {
    const heir = library.catalog.byKey(key)?.row;
    if (!heir) continue;
    const path = `${partOf(heir.file)}/index.md`;
    const text = draft.read(path) ?? '';
    const written = heir.meta.replaces.map(({ number }) => number);
    const name = written.find(
      (each) => readNumber(each).serial === readNumber(row.number).serial && text.includes(each),
    );
    const head = text.indexOf('\nreplaces');
    if (name === undefined || head < 0) continue;
    const at = text.indexOf(name, head);
    draft.write(path, text.slice(0, at) + to + text.slice(at + name.length), {
      zh: `代替的编号改为 ${to}`,
      en: `It replaces ${to}`,
    });
  }
  for (const { by } of library.catalog.citedBy(entry)) {
    draft.warn({
      zh: `${by.number} 的正文里还写着 ${row.number}`,
      en: `The text of ${by.number} still says ${row.number}`,
    });
  }
}

/** A number that another standard has. */
export function refuseTaken(number: string): ReturnType<typeof refuse> {
  return refuse(
    `编号 ${number} 已经有了`,
    `The number ${number} is taken`,
    '换一个编号；发布时不写编号，就用下一个空的。',
    'Use another; a standard that is issued without one gets the next that is free.',
  );
}
