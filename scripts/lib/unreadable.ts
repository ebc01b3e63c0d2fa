import type { Bilingual } from '#core/model/diagnostic.ts';

const reasons: Readonly<Record<string, Bilingual>> = {
  ENOENT: { zh: '没有这个文件', en: 'there is no such file' },
  ENOTDIR: { zh: '没有这个文件', en: 'there is no such file' },
  EISDIR: { zh: '这是一个文件夹', en: 'it is a folder' },
  EACCES: { zh: '没有读它的权限', en: 'reading it is not permitted' },
  EPERM: { zh: '没有读它的权限', en: 'reading it is not permitted' },
};

/** Why a file could not be read, as a person says it; the system's own words where none are at hand. */
export function explainUnreadable(cause: unknown): Bilingual {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const other = cause instanceof Error ? cause.message : String(cause);
  return reasons[code] ?? { zh: other, en: other };
}
