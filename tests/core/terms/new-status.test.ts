import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = process.cwd();

/** A copy of the sources in which one file, that of terms, has one status more. */
function copyWithStatus(folder: string): void {
  for (const path of ['src', 'search', 'package.json']) {
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const file = join(folder, 'src/core/terms/index.ts');
  const added = readFileSync(file, 'utf8')
    .replace(
      "  {\n    value: '被代替',",
      "  { value: '暂停', zh: '暂停实施', en: 'Suspended', id: 'suspended', row: 'withdrawn', recorded: true },\n  {\n    value: '被代替',",
    )
    .replace(
      "statusMeanings: Readonly<Record<Status, Pick<Term, 'zh' | 'en'>>> = {",
      (head) => `${head}\n  暂停: { zh: '暂停。', en: 'Suspended.' },`,
    )
    .replace(
      'statusSynonyms: Readonly<Record<RecordedStatus, string>> = {',
      (head) => `${head}\n  暂停: '暂停 暂停实施 suspended',`,
    );
  writeFileSync(file, added);
  mkdirSync(join(folder, 'library/catalogue'), { recursive: true });
  writeFileSync(
    join(folder, 'library/catalogue/a.csv'),
    'number,title,status,as_of,source\nGB/T 191—2008,包装储运图示标志,暂停,2026-01-01,x\n',
  );
}

test('a status added to the terms is known to every reader, and no other file says it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'biaolian-status-'));
  try {
    copyWithStatus(folder);
    const script = join(folder, 'readers.ts');
    cpSync(join(root, 'tests/core/terms/readers.ts'), script);
    const said = execFileSync(process.execPath, [script, folder, '暂停', 'Suspended'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(JSON.parse(said)).toEqual({
      badge: ['暂停实施', 'Suspended'],
      hit: ['暂停实施', 'Suspended'],
      filter: ['暂停实施', 'Suspended'],
      address: ['暂停'],
      order: ['现行', '即将实施', '暂停', '被代替', '废止', '草案', '未知'],
      importer: ['暂停', '暂停'],
      catalogue: ['暂停'],
      meaning: { zh: '暂停。', en: 'Suspended.' },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
