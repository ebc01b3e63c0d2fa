import { hasMistypedHeading } from '#core/text/structure/words.ts';
import type { ClauseKind } from '#core/model/standard.ts';
import type { DocumentRule } from '../rule.ts';
import { fileStart } from '#core/text/report.ts';

const required: readonly (readonly [ClauseKind, zh: string, en: string])[] = [
  ['scope', '范围', 'Scope'],
  ['references', '规范性引用文件', 'Normative references'],
  ['terms', '术语和定义', 'Terms and definitions'],
];

export const requiredElements: DocumentRule = {
  id: 'required-elements',
  scope: 'document',
  severity: 'error',
  source: 'GB/T 1.1—2020, 6.2',
  summary: {
    zh: '“范围”“规范性引用文件”“术语和定义”三章的标题必须有，后两章没有内容时留空',
    en: 'Scope, normative references and terms and definitions each need their heading; the last two may be empty',
  },
  examples: {
    bad: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 样例要求\n\n样例应完整。',
    good: '# 范围\n\n本文件规定了样例。\n\n# 规范性引用文件\n\n# 术语和定义\n\n# 样例要求\n\n样例应完整。',
  },
  english: true,
  *check({ doc, isAmendment }) {
    if (isAmendment) return;
    for (const [kind, zh, en] of required) {
      if (doc.clauses.some((clause) => clause.kind === kind && clause.level === 1)) continue;
      // A heading that was mistyped is pointed out where it stands.
      if (hasMistypedHeading(doc.source, zh)) continue;
      yield {
        range: fileStart,
        message: { zh: `没有“${zh}”这一章`, en: `The chapter "${en}" is missing` },
        hint: {
          zh: `加上一行“# ${zh}”${kind === 'scope' ? '' : '；没有内容就让它空着，规定的话会自动印出'}`,
          en: `Add a line "# ${doc.language === 'en' ? en : zh}"${kind === 'scope' ? '' : '; leave it empty if there is nothing to say, the prescribed sentence is printed for you'}`,
        },
      };
    }
  },
};
