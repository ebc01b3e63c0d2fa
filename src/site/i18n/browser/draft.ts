import type { Language } from '#core/model/standard.ts';

/** What the script of a draft says. */
interface DraftScriptWords {
  readonly comment: string;
  readonly commentOn: (label: string) => string;
  readonly edit: (count: number) => string;
  readonly change: string;
  readonly reason: string;
  readonly keep: string;
  readonly cancel: string;
  readonly remove: string;
  readonly editOne: string;
  readonly removeOne: (label: string) => string;
  readonly count: (count: number) => string;
  readonly none: string;
  readonly whole: string;
  readonly left: (days: number) => string;
  readonly last: string;
  readonly over: string;
  readonly notYet: (days: number) => string;
  readonly tooLong: string;
  readonly saved: (name: string) => string;
  readonly cleared: string;
  readonly full: string;
  readonly fault: string;
  readonly subject: (title: string) => string;
  readonly file: (project: string) => string;
}

export const DRAFT_SCRIPT: Readonly<Record<Language, DraftScriptWords>> = {
  zh: {
    comment: '提意见',
    commentOn: (label) => `对 ${label} 提意见`,
    edit: (count) => `意见 ${count} 条`,
    change: '修改意见',
    reason: '理由',
    keep: '记下',
    cancel: '取消',
    remove: '删除',
    editOne: '修改',
    removeOne: (label) => `删除对 ${label} 的意见`,
    count: (count) => `共 ${count} 条`,
    none: '还没有写意见。',
    whole: '全文',
    left: (days) => `还剩 ${days} 天`,
    last: '今天截止',
    over: '已截止',
    notYet: (days) => `${days} 天后开始`,
    tooLong: '意见太长，邮件里放不下：请存为文件，作附件寄出。',
    saved: (name) => `已存为 ${name}，请作附件寄出。`,
    cleared: '已清空。',
    full: '一份至多 500 条，请存为文件寄出后再写。',
    fault: '这个浏览器不让本站留存：关掉页面前请发邮件或存为文件。',
    subject: (title) => `对《${title}》征求意见稿的意见`,
    file: (project) => `意见-${project}`,
  },
  en: {
    comment: 'Comment',
    commentOn: (label) => `Comment on ${label}`,
    edit: (count) => (count === 1 ? '1 comment' : `${count} comments`),
    change: 'Change',
    reason: 'Reason',
    keep: 'Keep',
    cancel: 'Cancel',
    remove: 'Delete',
    editOne: 'Edit',
    removeOne: (label) => `Delete the comment on ${label}`,
    count: (count) => (count === 1 ? '1 comment' : `${count} comments`),
    none: 'No comments yet.',
    whole: 'Whole text',
    left: (days) => (days === 1 ? '1 day left' : `${days} days left`),
    last: 'Ends today',
    over: 'Ended',
    notYet: (days) => (days === 1 ? 'Begins in 1 day' : `Begins in ${days} days`),
    tooLong: 'Too long for a mail: save it as a file and attach it.',
    saved: (name) => `Saved as ${name}; attach it to a mail.`,
    cleared: 'All cleared.',
    full: '500 comments at most; save and send them before you write more.',
    fault: 'This browser keeps nothing for this site: send or save before you close the page.',
    subject: (title) => `Comments on the draft ${title}`,
    file: (project) => `comments-${project}`,
  },
};
