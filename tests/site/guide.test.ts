import { beforeAll, describe, expect, it } from 'vitest';
import { readGuide } from '#core/guide/index.ts';
import type { GuideText } from '#core/model/guide.ts';
import { renderBody } from '#core/render/index.ts';
import { openLibrary } from '#library/open.ts';
import type { Library } from '#library/open.ts';
import { startGuide } from '#site/data/guide-text.ts';
import { hasLearning } from '#site/data/learning.ts';
import { createFillContext } from '#site/data/standard.ts';
import { viewGuide } from '#site/views/learning.ts';

let library: Library;
beforeAll(async () => {
  library = await openLibrary({ dir: 'content', cache: '.cache', asOf: '2026-11-30' });
});

/** The body of a standard, bare and explained. */
function draw(slug: string, language: 'zh' | 'en' = 'zh', own?: GuideText) {
  const view = viewGuide(library, { slug });
  const standard = library.body(slug);
  const text = (language === 'en' && standard.english) || standard.text;
  const context = createFillContext(language, view, {});
  const guide = startGuide({
    language,
    text,
    guide: own ?? standard.guides?.[language],
    entries: view.entries,
    profile: view.text.meta.profile,
    linkTo: (path) => `/site${path}`,
  });
  const explained = renderBody(text, { ...context, annotate: guide.annotate });
  return { bare: renderBody(text, context), explained, intro: guide.intro(), words: guide.words() };
}

/** What the explanations put into a text, taken out again. */
const takeOut = (html: string): string =>
  html
    .replaceAll(/<div class="(?:ghead|gown)"[^]*?<\/div>/g, '')
    .replaceAll(/<label class="gmark[^>]*>[^]*?<\/label><input[^>]*>/g, '')
    .replaceAll(/<span class="gmark[^>]*><span[^>]*>[^<]*<\/span><\/span>/g, '')
    .replaceAll(
      /<span class="gnote"[^>]*><b>\d+<\/b>(?:<span>(?:(?!<span>)[^])*?<\/span>)+<\/span>/g,
      '',
    )
    .replaceAll(/<a class="gloss"[^>]*>([^<]*)<\/a>/g, '$1');

/** The explained clause of an id, up to the next one. */
const clauseOf = (html: string, id: string): string =>
  new RegExp(`<section(?:(?!<section)[^])*? id="${id}"[^]*?(?=<section|</section>)`).exec(
    html,
  )?.[0] ?? '';

describe('guided reading', () => {
  it('leaves the text of every standard as it is, in both languages', () => {
    for (const { slug, hasEnglish, meta } of library.rows) {
      if (meta.bodyRestricted !== undefined) continue;
      for (const language of hasEnglish ? (['zh', 'en'] as const) : (['zh'] as const)) {
        const { bare, explained } = draw(slug, language);
        expect(explained.length, slug).toBeGreaterThan(bare.length);
        const left = takeOut(explained);
        const at = [...bare].findIndex((character, index) => left[index] !== character);
        expect(
          left === bare ? '' : left.slice(Math.max(0, at - 100), at + 200),
          `${slug} ${language}`,
        ).toBe('');
      }
    }
  });

  it('says of each sentence what it is, and teaches each verb once', () => {
    const { explained } = draw('db9902-t-12-2023');
    const management = clauseOf(explained, 'management');
    expect(management).toMatch(/下列内容：<label class="gmark" data-type="requirement".*?要求/s);
    expect(management).toContain('逐项都要做到');
    expect(management).toMatch(/兼任。<label class="gmark" data-type="permission".*?允许/s);
    // Items of the list are told by the sentence that leads to them.
    expect(management).toMatch(/责任岗位；<\/li>/);
    expect(clauseOf(explained, 'instant')).toContain('先用“可”放开，再用“应”“不应”收住');
    expect(explained.split('“应”表示<a').length + explained.split('“应”表示要求').length - 2).toBe(
      1,
    );
  });

  it('tells dated references from undated ones', () => {
    const temperature = clauseOf(draw('db9902-t-12-2023').explained, 'temperature');
    expect(temperature.replaceAll(/<[^>]*>/g, '')).toMatch(
      /GB\/T 28640—2012 写了年号，是注日期引用：只用这一版/,
    );
  });

  it('shows the notes of an editor with their links, and no markup of theirs', () => {
    const own = {
      intro: '先看[范围](#scope)、[查新](/tools/validity/)。',
      notes: {
        scope:
          '<script>alert(1)</script>\n\n[坏](javascript:alert(1)) [没有](#gone) [外](//other.example/) [好](https://a.example/)',
      },
    };
    const { explained, intro } = draw('db9902-t-33-2022', 'zh', own);
    expect(intro).toContain('<a href="#scope">');
    expect(intro).toContain('<a href="/site/tools/validity/">');
    const note = /<div class="gown"[^]*?<\/div>/.exec(explained)?.[0] ?? '';
    expect(note).not.toMatch(/<script|href="javascript|href="#gone|href="\/\//);
    expect(note).toContain('&lt;script&gt;');
    expect(note).toContain('<a href="https://a.example/" rel="nofollow">');
  });

  it('marks each word of the glossary once, and lists what it marked', () => {
    const { explained, intro, words } = draw('db9902-t-12-2023');
    const marked = [...(intro + explained).matchAll(/href="#gloss-([a-z0-9-]+)"/g)].map(
      ([, id]) => id,
    );
    expect(new Set(marked).size).toBe(marked.length);
    expect(new Set(marked)).toEqual(new Set(words.map(({ id }) => id)));
    expect(marked.length).toBeGreaterThan(20);
  });

  it('explains a Chinese text in English where there is no other', () => {
    const { explained } = draw('db9902-t-12-2023', 'en');
    expect(clauseOf(explained, 'scope')).toContain('Scope');
    expect(explained).toMatch(/<span lang="en">Requirement<\/span>/);
  });
});

describe('notes of guide.md', () => {
  const clauses = () => library.body('db9902-t-12-2023').text.clauses;
  const read = (source: string) => {
    const { guide, diagnostics } = readGuide(source, { file: 'guide.md', clauses: clauses() });
    return { guide, found: diagnostics.map(({ rule, range }) => [rule, range.start.line]) };
  };

  it('belong to their clauses', () => {
    const { guide, found } = read('先看。\n\n## #scope\n\n甲\n\n## #zones\n\n乙\n');
    expect(guide).toEqual({ intro: '先看。', notes: { scope: '甲', zones: '乙' } });
    expect(found).toEqual([]);
  });

  it('of a clause that is gone, or said twice, are found at their lines', () => {
    const { guide, found } = read(
      '## #gone\n\n甲\n\n## #scope\n\n乙\n\n## #scope\n\n[丙](#lost)\n',
    );
    expect(guide.notes).toEqual({ scope: '乙' });
    expect(new Set(found.map(([rule, line]) => `${rule} ${line}`))).toEqual(
      new Set(['guide-clause 1', 'guide-clause 9', 'guide-link 11']),
    );
  });

  it('lead to clauses, pages of the site and the web; other links are found at their lines', () => {
    const { found } = read(
      '[甲](https://a.example/) [乙](/tools/validity/)\n\n## #scope\n\n[丙](#scope) [丁](file:///etc)\n',
    );
    expect(found).toEqual([['link-unsafe', 5]]);
  });

  it('are there for five samples, without findings', () => {
    const guided = library.rows.filter(({ isGuided }) => isGuided);
    expect(guided.length).toBeGreaterThanOrEqual(5);
    const found = guided.flatMap(({ diagnostics }) => diagnostics);
    expect(found.filter(({ rule }) => rule.startsWith('guide'))).toEqual([]);
  });
});

describe('pages to learn from', () => {
  it('are made for few texts, in large libraries for those that somebody wrote for, never for one that is not public', () => {
    const [guided] = library.rows.filter(({ isGuided }) => isGuided);
    const plain = library.rows.find(({ isGuided, meta }) => !isGuided && !meta.bodyRestricted);
    if (!guided || !plain) throw new Error('no samples');
    const many = { rows: Array.from({ length: 301 }, () => plain) };
    expect(hasLearning(library, plain)).toBe(true);
    expect(hasLearning(many, plain)).toBe(false);
    expect(hasLearning(many, guided)).toBe(true);
    const secret = { ...guided, meta: { ...guided.meta, bodyRestricted: '不公开' } };
    expect(hasLearning(library, secret)).toBe(false);
  });
});
