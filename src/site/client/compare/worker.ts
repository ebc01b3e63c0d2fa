import { compareInSteps, listRecords, readExport } from '#core/compare/index.ts';
import type { ComparableStandard, Comparison } from '#core/compare/index.ts';
import { drawComparison } from './draw-comparison.ts';
import type { NamedText, Question, Report } from './messages.ts';

/** Clauses between two words of progress. */
const stride = 50;

const report = (said: Report): void => self.postMessage(said);

self.addEventListener('message', ({ data }: MessageEvent<Question>) => void answer(data));

/** Loads both texts, compares them and draws the result; one that cannot be compared is named. */
async function answer({ from, to, language }: Question): Promise<void> {
  const [one, other] = await Promise.all([load(from, 'from'), load(to, 'to')]);
  if (!one || !other) return;
  const isEnglish =
    (language === 'en' || !one.texts.zh || !other.texts.zh) && one.texts.en && other.texts.en;
  const textLanguage = isEnglish ? 'en' : 'zh';
  const [before, after] = [one.texts[textLanguage], other.texts[textLanguage]];
  if (!before || !after) {
    return report({
      kind: 'refused',
      side: before ? 'to' : 'from',
      reason: { zh: '没有同一种语言的正文', en: 'there is no text in the same language' },
    });
  }
  const comparison = run(compareInSteps(before, after));
  report({
    kind: 'result',
    result: {
      from: nameText(one, language),
      to: nameText(other, language),
      textLanguage,
      records: listRecords(comparison),
      drawn: drawComparison(comparison, { language, numbers: [one.number, other.number] }),
    },
  });
}

function run(steps: ReturnType<typeof compareInSteps>): Comparison {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const { done, total } = step.value;
    if (done < 5 || done % stride === 0) report({ kind: 'progress', done, total });
  }
}

async function load(address: string, side: 'from' | 'to'): Promise<ComparableStandard | undefined> {
  let value: unknown;
  try {
    const answered = await fetch(address);
    if (!answered.ok) {
      report({ kind: answered.status === 404 ? 'absent' : 'unreachable', side });
      return undefined;
    }
    value = await answered.json();
  } catch {
    report({ kind: 'unreachable', side });
    return undefined;
  }
  const read = readExport(value);
  if ('standard' in read) return read.standard;
  report({ kind: 'refused', side, reason: read.refusal });
  return undefined;
}

const nameText = (
  { number, slug, title, titleEn }: ComparableStandard,
  language: 'zh' | 'en',
): NamedText => ({ number, slug, title: language === 'en' ? (titleEn ?? title) : title });
