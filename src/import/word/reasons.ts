import type { Bilingual } from '#core/base/bilingual.ts';

/** What became of something that a draft has, in words for its author. */
export const generated: Bilingual = {
  zh: '目次、索引自动生成',
  en: 'contents and index make themselves',
};

export const titlePrinted: Bilingual = {
  zh: '第1章上方的名称自动印出',
  en: 'the title above clause 1 is printed by itself',
};

export const printedByItself: Bilingual = {
  zh: '固定的引导语，自动印出',
  en: 'a fixed lead, which is printed by itself',
};

export const inFrontMatter: Bilingual = {
  zh: '写进了文件头，由它印出',
  en: 'went into the front matter, which prints it',
};

export const unfilled: Bilingual = {
  zh: '封面上没有填写的提示，不是内容',
  en: 'a hint of the cover that nobody filled in: no content',
};

export const unkeptDay: Bilingual = {
  zh: '草案完成时间，标准里不写',
  en: 'the day the draft was finished, which a standard does not say',
};

export const onCover: Bilingual = {
  zh: '封面上的这一行没有认出来，没有写进文件头；要用就写进去',
  en: 'this line of the cover was not understood and is in no field; enter it if it is needed',
};

export const tableFootnote: Bilingual = {
  zh: '表的脚注先作为注写在表下，请改成 [^a]',
  en: 'a footnote of a table was written as a note below it; make it [^a]',
};

export const tableMissing: Bilingual = {
  zh: '表题后面没有表，作为一段文字留下了；请补上表',
  en: 'no table follows this caption, which was kept as a paragraph; add the table',
};

export const figureMissing: Bilingual = {
  zh: '图题上方没有图，写了“待补图”；请把图放进文件夹',
  en: 'no picture stands above this caption; put one into the folder',
};

export const nestedTable: Bilingual = {
  zh: '单元格里还有表，只取了文字，请核对',
  en: 'a table in a cell: only its words were taken, compare them',
};

export const coverPicture: Bilingual = {
  zh: '封面、目次上的图，不导入',
  en: 'a picture of the cover or the contents is not taken',
};

export const endLine: Bilingual = {
  zh: '终结线自动印出',
  en: 'the closing line is printed by itself',
};

export const pictureAlone: Bilingual = {
  zh: '没有图题的图，请补写图题',
  en: 'a picture without caption: add one',
};

export const lostReference: Bilingual = {
  zh: '交叉引用的目标不是章、条、表、图、公式，只留下了它显示的字，请核对',
  en: 'a cross-reference to what is no clause, table, figure or formula: only the words it shows were kept, check them',
};

export const broughtAlong: Bilingual = {
  zh: '稿子由标链写成 Word，这几项信息随文件带着，写进了文件头；改成新的一版时请核对',
  en: 'the draft was written as Word by this library and carries these facts, which went into the front matter: look at them where it has become a new edition',
};

export const bold: Bilingual = {
  zh: '加粗没有保留；条的标题用 ## 写',
  en: 'bold type was not kept; titles of clauses are written with ##',
};

/** A typed number that is not the one a clause gets. */
export const renumbered = (typed: string, given: string): Bilingual => ({
  zh: `稿中的编号是 ${typed}，按次序印出的是 ${given}，请核对`,
  en: `the draft says ${typed} and it is printed as ${given} by its order: check it`,
});

/** A picture was taken and has no text of its own for those who do not see it. */
export const namedPicture = (name: string): Bilingual => ({
  zh: `图片存为 ${name}，替代文字用了图题，请改成图上有什么`,
  en: `the picture was saved as ${name} with its caption as alternative text: say what it shows`,
});

/** A picture in a format that pages cannot show. */
export const unusablePicture = (format: string): Bilingual => ({
  zh: `${format.toUpperCase()} 格式的图不能放上网页，没有导入：请在 Word 里另存为 PNG 或 SVG 放进文件夹`,
  en: `pictures in ${format.toUpperCase()} cannot be shown on a page and this one was not taken: save it as PNG or SVG into the folder`,
});

/** A picture too large for a page. */
export const largePicture = (bytes: number, largest: number): Bilingual => ({
  zh: `这张图有 ${Math.round(bytes / 1024 / 1024)} MB，超过 ${largest / 1024 / 1024} MB，没有导入：请压缩后放进文件夹`,
  en: `this picture has ${Math.round(bytes / 1024 / 1024)} MB, more than ${largest / 1024 / 1024} MB, and was not taken: make it smaller and put it into the folder`,
});

export const lostPicture: Bilingual = {
  zh: '图片不在文件里（链接到别处或已丢失），没有导入',
  en: 'the picture is not in the file (linked from elsewhere, or lost) and was not taken',
};

/** Characters of the file that no sum has. */
export const unaccounted = (count: number): Bilingual => ({
  zh: `文件里有 ${count} 个字没有着落，请对照原稿`,
  en: `${count} characters of the file are unaccounted for: compare with the draft`,
});

export const noteLost: Bilingual = {
  zh: '脚注不在文件里，标记没有保留',
  en: 'the footnote is not in the file and its mark was not kept',
};

export const noteUnused: Bilingual = {
  zh: '没有哪里提到的脚注，没有导入',
  en: 'a footnote that nothing mentions was not taken',
};

export const deleted: Bilingual = {
  zh: '修订中删去的文字，没有导入',
  en: 'text that a tracked change deletes was left out',
};

export const inserted: Bilingual = {
  zh: '修订中加入的文字，已导入',
  en: 'text that a tracked change inserts was taken',
};

export const hidden: Bilingual = {
  zh: '隐藏的文字，没有导入',
  en: 'hidden text was left out',
};

export const placeholder: Bilingual = {
  zh: '没有填写的内容控件',
  en: 'a content control that nobody filled in',
};

/** Formulae that LibreOffice did not bring over: it does so only with its part for formulae. */
export const formulasLost = (count: number): Bilingual => ({
  zh: `原件里有 ${count} 个公式没有转过来，正文里那里是空的：请在 Word 或 WPS 里另存为 .docx 再导入，或在这台机器装上 LibreOffice Math（Debian、Ubuntu：libreoffice-math）以后再导入`,
  en: `${count} formulae of the file did not come over, and their places in the text are empty: save it as .docx in Word or WPS and import again, or install LibreOffice Math (libreoffice-math on Debian and Ubuntu) and import again`,
});
