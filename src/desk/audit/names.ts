import type { Bilingual } from '#core/base/bilingual.ts';
import { writeCsv } from '#core/render/csv.ts';
import type { AuditAct, AuditLine } from './chain.ts';

const names: Readonly<Record<AuditAct, Bilingual>> = {
  'signed-in': { zh: '登录', en: 'signed in' },
  people: { zh: '人员名单有改动', en: 'the list of people changed' },
  imported: { zh: '导入 Word 稿', en: 'imported a Word draft' },
  began: { zh: '新建稿', en: 'began a draft' },
  opened: { zh: '打开修改', en: 'opened for editing' },
  'laid-aside': { zh: '放下稿', en: 'laid a draft aside' },
  'laid-aside-en': { zh: '放下英文版', en: 'laid the English text of a draft aside' },
  asked: { zh: '送审', en: 'asked for approval' },
  'taken-back': { zh: '收回送审', en: 'took the request back' },
  approved: { zh: '同意公布', en: 'approved' },
  returned: { zh: '退回', en: 'returned' },
  void: { zh: '送审作废：内容又改过', en: 'void: it was changed' },
  publishing: { zh: '开始公布', en: 'publishing' },
  published: { zh: '已公布', en: 'published' },
  undoing: { zh: '开始撤回', en: 'undoing' },
  undone: { zh: '已撤回', en: 'undone' },
  failed: { zh: '没有办成', en: 'not done' },
  refused: { zh: '没有权限，没有执行', en: 'refused: not allowed' },
  repaired: { zh: '日志修补', en: 'the log was repaired' },
};

/** What an entry says that somebody did. */
export const nameAct = (act: AuditAct): Bilingual => names[act];

/** The log as a table for spreadsheet programs, which take none of its cells for a formula. */
export function writeAuditCsv(lines: readonly AuditLine[]): string {
  const head = [
    '序号',
    '时间',
    '登录名',
    '姓名',
    '事项',
    '对象',
    '名称',
    '改动摘要',
    '说明',
    '本条摘要',
  ];
  return writeCsv([
    head,
    ...lines.map(({ n, at, who, name, act, of, title, digest, remark, hash }) =>
      [String(n), at, who, name, names[act].zh, of, title, digest, remark, hash].map(oneLine),
    ),
  ]);
}

/** A full-width sign at the start is a formula to some programs as well. */
const oneLine = (cell: string): string =>
  cell
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^(?=[＝＋－＠])/u, "'");
