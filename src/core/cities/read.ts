import type { z } from 'zod';
import { isDay } from '../base/day.ts';
import type { Diagnostic, Range } from '../model/diagnostic.ts';
import type { PartnerFacts, Recognition } from '../model/partner.ts';
import { numberKey, parseNumber } from '../number/index.ts';
import { fileStart, startReport } from '../text/report.ts';
import type { Report } from '../text/report.ts';
import { readYamlAs } from '../text/syntax/yaml-data.ts';
import type { YamlWords } from '../text/syntax/yaml-data.ts';
import { partnerFile, partnerId, recognitionFile } from './schema.ts';

const guide = {
  zh: '键名区分大小写，见 docs/cities.md',
  en: 'Keys are case-sensitive; see docs/cities.md',
};

const partnerWords: YamlWords = {
  broken: { rule: 'partner-file' },
  unknownKey: { rule: 'partner-file' },
  value: { rule: 'partner-file' },
  name: { zh: '伙伴城市文件', en: 'file of a partner city' },
  guide,
  deepest: 4,
};

const recognitionWords: YamlWords = {
  broken: { rule: 'recognition-file' },
  unknownKey: { rule: 'recognition-file' },
  value: { rule: 'recognition-file' },
  name: { zh: '互认文件', en: 'file of mutual recognition' },
  guide,
  deepest: 5,
};

/** A recognition as its file says it. */
export interface ReadRecognition extends Recognition {
  /** Where its numbers and days stand: `standards.0`, `since`. */
  readonly rangeOf: (path: string) => Range;
}

const longest = 1_000_000;

/** One `partner.yaml`; null, with findings at their lines, where it cannot be used. `source` uses LF line ends. */
export function readPartner(
  source: string,
  file: string,
): { readonly partner: PartnerFacts | null; readonly diagnostics: readonly Diagnostic[] } {
  const report = startReport(file, source);
  const id = /^partners\/([^/]*)\//.exec(file)?.[1] ?? '';
  if (!partnerId.test(id)) {
    report.add({
      rule: 'partner-file',
      range: fileStart,
      message: {
        zh: `文件夹名“${id.slice(0, 60)}”不能作伙伴城市的标识，没有读入`,
        en: `The folder name "${id.slice(0, 60)}" cannot be the id of a partner city; it was not read`,
      },
      hint: {
        zh: '用小写字母、数字和 -，如城市代码 9903',
        en: 'Use small letters, digits and -, such as the code of the city: 9903',
      },
    });
    return { partner: null, diagnostics: report.found };
  }
  const value = read(source, partnerFile, partnerWords, report).value;
  const partner = value && { ...value, id, short: value.short ?? value.name };
  return { partner, diagnostics: report.found };
}

/**
 * The items of `recognition.yaml`; none, with findings at their lines, where it cannot be used. A number that cannot be
 * read, and a day of end that is not behind that of the beginning, are findings, and their item is left out.
 */
export function readRecognitions(
  source: string,
  file: string,
): {
  readonly recognitions: readonly ReadRecognition[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const report = startReport(file, source);
  const { value, ranges } = read(source, recognitionFile, recognitionWords, report);
  const recognitions = (value ?? []).flatMap((item, at): readonly ReadRecognition[] => {
    const { standards, since, until, ground, notice } = item;
    const rangeOf = (path: string): Range =>
      ranges.get(`${at}.${path}`) ?? ranges.get(`${at}.${path.split('.')[0] ?? ''}`) ?? fileStart;
    const parsed = standards.map((number) => parseNumber(number));
    const broken = parsed.findIndex((each) => !each.ok || each.number.year === null);
    if (broken !== -1) {
      report.add({
        rule: 'recognition-standard',
        range: rangeOf(`standards.${broken}`),
        message: {
          zh: `“${standards[broken] ?? ''}”不是带年号的标准编号，这一项没有用`,
          en: `"${standards[broken] ?? ''}" is no standard number with a year; this item is not used`,
        },
        hint: {
          zh: '互认的是某一版：写作 DB9903/T 8—2024',
          en: 'An edition is recognised: write DB9903/T 8—2024',
        },
      });
      return [];
    }
    if (until !== undefined && isDay(until) && until <= since) {
      report.add({
        rule: 'recognition-day',
        range: rangeOf('until'),
        message: {
          zh: `互认自 ${since} 起，到 ${until} 止，没有一天有效；这一项没有用`,
          en: `Recognised from ${since} until ${until}: no day lies between; this item is not used`,
        },
        hint: { zh: 'until 是不再有效的第一天', en: 'until is the first day it does not hold' },
      });
      return [];
    }
    const keys = parsed.flatMap((each) => (each.ok ? [numberKey(each.number)] : []));
    return [{ keys, since, until, ground, notice, rangeOf }];
  });
  return { recognitions, diagnostics: report.found };
}

function read<T>(source: string, shape: z.ZodType<T>, words: YamlWords, report: Report) {
  if (source.length > longest) {
    report.add({
      ...words.broken,
      range: fileStart,
      message: { zh: '文件太长，没有读入', en: 'The file is too long and was not read' },
    });
    return { value: null, ranges: new Map<string, Range>() };
  }
  return readYamlAs(source, shape, words, report);
}
