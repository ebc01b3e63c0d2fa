import { BackupDamaged } from '#publish/backup/shape.ts';
import { isCode } from '#publish/releases/tree.ts';
import { Problem } from '../bootstrap/problem.mjs';

/**
 * What `work` gives.
 *
 * @throws {Problem} with exit status 1 where a backup is damaged or a disk is full; then nothing was put in place
 */
export async function explainBackup<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackupDamaged) {
      throw new Problem(
        error.what,
        error.todo ?? {
          zh: '什么也没有放上去。换一份备份，先用 std backup --verify 核对。',
          en: 'Nothing was put in place. Take another backup; std backup --verify checks one.',
        },
      );
    }
    if (isCode(error, 'ENOSPC', 'EDQUOT', 'EFBIG')) {
      throw new Problem(
        { zh: '磁盘满了，什么也没有放上去。', en: 'The disk is full; nothing was put in place.' },
        { zh: '腾出空间，或换一块磁盘。', en: 'Make room, or name another disk.' },
        { cause: error },
      );
    }
    throw error;
  }
}
