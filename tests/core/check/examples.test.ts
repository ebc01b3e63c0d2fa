import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentRules, rules } from '#core/check/index.ts';
import { applyFixes, checkSource, wrap } from './wrap.ts';

const ofTexts = rules.flatMap((rule) => {
  const { bad, good, besides = [] } = rule.examples;
  return typeof bad === 'string' && typeof good === 'string'
    ? [[rule.id, { rule, bad: wrap(bad), good: wrap(good), besides }] as const]
    : [];
});

describe.each(ofTexts)('%s', (id, { rule, bad, good, besides }) => {
  const all = checkSource(bad);
  const found = all.filter((finding) => finding.rule === id);

  it('finds its bad example, and no other rule does', () => {
    expect([...new Set(all.map((finding) => finding.rule))].toSorted()).toEqual(
      [id, ...besides].toSorted(),
    );
  });

  it('says what it found in both languages, inside the file', () => {
    for (const { severity, message, hint, range } of found) {
      expect(severity).toBe(rule.severity);
      expect(message.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(message.en).toMatch(/[a-z]/);
      expect(Boolean(hint?.zh)).toBe(Boolean(hint?.en));
      expect(hint !== undefined || rule.scope === 'parse').toBe(true);
      const lines = bad.split('\n');
      expect(range.start.line).toBeLessThanOrEqual(lines.length);
      expect(range.start.column - 1).toBeLessThanOrEqual(lines[range.start.line - 1]?.length ?? -1);
    }
  });

  it('is silent on its good example, and so is every other rule', () => {
    expect(checkSource(good).map((finding) => `${finding.rule}: ${finding.message.zh}`)).toEqual(
      [],
    );
  });
});

describe('fixes', () => {
  const withFix = documentRules.filter((rule) => {
    const bad = wrap(rule.examples.bad);
    return checkSource(bad).some((finding) => finding.rule === rule.id && finding.fix);
  });

  it.each(withFix.map((rule) => [rule.id, rule] as const))(
    'of %s remove what was found',
    (id, rule) => {
      const bad = wrap(rule.examples.bad);
      const own = checkSource(bad).filter((finding) => finding.rule === id);
      const fixed = applyFixes(bad, own);
      expect(fixed).not.toBe(bad);
      expect(checkSource(fixed).filter((finding) => finding.rule === id)).toEqual([]);
    },
  );

  it('exist where the correction is beyond doubt', () => {
    expect(withFix.map(({ id }) => id).toSorted()).toEqual([
      'caption-punctuation',
      'code-block',
      'compatibility-character',
      'dimension-unit',
      'foreign-markup',
      'half-width-punctuation',
      'heading-punctuation',
      'heading-typed-number',
      'invisible-character',
      'lookalike-letter',
      'modal-broken',
      'modal-word',
      'punctuation-doubled',
      'range-tilde',
      'range-unit',
      'reference-dash',
      'reference-list-style',
      'reference-mark',
      'self-name',
      'tolerance-unit',
      'typed-clause-number',
      'typed-reference',
      'unit-space',
    ]);
  });
});

describe('the registry', () => {
  it('has a file for every rule and a rule for every file, named by its id', () => {
    const folder = new URL('../../../src/core/check/rules/', import.meta.url);
    const files = readdirSync(folder).map((name) => name.replace(/\.ts$/, ''));
    const checked = rules.filter(({ scope }) => scope !== 'parse');
    expect(files.toSorted()).toEqual(checked.map(({ id }) => id).toSorted());
  });
});
