import type { Language } from '#core/model/standard.ts';
import type { Verdict } from '#core/validity/index.ts';

interface ValidityPageWords {
  readonly title: string;
  readonly lead: string;
  readonly list: string;
  readonly listHint: string;
  readonly example: string;
  readonly chooseFile: string;
  readonly fileHint: string;
  readonly removeFile: string;
  readonly day: string;
  readonly check: string;
  readonly stop: string;
  readonly local: string;
  readonly against: (count: string) => string;
  readonly noScript: string;
  readonly commandLine: string;
  readonly command: string;
  readonly result: string;
  readonly filters: string;
  readonly xlsx: string;
  readonly csv: string;
  readonly print: string;
  readonly more: string;
  readonly watched: string;
  readonly watch: string;
  readonly watchName: string;
  readonly watchLocal: string;
  readonly meanings: string;
  readonly meaning: Readonly<Record<Verdict, string>>;
}

/** What the page of 查新 says without its script; what the script says is beside it, in `browser`. */
export const VALIDITY_PAGE: Readonly<Record<Language, ValidityPageWords>> = {
  zh: {
    title: '查新',
    lead: '贴上一份标准清单，或选一个文件，逐项看哪些现行，哪些被代替、废止，由哪一项代替。',
    list: '标准清单',
    listHint: '编号怎么写都可以，夹在名称和说明里也认得出。',
    example: 'GB/T 191-2008 包装储运图示标志\nGB 7718—2011\n检验依据：GB/T 2828.1、GB/T 2829-2002',
    chooseFile: '选择文件',
    fileHint: '或拖到这里：XLSX、DOCX、CSV、文本',
    removeFile: '不用这个文件',
    day: '按哪一天的状态',
    check: '查新',
    stop: '停止',
    local: '清单只在你的设备上读取，不上传；你不要求，就不保存。',
    against: (count) => `对照本库的 ${count} 项标准；库里没有的，不下结论。`,
    noScript: '查新在浏览器里进行，需要开启脚本（JavaScript）。',
    commandLine: '有本库副本时，也可以在终端里查：',
    command: 'npm run std -- validity 清单.xlsx',
    result: '结果',
    filters: '按结论筛选',
    xlsx: '下载 XLSX',
    csv: '下载 CSV',
    print: '打印',
    more: '再显示 {count} 行',
    watched: '记住的清单',
    watch: '记住这份清单',
    watchName: '取个名字',
    watchLocal:
      '记在这个浏览器里，不上传；下次打开本页，会看到状态、代替标准和版本变了什么，随时可以删除。',
    meanings: '结论的意思',
    meaning: {
      replaced: '已有别的标准代替它，改用代替它的一项。',
      withdrawn: '已经废止，没有记载由谁代替。',
      'other-edition': '库中只有这个编号的其他年份，清单上的年份没有收录。',
      question: '没有这个编号，有一个很像的，请对照名称确认。',
      absent: '本库没有收录，不等于无效：到发布它的平台去查。',
      unreadable: '这一行有文字，但没有认出编号。',
      unknown: '库中有这项标准，没有它的状态，或者还是草案。',
      'not-issued': '所选的那一天还没有发布。',
      coming: '已经发布，到实施日期才生效。',
      valid: '在所选的那一天有效。',
    },
  },
  en: {
    title: 'Check a list',
    lead: 'Paste a list of standards or choose a file, and see which are in force, which are superseded or withdrawn, and by what.',
    list: 'List of standards',
    listHint: 'Numbers are recognized in any spelling, among titles and remarks too.',
    example:
      'GB/T 191-2008 Packaging pictorial marking\nGB 7718—2011\nTested to GB/T 2828.1 and GB/T 2829-2002',
    chooseFile: 'Choose a file',
    fileHint: 'or drop it here: XLSX, DOCX, CSV, text',
    removeFile: 'Leave this file out',
    day: 'Status on',
    check: 'Check',
    stop: 'Stop',
    local:
      'The list is read on your device only: it is not uploaded, and kept only if you ask for it.',
    against: (count) =>
      `It is checked against the ${count} standards of this library; nothing is concluded about others.`,
    noScript: 'The list is checked in the browser, which needs scripts (JavaScript).',
    commandLine: 'With a copy of this library, a terminal does the same:',
    command: 'npm run std -- validity list.xlsx',
    result: 'Result',
    filters: 'Filter by result',
    xlsx: 'Download XLSX',
    csv: 'Download CSV',
    print: 'Print',
    more: 'Show {count} more rows',
    watched: 'Lists kept here',
    watch: 'Keep this list',
    watchName: 'Name',
    watchLocal:
      'Kept in this browser and not uploaded. When you open this page again, it shows which statuses, successors and editions have changed. You can delete it at any time.',
    meanings: 'What each result means',
    meaning: {
      replaced: 'Another standard has taken its place; use that one.',
      withdrawn: 'No longer in force, and no successor is recorded.',
      'other-edition':
        'This library has the number with other years only, not with that of the list.',
      question: 'The number is not here, but one much like it is: compare the titles.',
      absent:
        'This library does not hold it, which says nothing of its validity: look where it was issued.',
      unreadable: 'The row has text in which no number was recognized.',
      unknown: 'The standard is here, without a known status or as a draft.',
      'not-issued': 'Not issued by the day chosen.',
      coming: 'Issued, and in force from the day of implementation.',
      valid: 'In force on the day chosen.',
    },
  },
};
