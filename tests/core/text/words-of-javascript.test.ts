import { expect, it } from 'vitest';
import { parseDocument } from '#core/text/index.ts';

/** Names that every object of JavaScript has, and no table of ours. */
const inherited = ['constructor', 'toString', 'hasOwnProperty', '__proto__'];

it.each(inherited)('%s is a word like any other, wherever an author writes it', (word) => {
  const head = `---\nnumber: DB9902/T 902—2026\ntitle: 样例\nissuers: [甲]\nstatus: ${word}\n${word}: 一\n---\n\n`;
  const body = `# ${word}\n\n样例应完整。\n\n:::${word.replaceAll('_', 'a')}[题]\n\n样例。\n\n:::\n`;
  const { diagnostics } = parseDocument(head + body, { file: 'x.md' });
  const rules = diagnostics.map(({ rule }) => rule);
  expect(rules).toContain('front-matter-value');
  expect(rules).toContain('directive-unknown');
  // What is proposed is a word, not a piece of a program.
  expect(JSON.stringify(diagnostics)).not.toMatch(/function|native code|\[object/);
});
