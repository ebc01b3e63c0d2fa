import type { Catalog } from '../catalog/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { makeFinding } from '../model/finding.ts';
import type { ReadRecognition } from './read.ts';

/**
 * Findings about what is recognised: a number whose text is not here, standards of one city only, and a day before one
 * of the standards was issued. What is found is a warning; the recognition stands on the pages of standards that are here.
 */
export function checkRecognitions(
  recognitions: readonly ReadRecognition[],
  catalog: Catalog,
  file: string,
): readonly Diagnostic[] {
  return recognitions.flatMap(({ keys, since, rangeOf }) => {
    const found: Diagnostic[] = [];
    const cities = new Set<string>();
    for (const [at, key] of keys.entries()) {
      const entry = catalog.byKey(key);
      if (!entry?.row) {
        found.push(
          makeFinding(file, {
            rule: 'recognition-standard',
            range: rangeOf(`standards.${at}`),
            message: {
              zh: `本库和伙伴城市的库里都没有 ${key}`,
              en: `Neither this library nor one of a partner has ${key}`,
            },
            hint: {
              zh: '核对编号和年号；伙伴城市的标准要先镜像进来',
              en: 'Check number and year; standards of a partner have to be mirrored first',
            },
          }),
        );
        continue;
      }
      cities.add(entry.origin?.id ?? '');
      if (entry.issued !== undefined && since < entry.issued) {
        found.push(
          makeFinding(file, {
            rule: 'recognition-day',
            range: rangeOf('since'),
            message: {
              zh: `${entry.number} 于 ${entry.issued} 才发布，不能自 ${since} 起互认`,
              en: `${entry.number} was issued on ${entry.issued} and cannot be recognised from ${since}`,
            },
            hint: {
              zh: '核对通知上的日期和标准的年号',
              en: 'Check the day of the notice and the year of the standard',
            },
          }),
        );
      }
    }
    if (cities.size === 1 && keys.every((key) => catalog.byKey(key)?.row)) {
      found.push(
        makeFinding(file, {
          rule: 'recognition-standard',
          range: rangeOf('standards'),
          message: {
            zh: `${keys.join('、')} 都是一个城市的标准，谈不上互认`,
            en: `${keys.join(', ')} are standards of one city: there is nothing to recognise`,
          },
        }),
      );
    }
    return found;
  });
}
