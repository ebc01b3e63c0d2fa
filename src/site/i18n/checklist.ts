import type { Language } from '#core/model/standard.ts';

interface ChecklistPageWords {
  readonly title: string;
  readonly lead: string;
  readonly noScript: string;
  readonly choose: string;
  readonly number: string;
  readonly numberHint: string;
  readonly open: string;
  readonly baskets: string;
  readonly file: string;
  readonly fileHint: string;
  readonly stop: string;
  readonly retry: string;
  readonly filters: string;
  readonly type: string;
  readonly standard: string;
  readonly source: string;
  readonly all: string;
  readonly limited: string;
  readonly unticked: string;
  readonly marked: string;
  readonly text: string;
  readonly save: string;
  readonly load: string;
  readonly take: string;
  readonly print: string;
  readonly more: string;
  readonly lost: string;
  readonly lostHint: string;
  readonly legend: string;
  readonly local: string;
  /** Of the link on the page of a standard. */
  readonly here: string;
}

/** What the page of the checklist says without its script; what the script says is beside it, in `browser`. */
export const CHECKLIST_PAGE: Readonly<Record<Language, ChecklistPageWords>> = {
  zh: {
    title: '条款清单',
    lead: '把标准里的要求逐条列成清单：限值、验证条款在旁，可以勾选，记备注、责任人和日期。',
    noScript:
      '清单在浏览器里生成，需要开启脚本（JavaScript）。不开脚本时，每项标准的页面末尾有它的条款。',
    choose: '选择标准',
    number: '标准编号',
    numberHint: '本库有正文的标准。多项标准请先放进标准篮。',
    open: '列出条款',
    baskets: '我的标准篮',
    file: '打开存下的清单',
    fileHint: '以前“存为文件”的 JSON。',
    stop: '停止',
    retry: '再取一次',
    filters: '筛选',
    type: '类型',
    standard: '标准',
    source: '来源',
    all: '全部',
    limited: '有限值',
    unticked: '未勾选',
    marked: '有记录',
    text: '内容、条号、备注',
    save: '存为文件',
    load: '读入文件',
    take: '下载',
    print: '打印',
    more: '再显示 {count} 条',
    lost: '对不上的记录',
    lostHint:
      '这些记录的条文变了、没有了，或者不在这份清单里。它们和清单一起保存，不会丢；你可以记到现在的条文上，或者移除。',
    legend:
      '“作者标注”由起草人在文中标明；“自动识别”由程序按能愿动词（应、宜、可……）识别，“表中限值”由程序从表格读出，限值和没有注明“作者标注”的验证条款也是程序读出的，都请对照正文核实。',
    local: '勾选和记录只存在这个浏览器里，不上传。换一台设备，请“存为文件”再读入。',
    here: '条款清单',
  },
  en: {
    title: 'Checklist',
    lead: 'The provisions of standards, one by one, with their limits and what verifies them: tick them, and note remarks, who is responsible, and the day.',
    noScript:
      'The list is made in the browser, which needs scripts (JavaScript). Without them, the page of each standard has its provisions at the end.',
    choose: 'Choose standards',
    number: 'Number of a standard',
    numberHint: 'One whose text is here. For several, collect them in a basket first.',
    open: 'List its provisions',
    baskets: 'My baskets',
    file: 'Open a saved checklist',
    fileHint: 'A JSON file that was saved here before.',
    stop: 'Stop',
    retry: 'Load again',
    filters: 'Filter',
    type: 'Type',
    standard: 'Standard',
    source: 'Found',
    all: 'All',
    limited: 'With a limit',
    unticked: 'Not ticked',
    marked: 'With a record',
    text: 'Text, clause, note',
    save: 'Save to a file',
    load: 'Load a file',
    take: 'Download',
    print: 'Print',
    more: 'Show {count} more',
    lost: 'Records without a place',
    lostHint:
      'Their provisions have changed, are gone, or are not in this list. They are saved with the list and not dropped; put each at what stands there now, or remove it.',
    legend:
      '"Tagged by the author" was marked in the text by who drafted it. "Found by its verb" was found by a program by its modal verb, "Limit in a table" was read from a table; limits, and verifying clauses that no author tagged, were read by a program too. Compare all of these with the text.',
    local:
      'Ticks and records are kept in this browser only and are not uploaded. For another device, save them to a file and load it there.',
    here: 'Checklist',
  },
};
