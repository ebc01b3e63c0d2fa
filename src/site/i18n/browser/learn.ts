/** What pages of the training base say when a reader does something. */
const zh = {
  check: '核对',
  right: '对',
  wrong: '不对',
  again: '再试一次',
  next: '下一题',
  nothingChosen: '先作答，再核对。',
  notANumber: (unit: string) =>
    unit ? `请填一个数，单位是 ${unit}（单位可以不写）。` : '请填一个数。',
  yourAnswer: '你的答案',
  severalHint: '可选几项',
  up: (item: string) => `上移：${item}`,
  down: (item: string) => `下移：${item}`,
  movedTo: (item: string, at: number) => `${item}，现在是第 ${at} 步`,
  choose: '请选择',
  openText: '打开正文，指给我看',
  loadingText: '正在打开正文……',
  noText: '正文没有打开，可能是没有网络。可以点“看答案”，或到标准的页面去看。',
  pointHint: '点正文里的那一条；用键盘时按 Tab 到那一条的圆圈，再按回车。',
  pointedAt: (label: string) => `你指的是：${label}`,
  point: (label: string) => `就是这一条：${label}`,
  markRead: '这一课学完了',
  readOn: (day: string) => `${day} 学完`,
  lessonsDone: (done: number, of: number) => `学完 ${done}/${of} 课`,
  testPassed: (right: number, of: number) => `测验通过，对 ${right}/${of}`,
  testTaken: (right: number, of: number) => `测验对 ${right}/${of}，还没有通过`,
  testLeft: (left: number) => `还有 ${left} 题`,
  testDone: (right: number, of: number) => `做完了：${of} 题对了 ${right} 题。`,
  passedText: '通过。可以打印一张自学证明。',
  failedText: '还差一点。回到错题依据的那几课看看，再来一次。',
  due: (count: number) => (count > 0 ? `现在该复习 ${count} 题` : '现在没有到期的题'),
  noQuestions: '所选的题都做过了，没有到期的。换一个主题，或过几天再来。',
  practised: (right: number, of: number) => `这一轮 ${of} 题，对了 ${right} 题。`,
  dueIn: (days: number) => (days < 1 ? '今天还会再出现' : `${Math.round(days)} 天以后再出现`),
  noStandard: '没有取到这项标准的正文。核对编号和年号；库里有正文的才能出题。',
  noneMade: '这项标准的正文里没有合适出题的句子。',
  cannotLoad: '题目没有取到，可能是没有网络。',
  imported: (lessons: number, cards: number) => `已合并：学完的课 ${lessons}，题目 ${cards}。`,
  cleared: '这台设备上的进度已清除。',
  confirmClear: '清除这台设备上的学习进度？清除以后不能恢复，可以先存成文件。',
  unreadable: '这台设备上的进度是别的版本写的，已原样放在一边；从空白开始。',
  file: {
    'too-long': '这个文件太大，不是学习进度（至多 2 MB）。什么也没有改。',
    'not-json': '这个文件读不懂，可能不完整。什么也没有改。',
    'not-progress': '这个文件不是学习进度。什么也没有改。',
    'other-version': '这个文件是别的版本的标链存的，这一版读不了。什么也没有改。',
  },
  keep: {
    refused: '浏览器不让本站存东西，进度关页就没有了；照样可以读、可以做题。',
    full: '浏览器里存不下了，这一步没有记住；照样可以读、可以做题。',
    'other-version': '进度是较新版本的标链存的，这一步没有记住。',
  },
};

const en: typeof zh = {
  check: 'Check',
  right: 'Right',
  wrong: 'Not right',
  again: 'Try again',
  next: 'Next question',
  nothingChosen: 'Answer first, then check.',
  notANumber: (unit) =>
    unit ? `Type a number, in ${unit} (the unit may be left out).` : 'Type a number.',
  yourAnswer: 'Your answer',
  severalHint: 'Several may be right',
  up: (item) => `Move up: ${item}`,
  down: (item) => `Move down: ${item}`,
  movedTo: (item, at) => `${item}, now step ${at}`,
  choose: 'Choose',
  openText: 'Open the text and point',
  loadingText: 'Opening the text…',
  noText:
    'The text could not be opened; perhaps there is no network. Show the answer instead, or read the page of the standard.',
  pointHint:
    'Tap the clause in the text; with a keyboard, press Tab until its circle is marked, then Enter.',
  pointedAt: (label) => `You point at: ${label}`,
  point: (label) => `This one: ${label}`,
  markRead: 'I have finished this lesson',
  readOn: (day) => `Finished on ${day}`,
  lessonsDone: (done, of) => `${done} of ${of} lessons finished`,
  testPassed: (right, of) => `Test passed, ${right} of ${of} right`,
  testTaken: (right, of) => `Test not passed yet, ${right} of ${of} right`,
  testLeft: (left) => (left === 1 ? '1 question left' : `${left} questions left`),
  testDone: (right, of) => `Done: ${right} of ${of} right.`,
  passedText: 'Passed. You can print a certificate of self-study.',
  failedText: 'Nearly there. Go back to the lessons behind your wrong answers, then try again.',
  due: (count) =>
    count > 0
      ? `${count} ${count === 1 ? 'question' : 'questions'} to repeat now`
      : 'Nothing is due now',
  noQuestions:
    'All questions chosen have been answered and none is due. Choose another topic, or come back in some days.',
  practised: (right, of) => `This round: ${right} of ${of} right.`,
  dueIn: (days) => {
    const whole = Math.round(days);
    if (days < 1) return 'comes back today';
    return whole === 1 ? 'comes back tomorrow' : `comes back in ${whole} days`;
  },
  noStandard:
    'The text of this standard could not be fetched. Check number and year; questions are made from texts that are in this library.',
  noneMade: 'The text of this standard has no sentence that makes a fair question.',
  cannotLoad: 'The questions could not be fetched; perhaps there is no network.',
  imported: (lessons, cards) => `Joined: ${lessons} finished lessons, ${cards} questions.`,
  cleared: 'The progress on this device has been cleared.',
  confirmClear:
    'Clear your progress on this device? It cannot be brought back; you can save it to a file first.',
  unreadable:
    'The progress on this device was written by another version; it is put aside as it is, and you start afresh.',
  file: {
    'too-long':
      'This file is too large to be learning progress (2 MB at most). Nothing was changed.',
    'not-json': 'This file cannot be read; perhaps it is not whole. Nothing was changed.',
    'not-progress': 'This file is no learning progress. Nothing was changed.',
    'other-version':
      'This file was saved by another version of Biaolian that this one cannot read. Nothing was changed.',
  },
  keep: {
    refused:
      'Your browser lets this site keep nothing, so progress is lost when the page closes; reading and answering go on.',
    full: 'Your browser has no room left, so this step was not kept; reading and answering go on.',
    'other-version':
      'The progress was kept by a later version of Biaolian; this step was not kept.',
  },
};

export const LEARN_SCRIPT = { zh, en };
export type LearnScriptWords = typeof zh;
