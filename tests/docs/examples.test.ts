import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkDocument } from '#core/check/index.ts';
import { parseDocument } from '#core/text/index.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

it('the complete example for authors has nothing to complain about', () => {
  const example = /^```markdown\n([\s\S]*?)^```$/m.exec(read('from-word.md'))?.[1] ?? '';
  const document = parseDocument(example, { file: 'example.md' });
  expect(document.clauses.length).toBeGreaterThan(8);
  expect([...document.diagnostics, ...checkDocument(document)]).toEqual([]);
});

it('the front matter shown to authors is accepted as it stands', () => {
  const yaml = /^```yaml\n(---\n[\s\S]*?\n---)\n```$/m.exec(read('authoring.md'))?.[1] ?? '';
  const document = parseDocument(
    `${yaml}\n\n# 范围\n\n## 温度 {#temperature}\n\n甲。\n\n## 检验 {#test-temp}\n\n乙。\n`,
    { file: 'example.md' },
  );
  expect(document.diagnostics).toEqual([]);
  expect(document.meta?.indicators).toHaveLength(1);
});
