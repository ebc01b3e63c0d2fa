import { findUnseen, nameCodePoint, replaceUnseen } from '#core/characters/index.ts';
import type { FoundUnseen, UnseenKind } from '#core/characters/index.ts';
import type { Bilingual, Severity } from '#core/model/diagnostic.ts';
import { findUnseenEntities } from '#core/text/syntax/entities.ts';
import type { DocumentRule } from '../rule.ts';

interface Said {
  readonly name: Bilingual;
  readonly severity: Severity;
}

const said: Readonly<Record<UnseenKind, Said>> = {
  bidi: {
    name: { zh: '改变书写方向的控制符', en: 'a character that turns the direction of writing' },
    severity: 'error',
  },
  control: { name: { zh: '控制字符', en: 'a control character' }, severity: 'error' },
  damaged: {
    name: { zh: '丢失了原字的替代符', en: 'the sign of a character that was lost' },
    severity: 'error',
  },
  private: {
    name: { zh: '只有某种字体才有的字符', en: 'a character that only a certain font can draw' },
    severity: 'warning',
  },
  noncharacter: { name: { zh: '不是字符的码位', en: 'no character at all' }, severity: 'error' },
  format: {
    name: { zh: '看不见的字符', en: 'a character that nobody sees' },
    severity: 'warning',
  },
};

/** Neighbours of one kind as one: a fix takes them out together. */
function joinNeighbours(found: readonly FoundUnseen[]): readonly FoundUnseen[] {
  const joined: FoundUnseen[] = [];
  for (const each of found) {
    const last = joined.at(-1);
    if (last?.kind === each.kind && last.start + last.found.length === each.start)
      joined[joined.length - 1] = { ...last, found: last.found + each.found };
    else joined.push(each);
  }
  return joined;
}

function hintAt({ kind, found }: FoundUnseen): Bilingual {
  if (kind === 'private')
    return {
      zh: '多半是 Word 里符号字体的项目符号或记号，换成看得见的字',
      en: 'Probably a mark of a symbol font of Word; type what is meant',
    };
  if (kind === 'damaged' && found !== '\uFFFC')
    return { zh: '对照原稿补上丢失的字', en: 'Look up the original and type what was lost' };
  return {
    zh: '删去它；阅读和检索时当它不在',
    en: 'Delete it; it is read as if it were not there',
  };
}

/** Letters of other scripts carry one or two combining marks, Chinese characters none. */
const tooMany = /\p{M}{3,}|(?<=\p{Script=Han})[\u0300-\u036F]+/gu;

export const invisibleCharacter: DocumentRule = {
  id: 'invisible-character',
  scope: 'document',
  severity: 'warning',
  source: '标链',
  summary: {
    zh: '没有看不见的、丢失了的、字体专用的字符（零宽、方向控制、NUL、U+FFFD、私用区）；方向控制、控制字符和 U+FFFD 是错误',
    en: 'No character that nobody sees, that was lost, or that only one font has (zero-width, bidi, NUL, U+FFFD, private use); bidi, controls and U+FFFD are errors',
  },
  examples: { bad: '系统不\u200B应开机。', good: '系统不应开机。' },
  keeps: ['é', 'Ω', '１２ 级', '①', '全角　空格'],
  english: true,
  *check({ doc: { source }, isPlain, sourceRange }) {
    for (const each of isPlain ? [] : joinNeighbours(findUnseen(source))) {
      const { start, found, kind } = each;
      const end = start + found.length;
      const names = [...new Set(Array.from(found, nameCodePoint))].slice(0, 4).join(' ');
      const { name, severity } = said[kind];
      const put = Array.from(found, (one) => replaceUnseen({ start, found: one, kind })).join('');
      yield {
        range: sourceRange(start, end),
        severity,
        message: { zh: `${name.zh}（${names}）`, en: `${names}: ${name.en}` },
        hint: hintAt(each),
        ...(put.includes('\uFFFD') ? {} : { fix: { start, end, text: put } }),
      };
    }
    for (const { start, end, found } of findUnseenEntities(source)) {
      yield {
        range: sourceRange(start, end),
        message: {
          zh: `${found} 是看不见的字符，按字面印出`,
          en: `${found} stands for a character that nobody sees and prints as typed`,
        },
        hint: { zh: '删去它', en: 'Delete it' },
        fix: { start, end, text: '' },
      };
    }
    if (isPlain) return;
    for (const { index, 0: found } of source.matchAll(tooMany)) {
      yield {
        range: sourceRange(index, index + found.length),
        message: {
          zh: `一个字上叠了 ${Array.from(found).length} 个附加符号`,
          en: `${Array.from(found).length} combining marks stand on one letter`,
        },
        hint: { zh: '删去多余的', en: 'Delete those too many' },
      };
    }
  },
};
