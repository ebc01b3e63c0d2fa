import { expect, test } from 'vitest';
import { listParagraphs } from '#site/files/system-explanation.ts';

const textOf = (markdown: string) =>
  listParagraphs(markdown).map(({ kind, text }) => `${kind}: ${text}`);

test('a sentence is whole, wherever its lines end in the file', () => {
  expect(
    textOf(`## Purpose
To show what is in force, what is being
written, and what is missing.

- One item
  that goes on
- Another, 2
1. A step`),
  ).toEqual([
    'heading: Purpose',
    'text: To show what is in force, what is being written, and what is missing.',
    'item: One item that goes on',
    'item: Another, 2',
    'text: 1. A step',
  ]);
});

test('Chinese lines are joined without a space, lines between two scripts with one', () => {
  expect(textOf('理清从产地到餐桌的\n温度控制标准，\n见 GB/T 13016\n第 5 章。\n\n另一段')).toEqual([
    'text: 理清从产地到餐桌的温度控制标准，见 GB/T 13016 第 5 章。',
    'text: 另一段',
  ]);
});
