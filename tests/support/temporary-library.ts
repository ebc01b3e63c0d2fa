import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { closeStores } from '#library/store.ts';

/** A folder that is gone when the test is over. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'biaolian-'));
  onTestFinished(() => {
    // Windows removes no file that is open.
    closeStores();
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Write files below a folder; names with `/`. */
export function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

/** A small standard that has nothing wrong with it. */
export function writeStandard(
  options: {
    readonly serial?: number;
    readonly year?: number;
    readonly meta?: string;
    readonly body?: string;
  } = {},
): string {
  const { serial = 700, year = 2024, meta = '', body = '' } = options;
  return `---
number: DB9902/T ${serial}—${year}
title: 样例标准${serial}
titleEn: Sample standard ${serial}
issued: ${year}-01-10
implemented: ${year}-04-01
ics: ['01.120']
ccs: [A 00]
issuers: [示范市市场监督管理局]
sample: true
${meta}---

# 范围

本文件规定了样例的要求。

本文件适用于样例。

# 规范性引用文件

# 术语和定义

# 要求 {#requirements}

##

样例应完整。

##

样例应清晰。

# 检验 {#inspection}

##

检验方法为目视，对应[#requirements]的要求。

##

检查结果记录存档。
${body}`;
}

export function standardPath(serial = 700, year = 2024): string {
  return `standards/local/db9902-t-${serial}-${year}/index.md`;
}
