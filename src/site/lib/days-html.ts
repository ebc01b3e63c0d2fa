import { asHtml, html } from '#core/base/html.ts';
import type { Html } from '#core/base/html.ts';
import type { Timed } from '#core/model/timed.ts';

/** Within a drawing, which knows no `<template>`, `defs` hold what is not shown. */
export type DaysHolder = 'template' | 'defs';

/** What stands somewhere on the day of the build as HTML, and for the browser what will stand there on later days. */
export function drawDays<T>(
  of: Timed<T>,
  draw: (value: T) => Html | false,
  holder: DaysHolder = 'template',
): Html {
  const [now, ...later] = of;
  const shown = now !== undefined && draw(now.value);
  if (later.length === 0) return html`${shown}`;
  const name = asHtml(holder);
  const others = later.map(
    ({ from, value }) => html`<${name} data-from="${from}">${draw(value)}</${name}>`,
  );
  return html`<${name} data-days=""></${name}>${shown}${others}`;
}
