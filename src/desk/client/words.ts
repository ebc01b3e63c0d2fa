import type { Bilingual } from '#core/base/bilingual.ts';

const words = {
  brand: ['标链', 'Biaolian'],
  desk: ['编写台', 'Desk'],
  deskOf: ['标准编写台', 'Publishing desk'],
  language: ['English', '中文'],
  theme: ['明暗', 'Light or dark'],
  skip: ['跳到正文', 'Skip to the content'],
  liveSite: ['网站', 'Site'],
  dropTitle: ['把 Word 稿拖到这里', 'Drop a Word draft here'],
  dropLead: [
    '.docx，100 MB 以内。导入后逐段说明哪些照原样进来了、哪些要您看一眼；原文件不动。',
    '.docx, up to 100 MB. The import report accounts for every paragraph; your own file is not changed.',
  ],
  choose: ['选择文件', 'Choose a file'],
  importing: ['正在导入…', 'Importing…'],
  newTitle: ['从空白开始', 'Start from a blank draft'],
  newLead: [
    '没有 Word 稿时用。编号给出下一个空号，可以改。',
    'For when there is no Word draft. The next free number is suggested; change it if you like.',
  ],
  number: ['标准编号', 'Number'],
  title: ['名称', 'Title'],
  issuer: ['发布机构', 'Issued by'],
  create: ['新建', 'Create'],
  needNumber: ['给出编号再导入', 'Give a number and import'],
  drafts: ['正在写', 'Drafts in progress'],
  noDrafts: ['还没有稿。拖一个 Word 文件进来就有了。', 'No drafts yet. Drop a Word file to begin.'],
  standards: ['标准库', 'Library'],
  filter: ['按编号或名称找', 'Find by number or title'],
  published: ['最近公布', 'Recently published'],
  nonePublished: [
    '在这里公布的会列在这里，可以撤回。',
    'What you publish here is listed here, and can be undone.',
  ],
  open: ['打开', 'Open'],
  edit: ['修改', 'Edit'],
  look: ['看页面', 'View page'],
  discard: ['放下', 'Lay aside'],
  discardAsk: [
    '把这份稿从列表里拿走？文件留在“laid-aside”文件夹里，能找回。',
    'Take this draft off the list? Its files are kept in the folder laid-aside.',
  ],
  undo: ['撤回', 'Undo'],
  undone: ['已撤回', 'Undone'],
  undoing: ['正在撤回…', 'Undoing…'],
  fromWord: ['Word 稿', 'Word draft'],
  fromLibrary: ['修改库里的', 'Edit of the library'],
  fromProject: ['项目的草案', 'Draft of a project'],
  fromNothing: ['新建', 'New'],
  errors: ['{n} 错误', '{n} {n?error|errors}'],
  warnings: ['{n} 提醒', '{n} {n?warning|warnings}'],
  clean: ['没有发现', 'no findings'],
  back: ['工作台', 'Desk'],
  saved: ['已存', 'Saved'],
  saving: ['正在存…', 'Saving…'],
  away: [
    '编写台没有回应。写下的先存在浏览器里，恢复后自动存好。',
    'The desk does not answer. What you write is kept in this browser and saved when it is back.',
  ],
  awayForm: [
    '编写台没有回应。填的还在这里：等编写台恢复，再按一次；已经办成的，会告诉您，不会办两遍。',
    'The desk does not answer. What you filled in is still here: press once more when the desk is back. What has been done by then is not done twice.',
  ],
  text: ['正文', 'Text'],
  findings: ['发现', 'Findings'],
  facts: ['信息', 'Facts'],
  import: ['导入报告', 'Import'],
  preview: ['预览', 'Preview'],
  publish: ['公布…', 'Publish…'],
  texts: ['两种文字', 'Texts'],
  textZh: ['中文', 'Chinese'],
  textEn: ['英文', 'English'],
  beginEn: ['写英文版', 'Write the English text'],
  dropEn: ['放下英文版', 'Lay the English text aside'],
  dropEnAsk: [
    '把英文版从这份稿里拿走？中文版不动。英文版留在“laid-aside”文件夹里，能找回。',
    'Take the English text out of this draft? The Chinese one stays. Its file is kept in the folder laid-aside.',
  ],
  untitled: ['（没有名称）', '(no title)'],
  noNumber: ['（没有编号）', '(no number)'],
  fix: ['改好', 'Fix'],
  accept: ['接受建议', 'Accept'],
  fixAll: ['能改的都改好', 'Fix everything that can be fixed'],
  line: ['第 {n} 行', 'line {n}'],
  inFacts: ['文件信息', 'facts'],
  noFindings: ['没有发现。', 'No findings.'],
  mended: ['自动改好 {n} 处', '{n} {n?place|places} corrected automatically'],
  paragraphs: ['共 {n} 段，{m} 段进了正文', '{n} {n?paragraph|paragraphs}, {m} in the text'],
  needsPerson: ['要您看一眼', 'Needs your attention'],
  forTheRecord: ['备查', 'For the record'],
  noReport: ['这份稿不是从 Word 导入的。', 'This draft was not imported from Word.'],
  paragraph: ['第 {n} 段', 'paragraph {n}'],
  add: ['添加', 'Add'],
  remove: ['去掉', 'Remove'],
  addRow: ['再加一项', 'Add another'],
  required: ['必填', 'required'],
  choiceNone: ['（不写）', '(none)'],
  yes: ['是', 'Yes'],
  publishTitle: ['公布前看一遍', 'Review before publishing'],
  publishNow: ['公布', 'Publish'],
  publishing: ['正在公布…', 'Publishing…'],
  cancel: ['回去改', 'Back to the text'],
  close: ['关闭', 'Close'],
  filesChanged: ['会改动标准库里的 {n} 个文件', '{n} {n?file|files} of the library will change'],
  nothingChanged: [
    '和标准库里的一样，没有要公布的。',
    'The same as in the library; there is nothing to publish.',
  ],
  blocked: ['有 {n} 处错误，先改正：', '{n} {n?error|errors} to correct first:'],
  added: ['新增', 'new'],
  changed: ['改动', 'changed'],
  removed: ['删除', 'removed'],
  picture: ['图片', 'picture'],
  isPublished: ['已公布', 'Published'],
  publishedIn: ['{s} 秒，重做 {n} 页', '{n} {n?page|pages} rebuilt in {s} s'],
  openLive: ['打开公布的页面', 'Open the published page'],
  issueNow: ['正式发布', 'Issue the standard'],
  issueLead: [
    '把状态改为已发布，并写上日期。',
    'Sets the status to published and enters the dates.',
  ],
  issued: ['发布日期', 'Date of issue'],
  implemented: ['实施日期', 'Date of implementation'],
  setIssued: ['写上', 'Enter'],
  conflictTitle: ['两边写的不一样', 'Two versions'],
  conflictLead: [
    '这份稿在别的窗口或上次断开之后有了另一个样子。两份都在，选一份继续；另一份不会丢，存在“laid-aside”文件夹里。',
    'Another window, or an earlier visit, has another version. Choose one to go on with; the other is kept in the folder laid-aside.',
  ],
  goneTitle: ['这份稿被放下了', 'This draft was laid aside'],
  goneLead: [
    '是在别的窗口放下的，或者已经公布。这里写的还在这个窗口里；拿回来就存上。',
    'It was laid aside in another window, or published. What you wrote is still in this window, and is saved once the draft is back.',
  ],
  bringBack: ['拿回来接着写', 'Bring it back and go on'],
  keepMine: ['用这个窗口里的', 'Use the one in this window'],
  takeTheirs: ['用编写台存的', 'Use the one on the desk'],
  pictureTitle: ['图题', 'Title of the figure'],
  status: ['状态', 'Status'],
  date: ['实施', 'In force'],
  actions: ['操作', 'Actions'],
  editorLabel: ['标准的正文', 'Text of the standard'],
  more: ['还有 {n} 项', '{n} more'],
  acts: ['办理', 'Act'],
  actTitle: ['办理', 'Act on a standard'],
  actName: ['办什么', 'What to do'],
  revise: ['修订：建新版的草案', 'Revise: a draft of the next edition'],
  confirm: ['复审：继续有效', 'Review: confirmed'],
  withdraw: ['废止', 'Withdraw'],
  renumber: ['换编号', 'Renumber'],
  amend: ['修改单：改几条', 'Amend: change clauses by an amendment sheet'],
  correct: ['勘误：改印错的字', 'Corrigendum: correct misprinted words'],
  transfer: ['转为另一类标准', 'Transfer to another kind'],
  issue: ['发布这个项目', 'Publish this project'],
  'act-on': ['办理日期', 'Date'],
  'act-notice-day': ['公告日期', 'Date of the notice'],
  'act-review-day': ['复审日期', 'Date of the review'],
  'act-reviewed': [
    '复审日期（复审结论为废止时填）',
    'Date of the review that led to it (optional)',
  ],
  'act-number': ['新编号（可不填）', 'New number (optional)'],
  'act-new-number': ['新编号', 'New number'],
  'act-issue-number': ['标准编号（不填用下一个空号）', 'Number (the next free one if left blank)'],
  'act-from': [
    '自哪天起废止（不填就是公告日期）',
    'Withdrawn from (the date of the notice if left blank)',
  ],
  'act-reason': ['废止原因', 'Reason'],
  'act-by': ['接替它的标准编号（可不填）', 'Number of the standard that replaces it (optional)'],
  'act-sheet-day': ['修改单发布日期', 'Date of the amendment'],
  'act-sheet-from': ['修改单实施日期', 'Amendment in force from'],
  'act-wrong': ['印错的字', 'Misprinted words'],
  'act-right': ['改为', 'Correct words'],
  'act-issuer': ['新的发布机构', 'New issuer'],
  actClause: ['哪一条', 'Clause'],
  actSelect: [
    '在上面用鼠标选中印错的字，就填到“印错的字”里；一条里有两处一样的，把前后的几个字也选上。',
    'Select the misprinted words above to fill them in; where they occur twice, select a few words around them as well.',
  ],
  actChangeClause: ['改这一条', 'Change this clause'],
  actWords: ['{name} 改成', 'New wording of {name}'],
  projects: ['项目', 'Projects'],
  project: ['项目', 'Project'],
  stage: ['阶段', 'Stage'],
  due: ['下一步', 'Next step'],
  'due-by': ['{day} 前{stage}', '{stage} by {day}'],
  'due-from': ['{day} 起可{stage}', '{stage} not before {day}'],
  'due-begins': ['{day} {stage}', '{stage} on {day}'],
  'due-until': ['{stage}到 {day} 止', '{stage} ends {day}'],
  daysLate: ['超期 {n} 天', '{n} {n?day|days} late'],
  daysLeft: ['还有 {n} 天', '{n} {n?day|days} left'],
  faultsAtFields: [
    '有 {n} 处要改，写在各处下面；填的都还在。',
    '{n} {n?field|fields} to correct; each says how. What you filled in is kept.',
  ],
  beginIt: ['立项…', 'Begin a project…'],
  begin: ['立项：新建一个项目', 'Begin a project'],
  beginLead: [
    '名称、类别和立项日期要写，其余知道的写上；期限按期限文件从立项日期算。',
    'Title, kind and day are needed; fill in of the rest what is known. Limits are counted from that day.',
  ],
  noProjects: [
    '还没有项目。标准从立项开始：按“立项…”。',
    'No projects yet. A standard begins with one: press “Begin a project…”.',
  ],
  beginTitle: ['中文名称', 'Chinese title'],
  beginTitleEn: ['英文名称（可不填）', 'English title (optional)'],
  beginKind: ['哪一类标准', 'Kind of standard'],
  beginNature: ['强制还是推荐', 'Mandatory or recommended'],
  beginPlan: ['计划号（可不填）', 'Plan number (optional)'],
  beginDay: ['立项日期', 'Begun on'],
  beginUntil: ['计划何时起草完（可不填）', 'Draft planned to be ready by (optional)'],
  beginWork: ['制定还是修订', 'New or a revision'],
  beginNew: ['制定', 'A new standard'],
  beginRevision: ['修订', 'A revision'],
  beginRevises: ['修订哪一项标准', 'Standard that it revises'],
  beginAdopts: ['采用的国际或国外标准（可不填）', 'International standard adopted (optional)'],
  beginDegree: ['一致性程度', 'Degree of correspondence'],
  beginChains: ['产业链或领域（可不填）', 'Industrial chain or field (optional)'],
  beginProposed: ['提出单位', 'Proposed by'],
  beginAdministered: ['归口单位', 'Administered by'],
  beginDrafted: ['起草单位', 'Drafted by'],
  beginSeveral: ['几个单位用“、”隔开。', 'Put a semicolon between several bodies.'],
  beginContact: ['征求意见时意见寄到哪里（可不填）', 'Where comments go (optional)'],
  beginOffice: ['单位', 'Office'],
  beginEmail: ['电子邮箱', 'E-mail'],
  beginPhone: ['电话', 'Telephone'],
  noKinds: [
    '这个标准库没有 project-kinds.yaml，还不能立项。请管理员照 docs/lifecycle.md 的“类别”写一个。',
    'This library has no project-kinds.yaml, so that no project can begin. Ask its keeper to write one after “Kinds” in docs/lifecycle.md.',
  ],
  goOn: ['接着写', 'Go on writing'],
  advanceIt: ['阶段…', 'Stage…'],
  wordOf: ['Word 稿…', 'Word draft…'],
  advance: ['这一阶段结束，进到下一阶段', 'End this stage and move to the next'],
  stageEnded: ['“{stage}”结束日期', '{stage} ended on'],
  stageNext: ['进到', 'Next stage'],
  stageOnlyEnds: ['（先只写结束）', '(only end this stage)'],
  stageBegan: ['自哪天起', 'Starts on'],
  stageUntil: ['截止日期', 'Closing date'],
  dropLeadProject: [
    '.docx，100 MB 以内。先放在“正在写”里，改好以后按“公布…”写进项目；项目原有的稿到那时才换。',
    '.docx, up to 100 MB. It becomes a draft in progress first; publishing puts it into the project, in place of the text that is there.',
  ],
  issueIt: ['发布…', 'Issue…'],
  commentsOf: ['意见…', 'Comments…'],
  laterProjects: ['其余 {n} 个项目', 'Other projects: {n}'],
  commentsTitle: ['征求意见收到的意见', 'Comments on the draft'],
  commentsCount: ['已记入 {n} 条，{m} 条还没有处理', '{n} recorded, {m} not yet resolved'],
  commentsDrop: [
    '把收到的意见拖到这里：征求意见页做出的 JSON、CSV，或按章条编号、修改意见、理由填的表。一次可以多个。',
    'Drop the files of comments here: JSON, CSV or XLSX, several at once.',
  ],
  commentsChoose: ['选择意见文件', 'Choose files of comments'],
  commentsTable: ['下载意见汇总处理表：', 'Download the table of comments:'],
  commentsTableExcel: ['Excel（填好读回）', 'Excel (to fill in and read back)'],
  commentsTableWord: ['Word（归档）', 'Word (to file)'],
  decidedDrop: [
    '在表里填好处理意见和理由，再拖回这里。',
    'Fill in the decisions in the table and drop it back here.',
  ],
  decidedChoose: ['选择填好的表', 'Choose the completed table'],
  reading: ['正在读…', 'Reading…'],
  noneKept: [
    '一条也没有记。按上面说的改好，再选一次文件。',
    'None was recorded. Correct what is listed above and choose the file again.',
  ],
  keepComments: ['记入并公布', 'Record them and publish'],
  actLook: ['看会改什么', 'Preview the changes'],
  actLooking: ['正在看会改什么…', 'Checking what will change…'],
  leaveAsk: [
    '关掉？填的还没有办理，关掉就没有了。',
    'Close? What you filled in has not been carried out and will be lost.',
  ],
  actNow: ['办理并公布', 'Carry out and publish'],
  approvalTitle: ['送审', 'Approval'],
  noRequests: ['没有等您看的。', 'Nothing is waiting for you.'],
  askFor: ['送审', 'Submit for approval'],
  askLead: [
    '公布以前要另一个人同意。同意的就是这里列出的改动；再改一个字，就要重新送审。',
    'Someone else has to approve the changes listed here before they are published. If anything changes after that, submit again.',
  ],
  remark: ['意见', 'Remark'],
  remarkAsk: ['给审核人的话（可不填）', 'Note to the reviewer (optional)'],
  asked: [
    '已送审。同意以后由公布人公布。',
    'Submitted. Once approved, a publisher can publish it.',
  ],
  waitingFor: [
    '{name} 已送审，等另一个人同意。',
    '{name} has submitted this; it is waiting for approval.',
  ],
  approvedBy: ['{name} 已同意。', 'Approved by {name}.'],
  notPublisher: ['由公布人公布。', 'To be published by a publisher.'],
  approve: ['同意', 'Approve'],
  returnIt: ['退回', 'Return'],
  takeBack: ['收回', 'Take back'],
  lookAt: ['看', 'View'],
  'state-waiting': ['等同意', 'waiting for approval'],
  'state-approved': ['已同意，等公布', 'approved, not yet published'],
  'state-returned': ['已退回', 'returned'],
  'state-taken-back': ['已收回', 'taken back'],
  'state-void': ['作废：内容又改过', 'void: changed since'],
  'state-done': ['已公布', 'published'],
  'refused-own': [
    '有您写的或是您送审的，要由另一个人同意。',
    'You wrote or submitted it; someone else has to approve it.',
  ],
  askedBy: ['{name} 送审', 'submitted by {name}'],
  seeDraft: ['看公布后的样子', 'See it as it will be published'],
  log: ['日志', 'Log'],
  logLead: [
    '谁在什么时候办了什么，一条接一条，只增不改。每条带着上一条的摘要：改过、删过就对不上。',
    'Who did what and when. Entries are only ever added, and each carries the digest of the one before, so that a change or a deletion shows.',
  ],
  logWhole: ['共 {n} 条，没有改动过。最后一条：', '{n} {n?entry|entries}, none changed. The last:'],
  logBroken: ['日志被改动过：', 'The log was tampered with:'],
  logCsv: ['下载全部（CSV）', 'Download all (CSV)'],
  logHead: [
    '抄下最后一条的序号和摘要，放在别处：以后能看出结尾有没有被截去。',
    'Note the last number and digest somewhere else: they will show later whether the end was cut off.',
  ],
  logWhen: ['时间', 'When'],
  logWho: ['谁', 'Who'],
  logWhat: ['办了什么', 'What'],
  logOf: ['对象', 'Subject'],
  logSaid: ['说明', 'Remark'],
  previewTitle: ['公布后的样子', 'As it will be published'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

export type Word = keyof typeof words;

const key = 'biaolian-desk-language';

let language: 'zh' | 'en' = readLanguage();

function readLanguage(): 'zh' | 'en' {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

/** The language that the desk speaks. */
export const spoken = (): 'zh' | 'en' => language;

/** Goes over to the other language; the page is to be made anew. */
export function switchLanguage(): void {
  language = language === 'zh' ? 'en' : 'zh';
  try {
    localStorage.setItem(key, language);
  } catch {
    // Storage may be switched off: the choice holds for this page.
  }
}

/** A text of the desk, with values in its places: `{n}`, and `{n?day|days}` by how many there are. */
export function t(word: Word, values: Readonly<Record<string, string | number>> = {}): string {
  const text = words[word][language === 'zh' ? 0 : 1];
  return text
    .replaceAll(/\{(\w+)\?([^|}]*)\|([^}]*)\}/g, (_, name: string, one: string, many: string) =>
      values[name] === 1 ? one : many,
    )
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** A text that is there in both languages. */
export const say = (text: Bilingual): string => text[language];

/** A moment of today as hours and minutes, any other with its day. */
export function sayTime(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = `${two(date.getHours())}:${two(date.getMinutes())}`;
  const isToday = date.toDateString() === new Date().toDateString();
  return isToday
    ? time
    : `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${time}`;
}
