import { Paragraph } from 'docx';
import type { CoverFacts } from '#core/typst/index.ts';
import type { StyleId } from './styles.ts';

/** The cover (GB/T 1.1—2020, 8.1), a line for each fact; what the standard says of itself behind it. */
export function writeCover(facts: CoverFacts): Paragraph[] {
  const line = (style: StyleId, text: string): Paragraph[] =>
    text === '' ? [] : [new Paragraph({ style, text })];
  const list = (style: StyleId, word: string, values: readonly string[], comma: string) =>
    values.length === 0 ? [] : line(style, `${word}${values.join(comma)}`);
  return [
    ...list('coverCode', 'ICS ', facts.ics, ', '),
    ...list('coverCode', 'CCS ', facts.ccs, ', '),
    ...list('coverCode', '备案号：', facts.recordNumber === '' ? [] : [facts.recordNumber], ''),
    ...line('coverKind', facts.kind),
    ...line('coverNumber', facts.number),
    ...list('coverReplaces', '代替 ', facts.replaces, '、'),
    ...list('coverReplaces', '部分代替 ', facts.replacesInPart, '、'),
    ...line('coverTitle', facts.title),
    ...line('coverEnglish', facts.titleOther),
    ...facts.adopts.flatMap((each) => line('coverEnglish', `（${each}）`)),
    ...line('coverEnglish', facts.draftStage === '' ? '' : `（${facts.draftStage}）`),
    ...line('coverDate', facts.issued === '' ? '' : `${facts.issued} 发布`),
    ...line('coverDate', facts.implemented === '' ? '' : `${facts.implemented} 实施`),
    ...line('coverIssuer', `${facts.issuers.join('\u3000')}\u3000发布`),
    ...facts.notices.flatMap((notice) => line('coverCode', notice)),
  ];
}
