import { toChinaDay } from '#core/base/day.ts';
import type { DrawnFields } from './act-fields.ts';
import { h } from './dom.ts';
import type { ProjectLine } from './shapes.ts';
import { say, t } from './words.ts';

/** Stages whose last day is announced when they begin. */
const announced: readonly string[] = ['征求意见', '公示'];

/** The fields by which a project comes to its next stage: the end of the one it is in, the next, its first and last day. */
export function drawStageFields({ stage, isOngoing, nextStages }: ProjectLine): DrawnFields {
  const today = toChinaDay(Date.now());
  const day = (id: string, value: string): HTMLInputElement => {
    const input = h('input', { class: 'field', id, type: 'date', autocomplete: 'off' });
    input.value = value;
    return input;
  };
  const ended = day('stage-ended', isOngoing ? today : '');
  ended.required = isOngoing;
  const began = day('stage-began', today);
  const until = day('stage-until', '');
  const next = h(
    'select',
    { class: 'field', id: 'stage-next' },
    isOngoing && h('option', { value: '' }, t('stageOnlyEnds')),
    nextStages.map((each) => h('option', { value: each.zh }, say(each))),
  );
  const first = nextStages[0];
  if (first) next.value = first.zh;
  const beganLabel = h('label', { for: 'stage-began' }, t('stageBegan'), began);
  const untilLabel = h('label', { for: 'stage-until' }, t('stageUntil'), until);
  const follow = (): void => {
    beganLabel.hidden = next.value === '';
    began.required = next.value !== '';
    untilLabel.hidden = !announced.includes(next.value);
    until.required = !untilLabel.hidden;
  };
  next.addEventListener('change', follow);
  follow();
  const row = h(
    'div',
    { class: 'issue-days' },
    isOngoing && h('label', { for: 'stage-ended' }, t('stageEnded', { stage: say(stage) }), ended),
    h('label', { for: 'stage-next' }, t('stageNext'), next),
    beganLabel,
    untilLabel,
  );
  return {
    elements: [row],
    read: () => ({
      on: next.value === '' ? '' : began.value,
      ...(isOngoing && { ended: ended.value }),
      ...(next.value !== '' && { stage: next.value }),
      ...(!untilLabel.hidden && { until: until.value }),
    }),
  };
}
