import type { Nodes, Parents, Root, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Bilingual, Range } from '../model/diagnostic.ts';
import type { ParseRuleId } from '../model/parse-rules.ts';
import { plainText } from '../text/syntax/syntax.ts';

/** What stands in a lesson beside words; a page fills it when it is drawn. */
export type Slot =
  | {
      readonly kind: 'clause' | 'term';
      /** As written; of a term without one the glossary is meant. */
      readonly standard: string | undefined;
      readonly id: string;
    }
  | { readonly kind: 'question'; readonly id: string }
  | { readonly kind: 'figure'; readonly src: string; readonly alt: string }
  | { readonly kind: 'formula'; readonly tex: string; readonly display: boolean };

/** What is wrong in the Markdown of a lesson; lines are those of the Markdown. */
export interface LessonFault {
  readonly rule: ParseRuleId;
  readonly range: Range;
  readonly message: Bilingual;
  readonly hint?: Bilingual;
}

/** The Markdown of a lesson as a tree in which each slot is an empty block or stretch. */
export interface LessonTree {
  readonly root: Root;
  readonly slots: readonly (Slot & { readonly line: number })[];
  readonly headings: readonly { readonly id: string; readonly text: string }[];
  readonly faults: readonly LessonFault[];
}

/** Classes of blocks that are set apart, by the names of their directives. */
export const CALLOUTS: Readonly<Record<string, string>> = {
  note: 'callout-note',
  tip: 'callout-tip',
  caution: 'callout-caution',
};

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkDirective);

const figureName = /^[a-z0-9][\w-]*\.svg$/i;
/** Pages of the site, places of the page, other sites and mail. */
const safeLink = /^(?:https?:\/\/|mailto:|#|\/(?![/\\]))/i;

/** The Markdown of a lesson, read; nothing of it is refused as a whole. */
export function parseLesson(markdown: string): LessonTree {
  const reader = new LessonReader(markdown);
  return reader.read();
}

type Directive = ContainerDirective | LeafDirective | TextDirective;

class LessonReader {
  readonly #source: string;
  readonly #slots: (Slot & { readonly line: number })[] = [];
  readonly #headings: { id: string; text: string }[] = [];
  readonly #faults: LessonFault[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  read(): LessonTree {
    const root = parser.parse(this.#source);
    root.children = this.#blocks(root.children);
    return { root, slots: this.#slots, headings: this.#headings, faults: this.#faults };
  }

  #blocks<T extends RootContent>(nodes: readonly T[]): T[] {
    return nodes.flatMap((node) => this.#visit(node) as readonly T[]);
  }

  #visit(node: RootContent): readonly RootContent[] {
    switch (node.type) {
      case 'html':
        return [this.#refuseHtml(node)];
      case 'link':
      case 'definition':
        return this.#link(node);
      case 'image':
      case 'imageReference':
        this.#add('image-unsafe', node, imageFault);
        return [textOf(node.alt ?? '')];
      case 'footnoteDefinition':
        return this.#blocks(node.children);
      case 'inlineMath':
      case 'math':
        return [
          this.#slot({ kind: 'formula', tex: node.value, display: node.type === 'math' }, node),
        ];
      case 'heading':
        this.#head(node);
        break;
      case 'containerDirective':
      case 'leafDirective':
        return this.#directive(node);
      case 'textDirective':
        return [textOf(this.#written(node))];
      case 'table':
        this.#inside(node);
        return [wrapTable(node)];
      default:
    }
    this.#inside(node);
    return [node];
  }

  #inside(node: Nodes): void {
    if ('children' in node) {
      const parent: Parents = node;
      parent.children = this.#blocks(parent.children as RootContent[]) as typeof parent.children;
    }
  }

  #head(node: RootContent & { readonly type: 'heading' }): void {
    const id = `part-${this.#headings.length + 1}`;
    if (node.depth <= 2) this.#headings.push({ id, text: plainText(node) });
    Object.assign(node, {
      // The title of the page is its only heading of the first level.
      depth: Math.min(4, Math.max(2, node.depth)),
      data: node.depth <= 2 ? { hProperties: { id } } : {},
    });
  }

  #link(node: RootContent & { readonly type: 'link' | 'definition' }): readonly RootContent[] {
    if (!safeLink.test(node.url)) {
      this.#add('link-unsafe', node, {
        message: {
          zh: `链接地址“${node.url.slice(0, 80)}”不允许，只印出文字`,
          en: `Link target "${node.url.slice(0, 80)}" is not allowed; only its text is printed`,
        },
        hint: {
          zh: '只可用 http(s)、mailto、#标识，和以 / 开头的本站页面',
          en: 'Use http(s), mailto, #id, or a page of this site that starts with /',
        },
      });
      return node.type === 'link' ? this.#blocks(node.children) : [];
    }
    this.#inside(node);
    return [node];
  }

  #directive(node: ContainerDirective | LeafDirective): readonly RootContent[] {
    const { name } = node;
    const callout = Object.hasOwn(CALLOUTS, name) ? CALLOUTS[name] : undefined;
    if (node.type === 'containerDirective' && callout !== undefined) {
      this.#inside(node);
      node.data = { hName: 'aside', hProperties: { className: ['callout', callout] } };
      return [node];
    }
    const slot = node.type === 'leafDirective' ? toSlot(node) : undefined;
    if (slot && 'kind' in slot) return [this.#slot(slot, node)];
    this.#add(slot ? 'lesson-directive' : 'directive-unknown', node, slot ?? unknownFault(node));
    return [{ type: 'paragraph', children: [{ type: 'text', value: this.#written(node) }] }];
  }

  #slot(slot: Slot, node: RootContent): RootContent {
    const at = this.#slots.length;
    this.#slots.push({ ...slot, line: node.position?.start.line ?? 1 });
    const hName = node.type === 'inlineMath' ? 'span' : 'div';
    const data = { hName, hProperties: { className: ['slot'], dataSlot: String(at) } };
    return { type: 'paragraph', children: [], data };
  }

  #refuseHtml(node: RootContent & { readonly type: 'html' }): RootContent {
    this.#add('html-neutralised', node, {
      message: { zh: 'HTML 不起作用，按文字印出', en: 'HTML has no effect; it is printed as text' },
      hint: { zh: '用 Markdown 或指令', en: 'Use Markdown or a directive' },
    });
    return textOf(node.value);
  }

  /** A piece of the source as somebody typed it. */
  #written({ position }: RootContent | Directive): string {
    return this.#source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  }

  #add(rule: ParseRuleId, node: Nodes, fault: Omit<LessonFault, 'rule' | 'range'>): void {
    const start = node.position?.start ?? { line: 1, column: 1 };
    const { line, column } = start;
    const end = node.position?.end ?? start;
    this.#faults.push({
      rule,
      range: { start: { line, column }, end: { line: end.line, column: end.column } },
      ...fault,
    });
  }
}

const textOf = (value: string): RootContent => ({ type: 'text', value });

const imageFault = {
  message: { zh: '图片没有印出', en: 'The image is not printed' },
  hint: {
    zh: '图写成 ::figure{src="名称.svg" alt="说明"}，文件放在课程的文件夹里',
    en: 'Write ::figure{src="name.svg" alt="…"}; the file lies in the folder of the course',
  },
};

function unknownFault({ name }: Directive): Omit<LessonFault, 'rule' | 'range'> {
  return {
    message: {
      zh: `没有“${name.slice(0, 40)}”这个指令，按文字印出`,
      en: `There is no directive "${name.slice(0, 40)}"; it is printed as text`,
    },
    hint: {
      zh: '可用 :::note、:::tip、:::caution、::clause、::term、::figure、::question',
      en: 'Use :::note, :::tip, :::caution, ::clause, ::term, ::figure, ::question',
    },
  };
}

/** What a leaf directive puts in; what is missing of it as a fault, undefined where it is none of ours. */
function toSlot({
  name,
  attributes,
}: LeafDirective): Slot | Omit<LessonFault, 'rule' | 'range'> | undefined {
  const { id, standard, src, alt } = attributes ?? {};
  const lacks = (key: string) => ({
    message: {
      zh: `::${name} 没有写 ${key}`,
      en: `::${name} says no ${key}`,
    },
    hint: { zh: '见 docs/courses.md', en: 'See docs/courses.md' },
  });
  switch (name) {
    case 'clause':
      if (!standard) return lacks('standard');
      return id ? { kind: 'clause', standard, id } : lacks('id');
    case 'term':
      return id ? { kind: 'term', standard: standard ?? undefined, id } : lacks('id');
    case 'question':
      return id ? { kind: 'question', id } : lacks('id');
    case 'figure':
      if (!src || !figureName.test(src)) return lacks('src="名称.svg"');
      return alt ? { kind: 'figure', src, alt } : lacks('alt');
    default:
      return undefined;
  }
}

/** A table in a box that scrolls by itself where the page is narrower. */
function wrapTable(table: RootContent): RootContent {
  const data = { hName: 'div', hProperties: { className: ['table-box'], tabIndex: 0 } };
  return { type: 'blockquote', children: [table as never], data };
}
