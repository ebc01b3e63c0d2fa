import type { Bilingual } from '#core/base/bilingual.ts';
import type { Diagnostic } from '#core/model/diagnostic.ts';
import type { CompiledStandard } from '#core/model/standard.ts';
import { formatNumber, numberSlug, parseNumber } from '#core/number/index.ts';
import { asHosted } from '#core/terms/index.ts';
import type { HostedFamily } from '#core/terms/index.ts';
import { isNamedRight } from '#library/figures.ts';
import { mendText } from '#library/fix.ts';
import type { ImportedText } from '../word/build-text.ts';
import type { TypedCaption } from '../word/exhibit-builder.ts';
import type { LineOfPlace } from '../word/write-markdown.ts';
import type { ImportedDraft } from './draft.ts';
import { toFinalLines } from './lines.ts';

/** A text as the folder of a standard, with what can be put right put right. */
export function finishDraft(imported: ImportedText, kind?: HostedFamily): ImportedDraft {
  const { meta, captions, pictures, report } = imported;
  if (imported.translationOf !== undefined)
    return finishTranslation(imported, imported.translationOf, kind);
  const path = findPath(meta['number'], kind, imported.kind);
  const { text, count, diagnostics } = mend(
    imported.markdown,
    typeof path === 'string' ? path : 'draft',
    pictures,
    captions,
    meta['number'] === undefined,
  );
  const toFinal = toFinalLines(imported.markdown, text);
  const lines = imported.lines.map(({ place, line }) => ({ place, line: toFinal(line) }));
  const left = report.left.map((each) => ({ ...each, line: findLine(lines, each) }));
  return {
    path,
    textFile: 'index.md',
    files: new Map([['index.md', new TextEncoder().encode(text)], ...pictures]),
    unusable: imported.unusable,
    report: { ...report, left },
    mended: count,
    diagnostics,
  };
}

/** An English text as it goes beside the Chinese one, with which it is checked where that is at hand. */
function finishTranslation(
  imported: ImportedText,
  number: string,
  kind: HostedFamily | undefined,
): ImportedDraft {
  const { markdown, pictures, unusable, report, lines } = imported;
  const left = report.left.map((each) => ({ ...each, line: findLine(lines, each) }));
  return {
    path: findPath(number === '' ? undefined : number, kind, imported.kind),
    textFile: 'index.en.md',
    files: new Map([['index.en.md', new TextEncoder().encode(markdown)], ...pictures]),
    unusable,
    report: { ...report, left },
    mended: 0,
    diagnostics: [],
  };
}

/** A number for the time that a draft without one is checked and mended; no file has it. */
const standIn = 'number: Q/DRAFT 1—2026\n';

function mend(
  markdown: string,
  path: string,
  pictures: ImportedText['pictures'],
  captions: ImportedText['captions'],
  isNumberless: boolean,
): ReturnType<typeof mendText> {
  const figures = [...pictures].map(([name, picture]) => ({
    name,
    svg: name.endsWith('.svg') ? picture : null,
    isNamedRight: isNamedRight(name, picture),
  }));
  const start = '---\n';
  const whole = isNumberless ? markdown.replace(start, () => start + standIn) : markdown;
  const index = new TextEncoder().encode(whole);
  const mended = mendText(
    { path, index, english: null, ledger: '', figures, digest: '' },
    ({ standard }) => (countsAlike(captions, standard) ? exhibitsByNumber : none),
  );
  if (!isNumberless) return mended;
  return {
    text: mended.text.replace(standIn, () => ''),
    count: mended.count,
    diagnostics: mended.diagnostics.map(withoutStandIn),
  };
}

/** A finding as of the text without the line of the stand-in; its fixes count in the text with it and are left out. */
function withoutStandIn({ fix: _fix, proposals: _proposals, ...found }: Diagnostic): Diagnostic {
  const up = ({ line, column }: Diagnostic['range']['start']): Diagnostic['range']['start'] => ({
    line: Math.max(1, line > 1 ? line - 1 : line),
    column,
  });
  return { ...found, range: { start: up(found.range.start), end: up(found.range.end) } };
}

const exhibitsByNumber: ReadonlySet<string> = new Set(['typed-reference']);
const none: ReadonlySet<string> = new Set();

/** Whether every table, figure and formula has the number that the draft has typed: then a typed mention is of that one. */
function countsAlike(
  captions: readonly TypedCaption[] | null,
  standard: CompiledStandard | null,
): boolean {
  const printed = new Map(
    (standard?.text.exhibits ?? []).map(({ label, title }) => [label, title]),
  );
  return (
    captions !== null &&
    captions.every(({ label, title }) => plain(printed.get(label)) === plain(title))
  );
}

const plain = (title: string | undefined): string | undefined =>
  title?.replace(/[^\p{L}\p{N}]/gu, '');

/** The line of the text that something of the file is nearest to: its own, or that of what stands before it. */
function findLine(
  lines: readonly LineOfPlace[],
  { kind, place }: ImportedText['report']['left'][number],
): number {
  if (kind === 'front') return 1;
  let best: LineOfPlace | undefined;
  for (const each of lines) {
    if (each.place <= place && each.place > (best?.place ?? 0)) best = each;
  }
  return best?.line ?? 1;
}

function findPath(
  written: unknown,
  kind: HostedFamily | undefined,
  guessed: HostedFamily | undefined,
): string | Bilingual {
  if (typeof written !== 'string') return withoutNumber(kind ?? guessed);
  const parsed = parseNumber(written);
  if (!parsed.ok) return badNumber(written, parsed.reason);
  const found = asHosted(parsed.number.family);
  if (!found) return notHosted(formatNumber(parsed.number), kind ?? guessed);
  if (kind !== undefined && kind !== found) return otherKind(formatNumber(parsed.number), kind);
  return `standards/${found}/${numberSlug(parsed.number)}`;
}

const examples: Readonly<Record<HostedFamily, string>> = {
  local: 'DB9999/T 50—2027',
  group: 'T/SFX 50—2027',
  enterprise: 'Q/SFX 50—2027',
};

const kindNames: Readonly<Record<HostedFamily, Bilingual>> = {
  local: { zh: '地方标准', en: 'a local standard' },
  group: { zh: '团体标准', en: 'a group standard' },
  enterprise: { zh: '企业标准', en: 'an enterprise standard' },
};

const withoutNumber = (kind: HostedFamily | undefined): Bilingual => {
  const example = examples[kind ?? 'local'];
  const what = kind && kindNames[kind];
  return {
    zh: `稿中没有标准编号${what ? `（看来是${what.zh}）` : ''}：用 --number 给出，例如 --number "${example}"`,
    en: `the draft has no number${what ? ` (it seems to be ${what.en})` : ''}: give it with --number, e.g. --number "${example}"`,
  };
};

const badNumber = (written: string, reason: Bilingual): Bilingual => ({
  zh: `标准编号“${written}”不成立：${reason.zh}`,
  en: `"${written}" is no number of a standard: ${reason.en}`,
});

const notHosted = (number: string, kind: HostedFamily | undefined): Bilingual => ({
  zh: `标准库只公布地方标准（DB）、团体标准（T/）和企业标准（Q/），稿中的编号是 ${number}：用 --number 另给一个，例如 --number "${examples[kind ?? 'local']}"`,
  en: `the library publishes local (DB), group (T/) and enterprise (Q/) standards only, and the draft says ${number}: give another with --number, e.g. --number "${examples[kind ?? 'local']}"`,
});

const otherKind = (number: string, kind: HostedFamily): Bilingual => ({
  zh: `${number} 不是${kindNames[kind].zh}的编号：改 --kind，或用 --number 另给一个，例如 --number "${examples[kind]}"`,
  en: `${number} is no number of ${kindNames[kind].en}: change --kind, or give another with --number, e.g. --number "${examples[kind]}"`,
});
