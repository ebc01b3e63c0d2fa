import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';

interface Head {
  readonly chains?: readonly string[];
  readonly issuers: readonly string[];
  readonly profile?: string;
  readonly sample?: boolean;
}
interface Text {
  readonly slug: string;
  readonly kind: string;
  readonly head: Head;
  readonly words: string;
}

/** The sample texts as their files stand, read by nothing but a reader of YAML. */
const texts = globSync('content/standards/*/*/index.md').map((path): Text => {
  const [, kind = '', slug = ''] =
    path.replaceAll('\\', '/').match(/standards\/(\w+)\/([^/]+)/) ?? [];
  const [, head = '', words = ''] = readFileSync(path, 'utf8').split(/^---$/m);
  return { slug, kind, head: parseYaml(head) as Head, words };
});
/** With a chapter of their own behind scope, references and terms: no cover alone. */
const whole = texts.filter(
  ({ words }) =>
    [...words.matchAll(/^# (.+)$/gm)].filter(
      ([, title = '']) =>
        !/^(?:前言|引言|范围|规范性引用文件|术语和定义|参考文献|索引|附录)/.test(title),
    ).length > 0,
);
const ids = (
  parseYaml(readFileSync('content/vocabulary/chains.yaml', 'utf8')) as readonly { id: string }[]
).map(({ id }) => id);
const list = (found: readonly Text[]) => found.map(({ slug }) => slug);

it('holds at least 60 texts, each marked as a sample', () => {
  expect(texts.length).toBeGreaterThanOrEqual(60);
  expect(list(texts.filter(({ head }) => head.sample !== true))).toEqual([]);
});

it('has a whole text for each chain and each field', () => {
  const served = new Set(whole.flatMap(({ head }) => head.chains ?? []));
  expect(ids.filter((id) => !served.has(id))).toEqual([]);
});

it('has four joint standards of enterprises at least, and five texts of engineering', () => {
  const joint = texts.filter(({ kind, head }) => kind === 'enterprise' && head.issuers.length > 1);
  expect(list(joint).length).toBeGreaterThanOrEqual(4);
  const engineering = texts.filter(({ head }) => head.profile === 'construction');
  expect(list(engineering).length).toBeGreaterThanOrEqual(5);
  for (const { slug, words } of engineering) expect(words, slug).toMatch(/必须|严禁|不得/);
});

it('shows a text of its own in the system of each chain and field', () => {
  const slugs = new Set(list(texts));
  const slugOf = (number: string) => number.toLowerCase().replaceAll(/[/ —]/g, '-');
  const without = globSync('content/systems/*.yaml').filter((path) => {
    const { rows } = parseYaml(readFileSync(path, 'utf8')) as {
      readonly rows: readonly { readonly number?: string }[];
    };
    return !rows.some(({ number }) => number !== undefined && slugs.has(slugOf(number)));
  });
  expect(without).toEqual([]);
});
