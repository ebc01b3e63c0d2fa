import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findGuide } from '#search/guide/guide.ts';
import { readGuide } from '#search/guide/read-guide.ts';
import { siteFolder } from '../support/site.ts';

test('a section has its heading, its anchor, the words it is found by and how it begins', () => {
  const html =
    '<main><h1>x</h1><h2 id="a" data-find="词 B&amp;C">甲 <code>x</code></h2><p>一&lt;二</p><ul><li>三</li></ul>' +
    '<h2>乙</h2><p>四</p></main><footer>五</footer>';
  expect(readGuide(html, '/help/')).toEqual([
    { path: '/help/#a', title: '甲 x', words: '词 B&C', text: '一<二 三' },
    { path: '/help/', title: '乙', words: '', text: '四' },
  ]);
});

describe('the help of the portal', () => {
  const read = (path: string) =>
    readGuide(readFileSync(join(siteFolder(), path, 'index.html'), 'utf8'), path);
  const zh = read('/help/');
  const en = read('/en/help/');

  test.each([
    ['应 宜 可 的区别', '/help/#provisions'],
    ['应和宜有什么不同', '/help/#provisions'],
    ['能愿动词', '/help/#provisions'],
    ['地方标准和团体标准有什么区别', '/help/#kinds'],
    ['地标 团标 区别', '/help/#kinds'],
    ['什么是团体标准？', '/help/#kinds'],
    ['怎么读标准', '/help/#read'],
    ['如何阅读标准', '/help/#read'],
    ['怎么引用标准', '/help/#export'],
    ['被代替是什么意思', '/help/#status'],
    ['快捷键', '/help/#keys'],
  ])('%s: %s', (question, path) => {
    expect(findGuide(zh, question)[0]?.path).toBe(path);
  });

  test.each([
    ['what is the difference between shall and should', '/en/help/#provisions'],
    ['keyboard', '/en/help/#keys'],
  ])('%s: %s', (question, path) => {
    expect(findGuide(en, question)[0]?.path).toBe(path);
  });

  test.each(['冷链', '冷链物流', 'GB/T 1.1', '温度', '', '？', '食品冷链物流交接规范', 'lenglian'])(
    '%j is no question about the portal',
    (question) => {
      expect(findGuide(zh, question)).toEqual([]);
    },
  );
});
