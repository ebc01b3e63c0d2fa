import { readNotice } from '#core/notices/index.ts';
import type { Notice } from '#core/notices/index.ts';
import { readYamlFolder } from './yaml-files.ts';
import type { YamlFolder } from './yaml-files.ts';

const notices: YamlFolder<Notice> = {
  folder: 'notices',
  ending: '.md',
  read: (text, file) => readNotice(text, file),
};

/** All files of the library's `notices/`; see `readYamlFolder`. */
export function readNotices(library: string) {
  return readYamlFolder(library, notices, () => library);
}
