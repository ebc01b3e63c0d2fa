import type { Language } from '#core/model/standard.ts';

/** What the page of a draft and that of an outcome say. */
interface DraftWords {
  readonly notice: string;
  readonly plan: string;
  readonly period: (began: string, until: string) => string;
  readonly open: (began: string) => string;
  readonly to: string;
  readonly how: string;
  readonly howSteps: string;
  readonly private: string;
  readonly yours: string;
  readonly whole: string;
  readonly organisation: string;
  readonly publish: string;
  readonly person: string;
  readonly contact: string;
  readonly mail: string;
  readonly json: string;
  readonly csv: string;
  readonly clear: string;
  readonly byHand: string;
  readonly byHandLead: string;
  readonly address: string;
  readonly columns: readonly [string, string, string];
  readonly text: string;
  readonly outcome: string;
  readonly outcomeLead: string;
  readonly heads: Readonly<
    Record<'number' | 'clause' | 'comment' | 'from' | 'decision' | 'answer', string>
  >;
  readonly reason: string;
  readonly oneOf: Readonly<Record<'person' | 'organisation', string>>;
  readonly see: string;
}

export const DRAFT_WORDS: Readonly<Record<Language, DraftWords>> = {
  zh: {
    notice: '这是征求意见稿，不是标准，不能作为依据。',
    plan: '计划号',
    period: (began, until) => `征求意见 ${began} 至 ${until}`,
    open: (began) => `征求意见 ${began} 起`,
    to: '意见寄往',
    how: '怎样提意见',
    howSteps: '在要改的章条旁点“提意见”，写修改意见和理由；写完到页尾发邮件，或存成文件寄出。',
    private: '写的内容只留在这个浏览器里，本站不收、不传。',
    yours: '我的意见',
    whole: '对全文提意见',
    organisation: '提出单位',
    publish: '处理结果公布时，可以写出单位名称',
    person: '姓名',
    contact: '联系方式',
    mail: '发邮件',
    json: '存为文件（JSON）',
    csv: '存为表格（CSV）',
    clear: '清空',
    byHand: '用纸或自己的邮件提意见',
    byHandLead: '打印下表填写，或在邮件里逐条写明章条编号、修改意见和理由。',
    address: '收信地址',
    columns: ['章条编号', '修改意见', '理由'],
    text: '稿子正文',
    outcome: '意见处理结果',
    outcomeLead: '征求意见收到的每一条意见和处理。个人的姓名不公布，单位只在同意时写出。',
    heads: {
      number: '序号',
      clause: '章条',
      comment: '意见',
      from: '提出',
      decision: '处理',
      answer: '理由',
    },
    reason: '理由：',
    oneOf: { person: '个人', organisation: '单位' },
    see: '看意见处理结果',
  },
  en: {
    notice: 'This is a draft for comment. It is no standard and not to be relied on.',
    plan: 'Plan number',
    period: (began, until) => `Open to comments from ${began} to ${until}`,
    open: (began) => `Open to comments from ${began}`,
    to: 'Comments go to',
    how: 'How to comment',
    howSteps:
      'Choose “Comment” beside a clause and write what should change and why. When you are done, send a mail or save a file at the end of the page.',
    private: 'What you write stays in this browser; this site receives and sends nothing.',
    yours: 'Your comments',
    whole: 'Comment on the whole',
    organisation: 'Organisation',
    publish: 'The organisation may be named when the outcome is published',
    person: 'Name',
    contact: 'How to reach you',
    mail: 'Send a mail',
    json: 'Save as a file (JSON)',
    csv: 'Save as a table (CSV)',
    clear: 'Clear all',
    byHand: 'By paper or your own mail',
    byHandLead:
      'Print and fill in this table, or write in a mail, for each comment, the clause, the change and the reason.',
    address: 'Address',
    columns: ['Clause', 'Change', 'Reason'],
    text: 'Text of the draft',
    outcome: 'Outcome of comments',
    outcomeLead:
      'Each comment that came and what became of it. Persons are not named; organisations only where they agreed.',
    heads: {
      number: 'No.',
      clause: 'Clause',
      comment: 'Comment',
      from: 'From',
      decision: 'Outcome',
      answer: 'Reason',
    },
    reason: 'Reason: ',
    oneOf: { person: 'a person', organisation: 'an organisation' },
    see: 'Outcome of comments',
  },
};
