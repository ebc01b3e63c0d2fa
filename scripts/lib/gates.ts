import type { Bilingual } from '#core/base/bilingual.ts';
import { runTool, type ToolRun } from './tools.ts';

/** A check of the whole repository that either passes or says why not. */
export interface Gate {
  readonly name: string;
  readonly title: Bilingual;
  readonly tool: Omit<ToolRun, 'output'>;
  /** The same tool putting right what it can. */
  readonly fix?: Omit<ToolRun, 'output'>;
}

export interface GateResult {
  readonly gate: Gate;
  readonly ok: boolean;
  readonly ms: number;
  readonly output: string;
}

const RUN = 'scripts/run.mjs';

/** What `npm run check` runs on a library, in the order it is shown: title, tool, and how `npm run fix` mends it. */
export function listGates(library: string): readonly Gate[] {
  return [
    {
      name: 'format',
      title: { zh: '格式', en: 'format' },
      tool: { package: 'oxfmt', args: ['--check'] },
      fix: { package: 'oxfmt', args: [] },
    },
    {
      name: 'lint',
      title: { zh: '代码规范与类型', en: 'lint and types' },
      tool: { package: 'oxlint', args: ['--type-aware', '--type-check', '--deny-warnings'] },
      fix: { package: 'oxlint', args: ['--type-aware', '--fix'] },
    },
    {
      name: 'page-types',
      title: { zh: '页面类型', en: 'types of pages' },
      // The modules that pages import have been checked by the gate before.
      tool: {
        package: 'astro',
        args: ['check', '--tsconfig', 'tsconfig.pages.json'],
        env: { ASTRO_TELEMETRY_DISABLED: '1' },
      },
    },
    {
      name: 'dead-code',
      title: { zh: '无用代码', en: 'dead code' },
      tool: { package: 'knip', args: ['--no-progress'] },
    },
    {
      name: 'content',
      title: { zh: '内容', en: 'content' },
      tool: { package: RUN, args: ['std', 'check', '--library', library] },
      fix: { package: RUN, args: ['std', 'fix', '--library', library] },
    },
  ];
}

/**
 * Runs gates, two at a time, and shows each as it ends: one line, and what it said if it failed.
 */
export async function runGates(
  gates: readonly Gate[],
  write: (text: string) => unknown,
): Promise<readonly GateResult[]> {
  const waiting = gates.entries();
  const results: GateResult[] = [];
  const work = async (): Promise<void> => {
    for (const [index, gate] of waiting) {
      const result = await runGate(gate);
      results[index] = result;
      write(describe(result));
    }
  };
  await Promise.all([work(), work()]);
  return results;
}

async function runGate(gate: Gate): Promise<GateResult> {
  const start = performance.now();
  const { status, output } = await runTool({ ...gate.tool, output: 'kept' });
  return { gate, ok: status === 0, ms: performance.now() - start, output };
}

function describe({ gate, ok, ms, output }: GateResult): string {
  const line = `${ok ? '✓' : '✗'} ${gate.title.zh} ${gate.title.en} ${(ms / 1000).toFixed(1)} s\n`;
  return ok ? line : `${line}${output.trimEnd().replace(/^/gm, '    ')}\n`;
}
