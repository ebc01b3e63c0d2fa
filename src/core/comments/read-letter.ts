import type { Bilingual } from '../base/bilingual.ts';
import { isObject, parseJson } from '../base/json.ts';
import { commentFormat, commentLimits } from './format.ts';
import type { CommentLetter } from './format.ts';
import { commentLetter } from './schema.ts';

/** Returns the comments of a JSON file; or in a sentence why it is none: another format, another version, values that are wrong. */
export function readLetter(text: string): CommentLetter | Bilingual {
  const data = parseJson(text);
  if (data === undefined) {
    return {
      zh: '不是合法的 JSON：请发件人用征求意见页重新生成',
      en: 'it is no valid JSON: ask its sender to make it anew on the page of the draft',
    };
  }
  const { format, version } = isObject(data) ? data : {};
  if (format !== commentFormat) {
    return {
      zh: `不是意见文件（format 不是 ${commentFormat}）`,
      en: `it is no file of comments (its format is not ${commentFormat})`,
    };
  }
  if (version !== 1) {
    return {
      zh: '是别的版本的意见文件，这里只读第 1 版',
      en: 'it is a file of comments of another version; version 1 is read',
    };
  }
  return validate(data);
}

function validate(data: unknown): CommentLetter | Bilingual {
  const result = commentLetter.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue?.path.join('.') ?? '';
  return {
    zh: `${place || '内容'} 写得不对：一份至多 ${commentLimits.comments} 条，每条有章条编号和意见，各不超过 ${commentLimits.text} 字`,
    en: `${place || 'its content'} is wrong: at most ${commentLimits.comments} comments, each with a clause and its words, ${commentLimits.text} characters at most`,
  };
}

/** What the columns are called by who fills a table in. */
const heads = {
  project: /^(?:项目|项目标识|project)$/i,
  clause: /^(?:章条(?:编号|号)?|条款(?:编号|号)?|章节号?|clause)$/i,
  comment: /^(?:修改意见|意见(?:内容)?|修改意见内容|意见和建议|comment)$/i,
  reason: /^(?:理由|修改理由|意见理由|依据|reason)$/i,
  organisation: /^(?:提出单位|提意见单位|单位|单位名称|organi[sz]ation)$/i,
  named: /^(?:同意公开单位|公开单位)$/,
  name: /^(?:姓名|联系人|提出人|name)$/i,
  contact: /^(?:联系方式|电话|电子邮箱|邮箱|contact)$/i,
  made: /^(?:日期|提出日期|date)$/i,
} as const;
type Column = keyof typeof heads;

/** A head stands this far down at most: above it a form has its title and who fills it in. */
const deepestHead = 20;

const clean = (cell: string): string => cell.replace(/^'(?=.)/, '').trim();
const bare = (cell: string): string => clean(cell).replaceAll(/[\s*：:（）()]|必填|选填/g, '');

/** Returns which row of a table names the columns of comments; -1 where none does. */
export function findCommentHead(rows: readonly (readonly string[])[]): number {
  return rows.slice(0, deepestHead).findIndex((row) => {
    const found = findColumns(row);
    return found.has('clause') && found.has('comment');
  });
}

/**
 * Returns the comments of a table, one letter for each project and organisation; or in a sentence why it holds none. Above the head
 * a form may say who fills it in: 「提出单位｜某某公司」.
 */
export function readCommentTable(
  rows: readonly (readonly string[])[],
): readonly CommentLetter[] | Bilingual {
  const at = findCommentHead(rows);
  if (at === -1) {
    return {
      zh: '没有找到“章条编号”和“修改意见”两栏，不是意见表',
      en: 'it has no columns 章条编号 (clause) and 修改意见 (comment): it is no table of comments',
    };
  }
  const columns = findColumns(rows[at] ?? []);
  const above = readAbove(rows.slice(0, at));
  const letters = new Map<
    string,
    { head: Partial<Record<Column, string>>; rows: Partial<Record<Column, string>>[] }
  >();
  for (const row of rows.slice(at + 1)) {
    const cells = Object.fromEntries(
      [...columns].map(([name, index]) => [name, clean(row[index] ?? '')]),
    ) as Partial<Record<Column, string>>;
    if (!cells.comment && !cells.reason) continue;
    const said: Partial<Record<Column, string>> = { ...above };
    for (const name of ['project', 'organisation', 'named', 'name', 'contact', 'made'] as const)
      if (cells[name]) said[name] = cells[name];
    const key = JSON.stringify([said.project, said.organisation, said.named]);
    const letter = letters.get(key);
    if (letter) letter.rows.push(cells);
    else letters.set(key, { head: said, rows: [cells] });
  }
  if (letters.size === 0) return { zh: '表里没有一条意见', en: 'the table holds no comment' };
  const read: CommentLetter[] = [];
  for (const { head, rows: written } of letters.values()) {
    const letter = validate({
      format: commentFormat,
      version: 1,
      project: head.project ?? '',
      ...(head.organisation && { organisation: head.organisation }),
      ...(/^\d{4}-\d{2}-\d{2}$/.test(head.made ?? '') && { made: head.made }),
      publishOrganisation: /^(?:是|同意|yes|y|√)$/i.test(head.named ?? ''),
      comments: written.map(({ clause, comment, reason }) => ({
        clause: clause || '全文',
        comment,
        ...(reason && { reason }),
      })),
    });
    if ('zh' in letter) return letter;
    read.push(letter);
  }
  return read;
}

function findColumns(row: readonly string[]): ReadonlyMap<Column, number> {
  const found = new Map<Column, number>();
  for (const [index, cell] of row.slice(0, 50).entries()) {
    const name = nameOf(cell);
    if (name && !found.has(name)) found.set(name, index);
  }
  return found;
}

function nameOf(cell: string): Column | undefined {
  const head = bare(cell.slice(0, 40));
  return (Object.keys(heads) as Column[]).find((name) => heads[name].test(head));
}

function readAbove(rows: readonly (readonly string[])[]): Partial<Record<Column, string>> {
  const said: Partial<Record<Column, string>> = {};
  for (const row of rows) {
    const cells = row.map(clean).filter(Boolean);
    cells.forEach((cell, index) => {
      const name = nameOf(cell);
      const value = cells[index + 1];
      if (name && value !== undefined && nameOf(value) === undefined) said[name] ??= value;
    });
  }
  return said;
}
