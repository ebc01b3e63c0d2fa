import type { Bilingual } from '#core/base/bilingual.ts';

/** A mark of md2std that the library has no place for. */
export const notCarried = (mark: string): Bilingual => ({
  zh: `${mark} 没有导入，请照原稿补`,
  en: `${mark} was not taken: add what it said from the draft`,
});

export const pictureApart: Bilingual = {
  zh: '图片文件没有随稿导入：请把它放进文件夹，写成 ![图上有什么](文件名)',
  en: 'the file of the picture does not come with the text: put it into the folder and write ![what it shows](its name)',
};

/** A key of the front matter of md2std that is none of the library's. */
export const unknownKey = (key: string): Bilingual => ({
  zh: `文件头的 ${key} 没有认出来，要用就写进文件头`,
  en: `${key} of the front matter was not understood; enter it if it is needed`,
});
