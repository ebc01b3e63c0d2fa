import axe from 'axe-core';
import type { Page } from 'playwright';

const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** All that a scheme of colours can change. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

interface AxeViolations {
  readonly light: readonly string[];
  readonly dark: readonly string[];
}

/**
 * What axe finds on a page as it stands, in light by every rule and in dark by those of colours; each with the first three
 * places. The page is light afterwards.
 */
export async function findAxeViolations(page: Page): Promise<AxeViolations> {
  await page.evaluate(axe.source);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await run(page, { type: 'rule', values: COLOURS });
  await page.emulateMedia({ colorScheme: 'light' });
  return { dark, light: await run(page, { type: 'tag', values: EVERYTHING }) };
}

/** What axe finds by every rule but those of colours: for a page whose colours have been looked at in its other language. */
export async function findAxeViolationsOfWords(page: Page): Promise<AxeViolations> {
  await page.evaluate(axe.source);
  return { dark: [], light: await run(page, { type: 'tag', values: EVERYTHING }, COLOURS) };
}

/** Only what is wrong crosses to the test: the rest of axe's answer is large. */
function run(
  page: Page,
  runOnly: axe.RunOnly,
  leftOut: readonly string[] = [],
): Promise<readonly string[]> {
  const rules = Object.fromEntries(leftOut.map((rule) => [rule, { enabled: false }]));
  const options: axe.RunOptions = {
    runOnly,
    rules,
    resultTypes: ['violations'],
    // To name each place by a selector takes a quarter of the time, and its HTML is at hand.
    selectors: false,
    // What would be fetched again is sound and films, and no page has any.
    preload: false,
  };
  return page.evaluate(async (asked) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(
      document,
      asked,
    );
    return violations.map(({ id, nodes }) => {
      const places = nodes.slice(0, 3).map(({ html }) => html.slice(0, 140));
      return `${id}: ${places.join(' | ')}`;
    });
  }, options);
}
