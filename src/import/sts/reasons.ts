import type { Bilingual } from '#core/base/bilingual.ts';

/** An element whose words were taken and whose sense was not. */
export const unknownElement = (name: string): Bilingual => ({
  zh: `不认得元素 ${name}，只取了文字`,
  en: `the element ${name} is not known: only its words were taken`,
});

/** Text that nothing took. */
export const untaken = (name: string): Bilingual => ({
  zh: `${name} 里的文字没有导入，要用就照原件补`,
  en: `the text of ${name} was not taken: add it from the file if it is needed`,
});

/** A fact of the head of a file that the front matter has no place for. */
export const unknownFact = (name: string): Bilingual => ({
  zh: `题录项 ${name} 在文件头里没有位置，没有导入`,
  en: `the front matter has no place for ${name}, which was not taken`,
});

export const printedAgain: Bilingual = {
  zh: '自动印出，不写进正文',
  en: 'is printed by itself and not written',
};

export const natureUnknown: Bilingual = {
  zh: '附录没有写明是规范性还是资料性，按规范性写，请核对',
  en: 'the annex does not say whether it is normative: it was taken as normative, check it',
};

export const tooDeepClause: Bilingual = {
  zh: '条的层次超过六级，写作第六级',
  en: 'a clause below the sixth level was written at the sixth',
};

export const lostTarget: Bilingual = {
  zh: '交叉引用的目标没有认出来，只留下了它显示的字，请核对',
  en: 'the target of a cross-reference was not found: only its words were kept, check them',
};

export const blockInCell: Bilingual = {
  zh: '单元格里有列项、注或表，只取了文字，请核对',
  en: 'a list, a note or a table in a cell: only the words were taken, compare them',
};

export const pictureMissing: Bilingual = {
  zh: '图片文件不在旁边，写了“待补图”；请把图放进文件夹',
  en: 'the file of the picture is not beside the text; put it into the folder',
};

export const pictureUnusable: Bilingual = {
  zh: '这种图不能放上网页，请另存为 PNG 或 SVG 放进文件夹',
  en: 'no page can show this picture: save it as PNG or SVG into the folder',
};

/** Elements of MathML that are not known. */
export const mathUnknown = (names: string): Bilingual => ({
  zh: `公式里有不认得的 MathML（${names}），只取了文字，请核对`,
  en: `MathML that is not known (${names}): only its words were taken, check the formula`,
});

export const deprecatedTerm: Bilingual = {
  zh: '不再使用的术语，没有位置，没有导入',
  en: 'a deprecated term, for which there is no place',
};

export const extraName: Bilingual = {
  zh: '另一种语言或另一个优先术语，没有位置，没有导入',
  en: 'a name in another language, or a second preferred term, for which there is no place',
};

export const unsafeLink: Bilingual = {
  zh: '链接的地址不是网址，只留下了文字',
  en: 'the address of a link is no web address: only its words were kept',
};

/** Looks of type that the dialect has no mark for. */
export const lookLost = (names: string): Bilingual => ({
  zh: `字的样式没有保留：${names}`,
  en: `looks of type were not kept: ${names}`,
});

export const renumberedList: Bilingual = {
  zh: '列项的编号按次序重排，与原件不同，请核对',
  en: 'items are numbered anew by their order and differ from the file: check them',
};

/** The English text of a standard: facts of its head are those of the Chinese text. */
export const isEnglishOf = (number: string): Bilingual => ({
  zh: `这是 ${number} 的英文本，写作中文本旁边的 index.en.md；题录以中文本为准，没有改动`,
  en: `this is the English text of ${number}: index.en.md beside the Chinese one, whose facts stay as they are`,
});

export const idsLost: Bilingual = {
  zh: '只重复编号、没有引用指向的标识没有保留',
  en: 'ids that only repeat numbers, and that no reference leads to, were not kept',
};
