/** Words that paper has beside the text of a standard. */
export const printWords = {
  zh: {
    contents: '目次',
    normative: '（规范性）',
    informative: '（资料性）',
    continued: '（续）',
    key: '标引序号说明：',
    reserve: '以正式文本为准',
    draft: '草案，不作为标准使用',
    sample: '样例 · Sample',
    region: 'cn',
  },
  en: {
    contents: 'Contents',
    normative: ' (normative)',
    informative: ' (informative)',
    continued: ' (continued)',
    key: 'Key',
    reserve: 'The official text prevails',
    draft: 'Draft, not to be used as a standard',
    sample: '样例 · Sample',
    region: 'gb',
  },
} as const;
