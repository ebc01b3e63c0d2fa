import type { Nodes } from 'mdast';
import type { Bilingual, Severity } from '../../model/diagnostic.ts';
import type { ParseFinding } from '../../model/finding.ts';
import type { Report } from '../report.ts';
import { childrenOf } from './nodes.ts';
import type { Tree } from './tree.ts';

const figureFile = /^(?!\.)[\p{L}\p{N}][\p{L}\p{N}_.-]{0,99}\.(?:svg|png|jpe?g|webp)$/iu;

/** Link targets that are printed as links. Anything else (`javascript:`, `data:` …) is plain text. */
export function isSafeLink(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s<>"']+$/i.test(url) || /^#[^\s<>"']*$/.test(url);
}

/** An image that lies in the standard's own folder. */
export function isFigureFile(url: string): boolean {
  return figureFile.test(url);
}

/** Whether a node is `<br>`, the one piece of HTML that is printed as such. */
export function isLineBreak(node: Nodes): boolean {
  return node.type === 'html' && /^<br\s*\/?>$/i.test(node.value);
}

/** Nothing but HTML comments: of a block, an author's note, neither printed nor reported. */
export function isComment(node: Nodes): boolean {
  if (node.type !== 'html') return false;
  const { value } = node;
  let at = 0;
  while (value.startsWith('<!--', at)) {
    const end = value.indexOf('-->', at + 4);
    if (end === -1) return false;
    at = end + 3;
    while (/\s/.test(value.charAt(at))) at++;
  }
  return at > 0 && at === value.length;
}

/** Whether a comment begins and never ends: all that follows is in it. */
export function isOpenComment(value: string): boolean {
  return value.trimStart().startsWith('<!--') && !value.includes('-->');
}

const openComment = {
  message: {
    zh: '注释没有收尾：找不到“-->”，后面的内容都在注释里',
    en: 'The comment is not closed: there is no "-->", and all that follows is in it',
  },
  hint: { zh: '在注释之后写 -->', en: 'Write --> after the comment' },
};
const neutralised = {
  message: {
    zh: 'Markdown 里的 HTML 不执行，按字面印出',
    en: 'HTML inside Markdown is not run; it is printed literally',
  },
  hint: {
    zh: '用 Markdown 写法；小于号写作 \\< 或 &lt;',
    en: 'Use Markdown; write a less-than sign as \\< or &lt;',
  },
};

/** What holds running text: a comment in it is printed as it is written. */
const runs: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);

/** Which links and images are printed as such, and how grave it is to write others. */
export interface PrintedMarkup {
  readonly isLink: (url: string) => boolean;
  readonly isFigure: (url: string) => boolean;
  readonly severity?: Severity;
  /** What may be written in place of a link that is not printed. */
  readonly linkHint: Bilingual;
}

const inStandards: PrintedMarkup = {
  isLink: isSafeLink,
  isFigure: isFigureFile,
  linkHint: { zh: '只可用 http(s)、mailto 和 #标识', en: 'Use http(s), mailto or #id' },
};

/** Say of everything the render neutralises that it was neutralised. */
export function reportUnsafe(
  root: Nodes,
  { byType }: Pick<Tree, 'byType'>,
  report: Report,
  { isLink, isFigure, severity, linkHint }: PrintedMarkup = inStandards,
): void {
  if (!byType.has('html') && !byType.has('link') && !byType.has('image')) return;
  const add = (finding: ParseFinding): void =>
    report.add({ ...finding, ...(severity && { severity }) });
  const visit = (node: Nodes, inRun: boolean): void => {
    if (node.type === 'html' && !isLineBreak(node) && (inRun || !isComment(node))) {
      add({
        rule: 'html-neutralised',
        range: report.rangeOf(node),
        ...(isOpenComment(node.value) ? openComment : neutralised),
      });
    } else if (node.type === 'link' && !isLink(node.url)) {
      add({
        rule: 'link-unsafe',
        range: report.rangeOf(node),
        message: {
          zh: `链接地址“${node.url.slice(0, 80)}”不允许，只印出文字`,
          en: `Link target "${node.url.slice(0, 80)}" is not allowed; only its text is printed`,
        },
        hint: linkHint,
      });
    } else if (node.type === 'image' && !isFigure(node.url)) {
      add({
        rule: 'image-unsafe',
        range: report.rangeOf(node),
        message: {
          zh: `图片“${node.url.slice(0, 80)}”没有印出：只能用同一文件夹里的 svg、png、jpg、webp`,
          en: `Image "${node.url.slice(0, 80)}" is not printed: only svg, png, jpg or webp in the same folder`,
        },
      });
    }
    const holdsRun = inRun || runs.has(node.type);
    for (const child of childrenOf(node)) visit(child, holdsRun);
  };
  visit(root, false);
}
