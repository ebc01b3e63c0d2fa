import type { RootContent } from 'mdast';
import { readForewordLine } from '../word/front-matter.ts';
import type { DraftMeta, ForewordList } from '../word/front-matter.ts';
import { toBlocks } from './blocks.ts';
import type { StsContext } from './context.ts';
import { printedAgain } from './reasons.ts';
import { readEnglishLine } from './translation.ts';
import { childOf, childrenOf, elementsOf, isElement, rawTextOf, settle, wordsOf } from './tree.ts';
import type { StsElement, StsNode } from './tree.ts';

/**
 * What of a foreword its author wrote, as blocks, and its sub-sections. Sentences that the library prints from the front
 * matter, and the lists below them, are entered there and are in the report.
 */
export function readForeword(
  section: StsElement,
  said: DraftMeta,
  context: StsContext,
): { readonly blocks: readonly RootContent[]; readonly sections: readonly StsElement[] } {
  let list: ForewordList | undefined;
  const rest: StsElement[] = [];
  for (const child of elementsOf(section)) {
    if (child.name === 'title' || child.name === 'label') {
      settle([child], 'text');
      continue;
    }
    if (child.name === 'list' && list !== undefined) {
      said[list].push(...takeItems(child, context));
      list = undefined;
      continue;
    }
    const isOurs = context.language === 'zh' || context.isTranslation;
    const read = child.name === 'p' && isOurs ? readLine(child, said, context) : null;
    list = read === 'changes' || read === 'history' ? read : undefined;
    if (read === null) rest.push(child);
    else {
      settle([child], 'front');
      context.leave('front', child, wordsOf(child), printedAgain, false);
    }
  }
  const sections = rest.filter(({ name }) => name === 'sec');
  const blocks = toBlocks(
    rest.filter(({ name }) => name !== 'sec'),
    context,
  );
  return { blocks, sections };
}

function readLine(
  paragraph: StsElement,
  said: DraftMeta,
  { isTranslation }: StsContext,
): ReturnType<typeof readForewordLine> {
  const text = rawTextOf(paragraph).replaceAll(/\s+/g, ' ').trim();
  if (isTranslation) return readEnglishLine(text, said);
  return /^本修改单修改.{3,60}。$/u.test(text) ? 'taken' : readForewordLine(text, said);
}

/** Items of a list that the front matter keeps: their references as `[#id]`. */
function takeItems(list: StsElement, context: StsContext): readonly string[] {
  return childrenOf(list, 'list-item').map((item) => {
    const label = childOf(item, 'label');
    if (label) settle([label], 'number');
    const text = item.children
      .filter((child) => child !== label)
      .map((child) => toPlain(child, context))
      .join('')
      .replaceAll(/\s+/g, ' ')
      .trim();
    settle([item], 'front');
    return text.replace(/[；;。]$/u, '');
  });
}

function toPlain(node: StsNode, context: StsContext): string {
  if (!isElement(node)) return node.text;
  const target = node.name === 'xref' ? context.targetOf(node.attributes['rid'] ?? '') : undefined;
  return target
    ? `[#${target.id}]`
    : node.children.map((child) => toPlain(child, context)).join('');
}
