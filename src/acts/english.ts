import { draftPlan } from './draft-plan.ts';
import { ActRefused } from './plan.ts';
import type { ActPlan } from './plan.ts';

const englishFile = 'index.en.md';

/**
 * Plans to put an English text beside the Chinese one of a folder (`standards/local/db9902-t-12-2023`): `files` are
 * `index.en.md`, pictures and what else belongs to it, by name. Files that are there stay as they are; a picture that is there
 * with other bytes is left out with a warning.
 *
 * @throws {ActRefused} where the folder has no Chinese text, or has another English one
 */
export function planEnglish(
  dir: string,
  path: string,
  files: ReadonlyMap<string, Uint8Array>,
): ActPlan {
  const plan = draftPlan(dir);
  if (plan.readBytes(`${path}/index.md`) === null) throw chineseFirst(path);
  for (const [name, bytes] of files) {
    const before = plan.readBytes(`${path}/${name}`);
    const isSame = before !== null && Buffer.compare(before, bytes) === 0;
    if (before !== null && !isSame && name === englishFile) throw englishThere(path);
    // A report is no part of the text: the last one stands.
    if (before === null || isSame || name.endsWith('.html'))
      plan.write(`${path}/${name}`, bytes, added);
    else {
      plan.warn({
        zh: `${path}/${name} 已经有了，内容不同，没有改动；英文本用的是原来那个，请核对`,
        en: `${path}/${name} exists already with other content and stays as it is; the English text shows that one, check it`,
      });
    }
  }
  return plan.finish({
    zh: `在 ${path} 加上英文本`,
    en: `Add the English text of ${path}`,
  });
}

const added = { zh: '加上', en: 'is added' };

/** What is said of an English text that has no Chinese one to go beside. */
const chineseFirst = (path: string): ActRefused =>
  new ActRefused(
    {
      zh: `这是英文本，而标准库里没有它的中文本（${path}/index.md）；没有改动。`,
      en: `This is an English text, and the library has no Chinese text for it (${path}/index.md); nothing was changed.`,
    },
    {
      zh: '先导入或新建中文本；两种文字的文件也可以在一条命令里一起给出。',
      en: 'Import or begin the Chinese text first; both files can be given in one command.',
    },
  );

const englishThere = (path: string): ActRefused =>
  new ActRefused(
    {
      zh: `${path}/${englishFile} 已经有了，没有改动。`,
      en: `${path}/${englishFile} exists already; nothing was changed.`,
    },
    {
      zh: '要换成这一份，先移走那个文件；只看报告加 --dry-run。',
      en: 'To have this one, move that file away first; --dry-run shows the report only.',
    },
  );
