import { Paragraph } from 'docx';
import type { IFrameOptions } from 'docx';
import type { Language } from '#core/model/standard.ts';
import type { CoverFacts } from '#core/typst/index.ts';
import type { StyleId } from './looks.ts';
import { textWidth } from './styles.ts';

/** Where a part of the cover stands, in twips from the corner of the sheet. */
interface Place {
  readonly top: number;
  readonly left?: number;
  readonly width?: number;
}

const margin = 1418;
const places = {
  codes: { top: 1000, width: 4600 },
  mark: { top: 900, left: margin + 4800, width: textWidth.upright - 4800 },
  kind: { top: 2400 },
  number: { top: 3500 },
  rule: { top: 4800 },
  title: { top: 6000 },
  request: { top: 12_600 },
  issued: { top: 13_700, width: 4600 },
  implemented: { top: 13_700, left: margin + 4800, width: textWidth.upright - 4800 },
  issuer: { top: 14_400 },
} as const satisfies Readonly<Record<string, Place>>;

const frameOf = ({ top, left = margin, width = textWidth.upright }: Place): IFrameOptions => ({
  type: 'absolute',
  position: { x: left, y: top },
  width,
  anchor: { horizontal: 'page', vertical: 'page' },
  wrap: 'around',
});

const line = { style: 'single', size: 8, space: 6, color: 'auto' } as const;

const words = {
  zh: { replaces: '代替 ', inPart: '部分代替 ', record: '备案号：', comma: '、' },
  en: {
    replaces: 'Replaces ',
    inPart: 'Replaces in part ',
    record: 'Record number: ',
    comma: ', ',
  },
} as const;

/** The cover (GB/T 1.1—2020, 8.1 and annex E), each part in a frame at its place; what the standard says of itself behind it. */
export function writeCover(facts: CoverFacts, language: Language): Paragraph[] {
  const own = words[language];
  const put = (
    place: Place,
    lines: readonly (readonly [StyleId, string])[],
    more: object = {},
  ): Paragraph[] =>
    lines
      .filter(([, text]) => text !== '')
      .map(([style, text]) => new Paragraph({ style, text, frame: frameOf(place), ...more }));
  const say = (word: string, values: readonly string[], comma: string): string =>
    values.length === 0 ? '' : word + values.join(comma);
  const day = (date: string, zh: string, en: string): string =>
    date === '' ? '' : language === 'zh' ? `${date} ${zh}` : `${en} ${date}`;
  const inBrackets = (text: string): string => (language === 'zh' ? `（${text}）` : `(${text})`);
  const issuers = facts.issuers.join(language === 'zh' ? '\u3000' : ', ');
  return [
    ...put(places.codes, [
      ['coverCode', say('ICS ', facts.ics, ', ')],
      ['coverCode', say('CCS ', facts.ccs, ', ')],
      ['coverCode', facts.recordNumber === '' ? '' : own.record + facts.recordNumber],
    ]),
    ...put(places.mark, [['coverMark', facts.letters]]),
    ...put(places.kind, [['coverKind', facts.kind]]),
    ...put(places.number, [
      ['coverNumber', facts.number],
      ['coverReplaces', say(own.replaces, facts.replaces, own.comma)],
      ['coverReplaces', say(own.inPart, facts.replacesInPart, own.comma)],
    ]),
    // Paragraphs of one frame with different borders are moved apart by LibreOffice.
    new Paragraph({ style: 'coverNotice', frame: frameOf(places.rule), border: { top: line } }),
    ...put(places.title, [
      ['coverTitle', facts.title],
      ['coverEnglish', facts.titleOther],
      ...facts.adopts.map((each) => ['coverAdopted', inBrackets(each)] as const),
      ['coverStage', facts.draftStage === '' ? '' : inBrackets(facts.draftStage)],
    ]),
    ...put(places.request, [['coverPatent', facts.request]]),
    ...put(places.issued, [['coverIssued', day(facts.issued, '发布', 'Issued')]]),
    ...put(places.implemented, [
      ['coverImplemented', day(facts.implemented, '实施', 'Implemented')],
    ]),
    ...put(
      places.issuer,
      [['coverIssuer', language === 'zh' ? `${issuers}\u3000发布` : `Issued by ${issuers}`]],
      { border: { top: line } },
    ),
    new Paragraph({ style: 'coverNotice', text: '' }),
    ...facts.notices.map(
      (text, at) =>
        new Paragraph({
          style: 'coverNotice',
          text,
          ...(at === 0 && { pageBreakBefore: true, spacing: { before: 11_000, after: 60 } }),
        }),
    ),
  ];
}
