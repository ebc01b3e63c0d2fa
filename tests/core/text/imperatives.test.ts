import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { looksImperative } from '#core/text/meaning/imperatives.ts';

const sentences = readFileSync(new URL('../../lists/imperatives.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => ({ is: line.startsWith('+'), text: line.slice(2) }));

describe('sentences that read like a step', () => {
  it('are told from others in a labelled list', () => {
    expect(sentences.length).toBeGreaterThan(150);
    const missed = sentences.filter(({ is, text }) => is && !looksImperative(text));
    const wrong = sentences.filter(({ is, text }) => !is && looksImperative(text));
    const right = sentences.filter(({ is }) => is).length - missed.length;
    expect(right / (right + wrong.length)).toBeGreaterThanOrEqual(0.95);
    expect(right / (right + missed.length)).toBeGreaterThanOrEqual(0.9);
  });
});
