import type { Language } from '#core/model/standard.ts';
import { checkRows, indexKnown, tabulate } from '#core/validity/index.ts';
import type {
  CheckedNumber,
  KnownIndex,
  KnownStandard,
  SuccessorStep,
} from '#core/validity/index.ts';
import type { Bilingual } from '#core/base/bilingual.ts';
import { readListFile, readListText } from '#import/list/index.ts';
import type { ReadList } from '#import/list/index.ts';
import { fetchJson } from '../fetch-file.ts';
import type { KnownFile, NamedStandard, Question, Report, ResultRow } from './messages.ts';

/** Numbers between two words of progress. */
const stride = 250;

let known: { readonly file: KnownFile; readonly index: KnownIndex } | undefined;

const report = (said: Report): void => self.postMessage(said);

self.addEventListener('message', ({ data }: MessageEvent<Question>) => void answer(data));

/** Reads a list and checks its rows; one that cannot be read is refused before anything is loaded. */
async function answer({ list, day, language, file: address }: Question): Promise<void> {
  const read = readList(list);
  if ('zh' in read) return report({ kind: 'refused', reason: read });
  const loaded = (known ??= await loadKnown(address));
  if (!loaded) return report({ kind: 'unreachable' });
  const { file, index } = loaded;
  const total = read.rows.length;
  const places = new Map(read.rows.map(({ place }, at) => [place, at + 1]));
  const checked: CheckedNumber[] = [];
  report({ kind: 'progress', done: 0, total });
  for (const each of checkRows(read.rows, index, day)) {
    checked.push(each);
    if (checked.length % stride === 0)
      report({ kind: 'progress', done: places.get(each.place) ?? 0, total });
  }
  const { heads, rows } = tabulate(checked, language);
  const { factsAsOf, digest, standards } = file;
  report({
    kind: 'result',
    result: {
      day,
      ...(factsAsOf !== undefined && { factsAsOf }),
      digest,
      standards: standards.length,
      notices: read.notices,
      list: read.rows,
      heads,
      rows: checked.map((each, at) => toRow(each, rows[at] ?? [], language)),
    },
  });
}

function readList(list: Question['list']): Pick<ReadList, 'rows' | 'notices'> | Bilingual {
  if (typeof list === 'string') return readListText(list);
  return list instanceof Uint8Array ? readListFile(list) : { rows: list, notices: [] };
}

async function loadKnown(address: string): Promise<typeof known> {
  const file = await fetchJson<KnownFile>(address);
  return file && { file, index: indexKnown(file.standards) };
}

function toRow(
  { verdict, status, standard, near, successors }: CheckedNumber,
  cells: readonly string[],
  language: Language,
): ResultRow {
  const standards = standard ? [standard] : near.map((each) => each.standard);
  return {
    verdict,
    ...(status && { status: status.status }),
    standards: standards.map((each) => nameStandard(each, language)),
    successors: successors.map((step, at) =>
      nameSuccessor(step, at === 0 ? standard : successors[at - 1]?.standard, language),
    ),
    cells,
  };
}

/** One step of the chain, with its day; and what it replaces, where the texts of both are here to be compared. */
function nameSuccessor(
  { key, standard, implemented }: SuccessorStep,
  before: KnownStandard | undefined,
  language: Language,
): NamedStandard {
  return {
    ...(standard ? nameStandard(standard, language) : { number: key }),
    ...(implemented !== undefined && { implemented }),
    ...(standard?.hosted && before?.hosted && { compareWith: before.slug }),
  };
}

function nameStandard(
  { number, slug, title, titleEn }: KnownStandard,
  language: Language,
): NamedStandard {
  return { number, slug, title: language === 'en' ? (titleEn ?? title) : title };
}
