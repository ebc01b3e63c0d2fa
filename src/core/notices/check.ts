import type { Catalog } from '../catalog/index.ts';
import { keyOfNumber } from '../catalog/relations.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { makeFinding, startOfLine } from '../model/finding.ts';
import type { Notice } from './read.ts';

/** A finding for each number of a notice that neither the library nor its catalogue knows. */
export function checkNotices(notices: readonly Notice[], catalog: Catalog): readonly Diagnostic[] {
  return notices.flatMap(({ file, standards }) =>
    standards
      .filter((number) => catalog.resolve(keyOfNumber(number), true).kind === 'unknown')
      .map((number) =>
        makeFinding(file, {
          rule: 'notice-standard',
          range: startOfLine(1),
          message: {
            zh: `公告里的 ${number} 不在标准库和题录中`,
            en: `${number} of the notice is neither in the library nor in its catalogue`,
          },
          hint: {
            zh: '核对编号和年号',
            en: 'Check the number and its year',
          },
        }),
      ),
  );
}
