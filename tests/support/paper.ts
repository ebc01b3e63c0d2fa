import { spawnSync } from 'node:child_process';
import type { Page } from 'playwright';

/** Whether text can be read out of a PDF here: by `pdftotext` of the Debian package poppler-utils. */
export const READS_PDF = spawnSync('pdftotext', ['-v']).status === 0;

/** The text of each sheet that a page prints on, spaces joined. */
export async function printSheets(page: Page): Promise<readonly string[]> {
  const input = await page.pdf({ preferCSSPageSize: true });
  const { stdout, status } = spawnSync('pdftotext', ['-layout', '-', '-'], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error('pdftotext could not read the sheets');
  return stdout
    .split('\f')
    .slice(0, -1)
    .map((text) => text.replace(/\s+/g, ' '));
}
