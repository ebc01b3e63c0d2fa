import type { GraveReason } from '#core/promotion/index.ts';
import type { Language } from '#core/model/standard.ts';

interface PromotionWords {
  readonly title: string;
  readonly what: string;
  readonly slides: string;
  readonly slidesWhat: string;
  readonly inspection: string;
  readonly inspectionWhat: string;
  readonly print: string;
  readonly made: string;
  readonly edited: string;
  readonly changed: string;
  readonly firstEdition: string;
  readonly counted: (
    counts: Readonly<Record<'added' | 'removed' | 'tightened' | 'loosened', number>>,
    number: string,
  ) => string;
  readonly compare: string;
  readonly kinds: Readonly<Record<'added' | 'removed' | 'tightened' | 'loosened', string>>;
  readonly who: string;
  readonly whoUnknown: string;
  readonly due: string;
  readonly from: (day: string) => string;
  readonly issued: (day: string) => string;
  readonly notices: string;
  readonly gravest: (count: number) => string;
  readonly how: string;
  readonly reasons: Readonly<Record<GraveReason, string>>;
  readonly scan: string;
  readonly noCode: string;
  readonly contact: string;
  readonly all: string;
  readonly previous: string;
  readonly next: string;
  readonly slideOf: (at: number, of: number) => string;
  readonly keys: string;
  readonly material: string;
  readonly inspect: {
    readonly lead: string;
    readonly check: string;
    readonly noCheck: string;
    readonly evidence: string;
    readonly noEvidence: string;
    readonly basis: string;
    readonly noBasis: string;
    readonly asOf: (day: string) => string;
    readonly met: string;
    readonly unmet: string;
    readonly idle: string;
    readonly note: string;
    readonly progress: string;
    readonly clear: string;
    readonly confirmClear: string;
    readonly kept: string;
    readonly refused: string;
    readonly changed: string;
    readonly none: string;
    readonly object: string;
  };
}

export const PROMOTION_WORDS: Readonly<Record<Language, PromotionWords>> = {
  zh: {
    title: '宣贯一页纸',
    what: '改了什么、谁要做、从哪天起、最要紧的十条要求。可打印张贴。',
    slides: '宣贯幻灯',
    slidesWhat: '同样的内容分成一张一张，投影或打印成 PDF。',
    inspection: '执法检查卡',
    inspectionWhat: '一条要求一张卡：怎样查、看什么、依据什么。在手机上逐条记。',
    print: '打印',
    made: '由标准正文和上一版自动整理，未经人工编辑。以标准原文为准。',
    edited: '由编者选定和改写，其余由正文自动整理。以标准原文为准。',
    changed: '改了什么',
    firstEdition: '库里没有上一版，无从比较。',
    counted: ({ added, removed, tightened, loosened }, number) =>
      `与 ${number} 相比，要求类条款新增 ${added} 句、收紧 ${tightened} 句、放宽 ${loosened} 句、删除 ${removed} 句。`,
    compare: '逐句对比',
    kinds: { added: '新增', removed: '删除', tightened: '收紧', loosened: '放宽' },
    who: '谁要行动',
    whoUnknown: '见第1章“范围”。',
    due: '什么时候',
    from: (day) => `${day} 起实施`,
    issued: (day) => `${day} 发布`,
    notices: '公告',
    gravest: (count) => `最要紧的${count}条要求`,
    how: '怎样选出：新增或收紧的、编者标记的、有数值界限的、禁止的、写明怎样证实的要求在前，一条至多取两句，按正文次序排列。',
    reasons: {
      tighter: '新增或收紧',
      author: '编者标记',
      limit: '有数值',
      prohibited: '禁止',
      verified: '可证实',
    },
    scan: '扫码看原文',
    noCode: '本站没有配置网址，不印二维码。',
    contact: '咨询',
    all: '全部要求见条款清单',
    previous: '上一张',
    next: '下一张',
    slideOf: (at, of) => `第${at}张，共${of}张`,
    keys: '按左右方向键或空格翻页，打印即得 PDF。',
    material: '宣贯材料',
    inspect: {
      lead: '逐条核对要求。记录只存在这台设备的浏览器里，不会上传；打印或存成 PDF 带走。',
      check: '怎样查',
      noCheck: '正文没有写明对应的证实方法，现场记录所用的办法。',
      evidence: '看什么',
      noEvidence: '没有写明，记录实际看到的文件、记录或实物。',
      basis: '执法依据',
      noBasis: '资料里没有写明执法依据。检查前先确认所依据的法律、法规、规章或强制性标准。',
      asOf: (day) => `${day} 核对`,
      met: '符合',
      unmet: '不符合',
      idle: '未查',
      note: '现场记录',
      progress: '已查 {done} / {all}，不符合 {unmet}',
      clear: '清空记录',
      confirmClear: '清空这项标准的全部检查记录？',
      kept: '已存在本机',
      refused: '浏览器没有存下记录（空间已满或被禁止）。离开前请打印。',
      changed: '正文改过，上次的记录按条款标识对上，请复核。',
      none: '这项标准没有要求型条款。',
      object: '对象',
    },
  },
  en: {
    title: 'On one sheet',
    what: 'What changed, who must act, from which day, and ten key requirements. To be printed and put up.',
    slides: 'Slides',
    slidesWhat: 'The same, one matter a slide: to project, or to print as PDF.',
    inspection: 'Inspection cards',
    inspectionWhat:
      'One requirement a card: how to check, what to see, on what ground. To be ticked on a phone.',
    print: 'Print',
    made: 'Made from the text and the edition before, not edited by a person. The text of the standard holds.',
    edited:
      'Chosen and reworded by an editor, the rest made from the text. The text of the standard holds.',
    changed: 'What changed',
    firstEdition: 'The edition before is not here to compare with.',
    counted: ({ added, removed, tightened, loosened }, number) =>
      `Against ${number}, of sentences that require something ${added} are new, ${tightened} tighter, ${loosened} looser, ${removed} gone.`,
    compare: 'Compare sentence by sentence',
    kinds: { added: 'New', removed: 'Gone', tightened: 'Tighter', loosened: 'Looser' },
    who: 'Who must act',
    whoUnknown: 'See clause 1, the scope.',
    due: 'By when',
    from: (day) => `In force from ${day}`,
    issued: (day) => `Issued ${day}`,
    notices: 'Notices',
    gravest: (count) => (count === 1 ? 'The key requirement' : `The ${count} key requirements`),
    how: 'How they are chosen: first what is new or tighter, tagged by the drafters, bounded by a value, forbidden, or verified by the text itself; at most two of a clause, in the order of the text.',
    reasons: {
      tighter: 'new or tighter',
      author: 'tagged by the drafters',
      limit: 'with a value',
      prohibited: 'forbidden',
      verified: 'verifiable',
    },
    scan: 'Scan to read the text',
    noCode: 'The address of this site is not configured, so no code is printed.',
    contact: 'Ask',
    all: 'All requirements are in the checklist',
    previous: 'Previous',
    next: 'Next',
    slideOf: (at, of) => `Slide ${at} of ${of}`,
    keys: 'Scroll, or turn the slides with the arrow keys or space; printing makes a PDF.',
    material: 'To promote it',
    inspect: {
      lead: 'Requirement by requirement. What you note stays in the browser of this device and is sent nowhere; print it, or save it as PDF.',
      check: 'How to check',
      noCheck: 'The text does not say how it is verified; note how you did it.',
      evidence: 'What to see',
      noEvidence: 'Not said; note the documents, records or things that you saw.',
      basis: 'Legal ground',
      noBasis:
        'The data name no legal ground. Make sure before an inspection which law, regulation or mandatory standard it rests on.',
      asOf: (day) => `looked at ${day}`,
      met: 'Met',
      unmet: 'Not met',
      idle: 'Not checked',
      note: 'Notes',
      progress: '{done} of {all} checked, {unmet} not met',
      clear: 'Clear notes',
      confirmClear: 'Clear all notes on this standard?',
      kept: 'Kept on this device',
      refused:
        'The browser did not keep your notes (no room, or not allowed). Print before you leave.',
      changed: 'The text has changed; earlier notes were matched by id. Look at them again.',
      none: 'This standard has no requirements.',
      object: 'Subject',
    },
  },
};
