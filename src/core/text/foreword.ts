import type { StandardMeta } from '../model/meta.ts';
import type { Language } from '../model/standard.ts';
import { parseMarkdown } from './syntax.ts';
import type { SyntaxNode } from './syntax.ts';

/** The foreword's fixed paragraphs around what the author wrote, in the order of GB/T 1.1—2020, 8.3. */
export interface ForewordParts {
  readonly before: readonly SyntaxNode[];
  readonly after: readonly SyntaxNode[];
}

export function generateForeword(meta: StandardMeta, language: Language): ForewordParts {
  const [before, after] = language === 'zh' ? writeChinese(meta) : writeEnglish(meta);
  return { before: parseGenerated(before), after: parseGenerated(after) };
}

function writeChinese(meta: StandardMeta): readonly [string[], string[]] {
  const { basis, part, changes, patent, history } = meta.foreword;
  const title = /^GB\/T 1\.1[—-]2020$/.test(basis)
    ? '《标准化工作导则　第1部分：标准化文件的结构和起草规则》'
    : '';
  const before = [`本文件按照${basis}${title}的规定起草。`, ...(part ? [part] : [])];
  const after: string[] = [];
  const whole = meta.replaces.filter((replaced) => !replaced.partial).map(({ number }) => number);
  for (const replaced of meta.replaces) {
    if (replaced.partial) after.push(`本文件部分代替${replaced.number}（${replaced.partial}）。`);
  }
  if (whole.length > 0) {
    const list = whole.join('、');
    after.push(
      changes.length > 0
        ? `本文件代替${list}。与${list}相比，除结构调整和编辑性改动外，主要技术变化如下：`
        : `本文件代替${list}。`,
    );
  } else if (changes.length > 0) after.push('主要技术变化如下：');
  if (changes.length > 0) after.push(listItems(changes, '1.'));
  for (const adopted of meta.adopts) {
    const note = adopted.note ? `，${adopted.note}` : '';
    after.push(
      {
        IDT: `本文件等同采用${adopted.number}${note}。`,
        MOD: `本文件修改采用${adopted.number}${note}。`,
        NEQ: `本文件与${adopted.number}的一致性程度为非等效${note}。`,
      }[adopted.degree],
    );
  }
  if (patent) {
    after.push('请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。');
  }
  const proposed = meta.proposedBy.join('、');
  const administered = meta.administeredBy.join('、');
  if (proposed && proposed === administered) after.push(`本文件由${proposed}提出并归口。`);
  else {
    if (proposed) after.push(`本文件由${proposed}提出。`);
    if (administered) after.push(`本文件由${administered}归口。`);
  }
  if (meta.draftedBy.length > 0) after.push(`本文件起草单位：${meta.draftedBy.join('、')}。`);
  if (meta.drafters.length > 0) after.push(`本文件主要起草人：${meta.drafters.join('、')}。`);
  if (history.length > 0) {
    after.push('本文件及其所代替文件的历次版本发布情况为：', listItems(history, '-'));
  } else if (whole.length === 0) after.push('本文件为首次发布。');
  return [before, after];
}

function writeEnglish(meta: StandardMeta): readonly [string[], string[]] {
  const after: string[] = [];
  for (const replaced of meta.replaces) {
    after.push(
      replaced.partial
        ? `This document partly replaces ${replaced.number}.`
        : `This document replaces ${replaced.number}.`,
    );
  }
  const degrees = { IDT: 'identical to', MOD: 'modified in relation to', NEQ: 'not equivalent to' };
  for (const { number, degree } of meta.adopts) {
    after.push(`This document is ${degrees[degree]} ${number}.`);
  }
  if (meta.foreword.patent) {
    after.push(
      'Some elements of this document may be the subject of patent rights. The issuing body is not responsible for identifying them.',
    );
  }
  return [
    [`This document was drafted in accordance with the rules of ${meta.foreword.basis}.`],
    after,
  ];
}

function listItems(items: readonly string[], marker: string): string {
  return items
    .map((item, index) => {
      const end = index === items.length - 1 ? '。' : '；';
      return `${marker} ${item.replace(/[；;。]$/, '')}${end}`;
    })
    .join('\n');
}

function parseGenerated(paragraphs: readonly string[]): readonly SyntaxNode[] {
  return paragraphs.flatMap((paragraph) =>
    (parseMarkdown(paragraph).children ?? []).map(withoutPosition),
  );
}

/** Generated text stands nowhere in the source. */
function withoutPosition(node: SyntaxNode): SyntaxNode {
  const { position: _, ...rest } = node;
  return rest.children ? { ...rest, children: rest.children.map(withoutPosition) } : rest;
}
