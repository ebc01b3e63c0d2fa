import { expect, test } from 'vitest';
import { readWordDraft } from '#import/draft/read-draft.ts';
import { importWord } from '#import/word/index.ts';
import { bookmark, field, makeWord, p, t, table } from '#tests/support/word-file.ts';
import { bodyOf, isBalanced, readDraft } from '#tests/support/word-import.ts';

const lines = (text: string): string =>
  text
    .split('\n')
    .map((line) => p(line))
    .join('');

const styles = {
  h1: '标准文件_章标题',
  h2: '标准文件_一级条标题',
  u2: '标准文件_二级无标题',
  term: '标准文件_术语条一',
  text: '标准文件_段',
  tab: '标准文件_正文表标题',
  fig: '标准文件_正文图标题',
  note: '标准文件_注：',
  dash: '标准文件_破折号列项',
  letter: '标准文件_字母编号列项（一级）',
  annex: '标准文件_附录标识',
  at: '标准文件_附录章标题',
  a2: '标准文件_附录一级条标题',
  eg: '标准文件_示例：',
  egc: '标准文件_示例内容',
};

test('styles of the official tool say what a paragraph is, and cross-references find it', () => {
  const imported = readDraft(
    {
      styles,
      body: [
        p('范围', 'h1'),
        p(
          `${t('本文件规定了样例箱的要求，见')}${field(String.raw`REF _Ref9 \\h`, '4.1')}${t('和')}${field('REF tab_limits', '表1')}${t('。')}`,
          'text',
        ),
        p('规范性引用文件', 'h1'),
        p('术语和定义', 'h1'),
        p('样例箱 sample box', 'term'),
        p('用来举例的箱体', 'text'),
        p('要求', 'h1'),
        p(`${bookmark('_Ref9')}${t('外观')}`, 'h2'),
        p('外观应完好。', 'u2'),
        p(
          `${t('体积不大于1 m')}${t('3', '<w:vertAlign w:val="superscript"/>')}${t('，CO')}${t('2', '<w:vertAlign w:val="subscript"/>')}${t('不计。')}`,
          'u2',
        ),
        p('下列各项应合格：', 'u2'),
        p('门；', 'letter'),
        p('锁。', 'letter'),
        p(`${bookmark('tab_limits')}${t('限值')}`, 'tab'),
        table([
          ['项目', '限值'],
          ['质量', '≤5 kg'],
        ]),
        p('空箱。', 'note'),
        p('（规范性）', 'annex'),
        p('记录', 'at'),
        p('格式', 'a2'),
        p('按行填写。', 'text'),
        p('一行', 'eg'),
        p('门：合格', 'egc'),
      ].join(''),
    },
    'Q/SFX 2—2027',
  );
  expect(isBalanced(imported)).toBe(true);
  expect(bodyOf(imported)).toMatchInlineSnapshot(`
    "# 范围

    本文件规定了样例箱的要求，见[#ref9]和[#tab-limits]。

    # 规范性引用文件

    # 术语和定义

    ## 样例箱 | sample box

    用来举例的箱体

    # 要求

    ## 外观 {#ref9}

    ###

    外观应完好。

    ###

    体积不大于1 m^3^，CO:sub[2]不计。

    ###

    下列各项应合格：

    1. 门；
    2. 锁。

    :::table[限值]{#tab-limits}
    | 项目 | 限值 |
    | - | - |
    | 质量 | ≤5 kg |

    注：空箱。
    :::

    # 附录（规范性） 记录

    ## 格式

    按行填写。

    :::example
    一行

    门：合格
    :::
    "
  `);
});

test('levels of headings say how deep a clause is', () => {
  const imported = readDraft(
    {
      styles: { a: 'heading 1', b: 'heading 2', c: 'heading 3' },
      body: [
        p('1 范围', 'a'),
        p('本文件规定了样例。'),
        p('规范性引用文件', 'a'),
        p('术语和定义', 'a'),
        p('要求', 'a'),
        p('外观', 'b'),
        p('外观应完好。', 'c'),
        p('附录A 记录', 'a'),
        p('A.1 格式', 'b'),
        p('按行填写。'),
      ].join(''),
    },
    'Q/SFX 3—2027',
  );
  expect(bodyOf(imported)).toMatchInlineSnapshot(`
    "# 范围

    本文件规定了样例。

    # 规范性引用文件

    # 术语和定义

    # 要求

    ## 外观

    ###

    外观应完好。

    # 附录 记录

    ## 格式

    按行填写。
    "
  `);
});

test('what a draft says is text and never a mark of the dialect', () => {
  const hostile = [
    '# 不是标题',
    ':::table[x]',
    '[#nope] {#id} :req[应]',
    '<script>alert(1)</script>',
    '$x$ 与 5^2^',
    '[^a]: 脚注',
    '![图](x.png)',
    '^^',
    '<<',
    '`code`',
    '---',
    '| a | b |',
  ];
  const imported = readDraft({ body: lines(['1 范围', ...hostile].join('\n')) }, 'Q/SFX 4—2027');
  const paragraphs = bodyOf(imported).trim().split('\n\n').slice(1);
  expect(paragraphs).toHaveLength(hostile.length);
  expect(
    imported.diagnostics.filter(({ rule }) => /html|directive|unresolved|image/.test(rule)),
  ).toEqual([]);
  expect(isBalanced(imported)).toBe(true);
});

test('a draft without a number, or with one that is not hosted, has no place in the library and says what to do', () => {
  const result = readWordDraft(makeWord({ body: lines('GB/T 12345—2026\n1 范围') }));
  expect(result).toMatchObject({
    path: { en: expect.stringContaining('give another with --number') as string },
  });
  const none = readWordDraft(makeWord({ body: lines('1 范围') }));
  expect(none).toMatchObject({ path: { en: expect.stringContaining('has no number') as string } });
});

test('a formula of Word is one of LaTeX, its number given anew', () => {
  const formula =
    '<m:oMath><m:r><m:t>η=</m:t></m:r><m:f><m:num><m:sSub><m:e><m:r><m:t>Q</m:t></m:r></m:e><m:sub><m:r><m:t>1</m:t></m:r></m:sub></m:sSub></m:num><m:den><m:r><m:t>效率</m:t></m:r></m:den></m:f></m:oMath>';
  const result = importWord(
    makeWord({
      body: lines('1 范围') + p(`${formula}${t('　（1）')}`) + lines('式中：\nη——效率。'),
    }),
  );
  if ('zh' in result) throw new Error(result.en);
  expect(result.markdown.slice(result.markdown.indexOf(':::'))).toMatchInlineSnapshot(`
    ":::formula
    $$
    η=\\frac{Q_{1}}{\\text{效率}}
    $$

    式中：

    - η——效率。
    :::
    "
  `);
});
