import { distance } from 'fastest-levenshtein';
import { rules, writeExample } from '#core/check/index.ts';
import { nameSeverity } from '#core/model/diagnostic.ts';
import { readArguments } from '../lib/arguments.ts';
import { Problem } from '../bootstrap/problem.mjs';
import type { Command } from './command.ts';

export const command: Command = {
  name: 'explain',
  summary: {
    zh: '说明一条检查规则：依据、反例、正例',
    en: 'explain a rule: its source, what breaks it, what keeps it',
  },
  usage: {
    zh: 'std explain 规则 [--json]\n规则是 std check 每条发现里的名称。全部规则见 docs/rules.md。\n例：std explain hanging-paragraph',
    en: 'std explain RULE [--json]\nThe rule is the name in each finding of std check. All rules: docs/rules.md.',
  },
  async run({ argv, json, stdout }) {
    const { positionals } = readArguments(argv, {}, true);
    const [id = ''] = positionals;
    const rule = rules.find((each) => each.id === id);
    if (!rule || positionals.length !== 1) throw unknownRule(id);
    const { severity, source, summary } = rule;
    const bad = writeExample(rule.examples.bad);
    const good = writeExample(rule.examples.good);
    if (json) {
      const examples = { bad, good };
      stdout.write(`${JSON.stringify({ id, severity, source, summary, examples })}\n`);
      return 0;
    }
    const example = (title: string, text: string) => ['', title, ...cutLong(text)];
    const lines = [
      `${id}  ${nameSeverity(severity)}  ${source}`,
      summary.zh,
      summary.en,
      ...example('反例 Bad', bad),
      ...example('正例 Good', good),
      '',
      `docs/rules.md#${id}`,
    ];
    stdout.write(`${lines.join('\n')}\n`);
    return 0;
  },
};

/** The lines of an example, set in; an example of what is too much is not shown whole. */
function cutLong(text: string): readonly string[] {
  const lines = text
    .split('\n')
    .map((line) => (line.length > 200 ? `${line.slice(0, 199)}…` : line));
  const shown = lines.length > 40 ? [...lines.slice(0, 39), '…'] : lines;
  return shown.map((line) => `    ${line}`.trimEnd());
}

function unknownRule(id: string): Problem {
  const near = rules
    .map((rule) => ({ id: rule.id, edits: distance(id, rule.id) }))
    .toSorted((a, b) => a.edits - b.edits)
    .slice(0, 3)
    .map((each) => each.id);
  return new Problem(
    { zh: `没有“${id}”这条规则。`, en: `There is no rule "${id}".` },
    {
      zh: `相近的：${near.join('、')}；全部规则见 docs/rules.md`,
      en: `Near it: ${near.join(', ')}; all rules: docs/rules.md`,
    },
    { exitCode: 2 },
  );
}
