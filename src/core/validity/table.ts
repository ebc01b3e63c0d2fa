import type { DayStanding } from '../catalog/day-status.ts';
import type { Language } from '../model/standard.ts';
import type { CheckedNumber, TitleCheck } from './checked.ts';
import { rankPlatforms } from '../number/index.ts';
import { dayStatusTerms, statusTerms } from '../terms/index.ts';
import type { SuccessorStep } from './known.ts';
import { verdictWords } from './words.ts';

const heads: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '位置',
    '原文',
    '编号',
    '名称',
    '结论',
    '库中的版本',
    '状态',
    '状态起始日',
    '将变动日',
    '代替它的标准',
    '各自的实施日',
    '说明',
  ],
  en: [
    'Place',
    'As written',
    'Number',
    'Title',
    'Result',
    'Edition here',
    'Status',
    'Since',
    'Until',
    'Replaced by',
    'Each in force from',
    'Note',
  ],
};

/** The heads of the columns of a result, and a row for each number, as text. */
export function tabulate(
  checked: readonly CheckedNumber[],
  language: Language,
): { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  return { heads: heads[language], rows: checked.map((each) => toCells(each, language)) };
}

function toCells(each: CheckedNumber, language: Language): readonly string[] {
  const { place, written, proper = '', verdict, standard, status, successors } = each;
  const words = verdictWords.find((word) => word.verdict === verdict);
  const titleOf = language === 'zh' ? standard?.title : (standard?.titleEn ?? standard?.title);
  const chain = successors.map((step) => nameStep(step, language)).join(' → ');
  const days = successors.map(({ implemented }) => implemented ?? '?').join(' → ');
  return [
    place,
    written,
    proper,
    titleOf ?? '',
    words?.[language] ?? verdict,
    standard?.number ?? '',
    // That of another edition is no status of what the list names.
    ...(verdict === 'other-edition'
      ? ['', '', '']
      : [status?.status ?? '', status?.since ?? '', status?.until ?? '']),
    chain,
    days,
    describeNotes(each, language).join(language === 'zh' ? '；' : '; '),
  ];
}

/** One that replaces another; with its status where that is no end of the search. */
function nameStep({ key, standard, status }: SuccessorStep, language: Language): string {
  const number = standard?.number ?? key;
  if (status !== '废止' && status !== '未知') return number;
  const word = dayStatusTerms.find(({ value }) => value === status)?.[language] ?? status;
  return language === 'zh' ? `${number}（${word}）` : `${number} (${word})`;
}

/** What has to be said of a number beside its status, in sentences without their full stops. */
function describeNotes(each: CheckedNumber, language: Language): readonly string[] {
  const { duplicateOf, near, level, reason, title, verdict, standard, status, number } = each;
  const { remarks, successors } = each;
  const zh = language === 'zh';
  const notes: string[] = [];
  if (reason) notes.push(reason[language]);
  if (verdict === 'other-edition' && standard) {
    notes.push(describeEdition(standard.number, status, language));
  }
  if (standard?.origin) {
    const { origin } = standard;
    notes.push(zh ? `这是${origin.zh}的标准` : `a standard of ${origin.en}`);
  }
  notes.push(...(remarks ?? []).map((remark) => remark[language]));
  notes.push(...describeEnd(successors, language));
  if (level === 'undated') notes.push(zh ? '清单没有注年号' : 'the list gives no year');
  const offered = near
    .map(({ standard: { number: printed, title: name } }) => `${printed} ${name}`)
    .join(zh ? '、' : ', ');
  if (verdict === 'question' && offered)
    notes.push(zh ? `是不是 ${offered}？` : `is it ${offered}?`);
  if (verdict === 'absent') {
    const [platform] = rankPlatforms(number?.family);
    notes.push(zh ? '不能据此判断是否有效' : 'that says nothing of its validity');
    if (platform)
      notes.push(
        zh ? `可到${platform.zh}（${platform.url}）查` : `look at ${platform.en} (${platform.url})`,
      );
    if (offered) notes.push(zh ? `相近的有 ${offered}` : `near it: ${offered}`);
  }
  if (title) notes.push(...describeTitle(title, language));
  if (status) notes.push(...describeStanding(status, language));
  if (duplicateOf !== undefined)
    notes.push(zh ? `与 ${duplicateOf} 重复` : `stands at ${duplicateOf} already`);
  return notes;
}

/** The edition that is here, with what it is: it may be none to be used yet. */
function describeEdition(
  number: string,
  status: DayStanding | undefined,
  language: Language,
): string {
  const zh = language === 'zh';
  const word = dayStatusTerms.find(({ value }) => value === status?.status)?.[language];
  const until = status?.status === '即将实施' ? status.until : undefined;
  const said = [word, until === undefined ? undefined : zh ? `${until} 起` : `from ${until}`]
    .filter((each) => each !== undefined)
    .join(zh ? '，' : ', ');
  if (said === '') return zh ? `库中有的是 ${number}` : `this library has ${number}`;
  return zh ? `库中有的是 ${number}（${said}）` : `this library has ${number} (${said})`;
}

/** That a chain of replacements leads to nothing in force. */
function describeEnd(
  successors: CheckedNumber['successors'],
  language: Language,
): readonly string[] {
  const last = successors.at(-1);
  if (!last || (last.status !== '废止' && last.status !== '被代替')) return [];
  const number = last.standard?.number ?? last.key;
  return [
    language === 'zh'
      ? `${number} 也已${last.status === '废止' ? '废止' : '被代替'}，库中没有现行的接替者`
      : `${number} is no longer in force either; this library knows of nothing in force that follows it`,
  ];
}

function describeStanding(
  { partlyReplacedBy, heard }: DayStanding,
  language: Language,
): readonly string[] {
  const zh = language === 'zh';
  const notes: string[] = [];
  if (partlyReplacedBy.length > 0) {
    const parts = partlyReplacedBy.join(zh ? '、' : ', ');
    notes.push(zh ? `部分被 ${parts} 代替` : `partly replaced by ${parts}`);
  }
  if (heard) {
    const word = statusTerms.find(({ value }) => value === heard.status)?.[language];
    notes.push(
      zh
        ? `只知道 ${heard.asOf} 时是“${word}”，不知道所选的那一天`
        : `known only as of ${heard.asOf} ("${word}"), not for the day chosen`,
    );
  }
  return notes;
}

function describeTitle(
  { result, written, owner }: TitleCheck,
  language: Language,
): readonly string[] {
  const zh = language === 'zh';
  if (result === 'other' && owner) {
    return [
      zh
        ? `旁边的名称“${written}”是 ${owner.number} 的`
        : `the title beside it, "${written}", is that of ${owner.number}`,
    ];
  }
  if (result !== 'different') return [];
  return [
    zh
      ? `旁边的名称“${written}”与库中的不同`
      : `the title beside it, "${written}", is another than here`,
  ];
}
