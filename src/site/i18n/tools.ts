import type { Language } from '#core/model/standard.ts';
import { abroadPath } from '../abroad-paths.ts';
import {
  basketPath,
  checklistPath,
  comparedTermsPath,
  comparePath,
  indicatorsPath,
  stalePath,
  validityPath,
} from '../tool-paths.ts';

interface ToolWords {
  readonly name: string;
  /** What one brings and what one gets. */
  readonly what: string;
}

interface Tool extends Readonly<Record<Language, ToolWords>> {
  /** Without language and base. */
  readonly path: string;
}

interface ToolGroup {
  readonly name: Readonly<Record<Language, string>>;
  readonly tools: readonly Tool[];
}

/** All tools by what they are used for, in the order in which work with standards goes. */
export const TOOL_GROUPS: readonly ToolGroup[] = [
  {
    name: { zh: '收集', en: 'Collect' },
    tools: [
      {
        path: basketPath,
        zh: {
          name: '标准篮',
          what: '在任何页面收集标准，起名、排序，用一个网址分享，再整篮交给别的工具。',
        },
        en: {
          name: 'Basket',
          what: 'Collect standards on any page, name and order them, share them by one address, and hand them to other tools.',
        },
      },
    ],
  },
  {
    name: { zh: '核对', en: 'Check' },
    tools: [
      {
        path: validityPath,
        zh: { name: '清单查新', what: '贴上或选一份标准清单，逐项看哪些现行，哪些被代替、废止。' },
        en: {
          name: 'Check a list',
          what: 'Paste or choose a list of standards and see which are in force, superseded or withdrawn.',
        },
      },
      {
        path: checklistPath,
        zh: {
          name: '条款清单',
          what: '把标准里的要求逐条列出，限值和验证条款在旁，勾选、记责任人和日期，打印或存为文件。',
        },
        en: {
          name: 'Checklist',
          what: 'List what standards ask, with limits and verifying clauses; tick, note who and when, print or save.',
        },
      },
      {
        path: stalePath,
        zh: {
          name: '引用已失效',
          what: '现行标准引用了已被代替、废止的标准：哪一条引用，现在该用哪一项。',
        },
        en: {
          name: 'Stale references',
          what: 'Standards in force that cite what is superseded or withdrawn: in which clause, and what to use instead.',
        },
      },
      {
        path: comparePath,
        zh: {
          name: '文本比较',
          what: '选两版或任意两份标准，逐条逐句看增加、删除、加严、放宽了什么。',
        },
        en: {
          name: 'Compare texts',
          what: 'Choose two editions or any two standards and see clause by clause what was added, removed, tightened or loosened.',
        },
      },
      {
        path: indicatorsPath,
        zh: {
          name: '指标比对',
          what: '同一指标在各标准里要求多少，单位换算一致，看自己的数值排在哪里。',
        },
        en: {
          name: 'Compare indicators',
          what: 'What standards ask of one indicator, in one unit, and where your own value stands.',
        },
      },
      {
        path: comparedTermsPath,
        zh: {
          name: '术语对照',
          what: '几项标准都下定义的术语，并排看定义哪里不同、英文名称是否一致。',
        },
        en: {
          name: 'Terms side by side',
          what: 'Terms that several standards define, with what their definitions and English names differ in.',
        },
      },
    ],
  },
  {
    name: { zh: '走出去', en: 'Go abroad' },
    tools: [
      {
        path: abroadPath,
        zh: {
          name: '国内外标准对照',
          what: '国内标准对应哪项 ISO、IEC 标准，采用的哪一版，有没有更新版，哪些还没有采标。',
        },
        en: {
          name: 'Standards here and abroad',
          what: 'Which ISO or IEC standard one here corresponds to, which edition it adopts, whether there is a newer one, and what is not adopted yet.',
        },
      },
    ],
  },
];

interface ToolsPageWords {
  readonly title: string;
  readonly lead: string;
  /** Above what can be done with one standard, on its page. */
  readonly here: string;
}

export const TOOLS_PAGE: Readonly<Record<Language, ToolsPageWords>> = {
  zh: {
    title: '工具',
    lead: '都在你的浏览器里进行：放进来的文件和清单不上传。结果可以下载、打印，网址可以保存。',
    here: '用这份标准',
  },
  en: {
    title: 'Tools',
    lead: 'All of them work in your browser: no file and no list leaves your device. Results can be downloaded and printed, and addresses kept.',
    here: 'Work with this standard',
  },
};
