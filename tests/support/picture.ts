import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright';

/** A step of colour that no eye sees; below it two pixels are one. */
const SAME = 8;

/** What two pictures differ by. */
export interface Difference {
  /** Of all pixels of the larger one, those that are of another colour or are in one only: 0 to 1. */
  readonly share: number;
  /** From where to where down the page they lie, in pixels of the picture; absent where nothing differs. */
  readonly from?: number;
  readonly to?: number;
}

/**
 * How much smaller than the page a picture is; the page itself is laid out in its own size. At a third or two thirds
 * Chromium draws letters in one of two ways, whichever comes first.
 */
const SCALE = 1 / 2;

const mostTries = 8;

/** The whole page once it stands still, as a small WebP in base64. */
export async function takePicture(page: Page): Promise<string> {
  let picture = await shoot(page);
  for (let tries = 0; tries < mostTries; tries += 1) {
    await page.evaluate(() => new Promise((drawn) => setTimeout(drawn, 60)));
    const next = await shoot(page);
    if (next === picture) break;
    picture = next;
  }
  return picture;
}

async function shoot(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  // What the protocol calls the size of the content is four times that of a phone's page.
  const { width, height } = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { width: scrollWidth, height: scrollHeight };
  });
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 60,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height, scale: SCALE },
  });
  await session.detach();
  return data;
}

/** What two pictures in base64 differ by, counted by the browser itself on an empty page. */
export function comparePictures(page: Page, one: string, other: string): Promise<Difference> {
  return page.evaluate(
    async ([first, second, same]) => {
      const read = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/webp' }));
        const { width, height } = bitmap;
        const context = new OffscreenCanvas(width, height).getContext('2d');
        context?.drawImage(bitmap, 0, 0);
        const data = context?.getImageData(0, 0, width, height).data;
        if (!data) throw new Error('no picture');
        return { width, height, data };
      };
      const [a, b] = [await read(first), await read(second)];
      const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)];
      let [count, from, to] = [0, height, 0];
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          let differs = [a, b].some((each) => x >= each.width || y >= each.height);
          for (let channel = 0; channel < 3 && !differs; channel += 1) {
            const value = a.data[(y * a.width + x) * 4 + channel] ?? 0;
            differs = Math.abs(value - (b.data[(y * b.width + x) * 4 + channel] ?? 0)) > same;
          }
          if (!differs) continue;
          count += 1;
          from = Math.min(from, y);
          to = y;
        }
      }
      return count === 0 ? { share: 0 } : { share: count / (width * height), from, to };
    },
    [one, other, SAME] as const,
  );
}

/** Families that the sheets of the site name, and those that stand for them where they are not installed. */
const FAMILIES = [
  'PingFang SC',
  'HarmonyOS Sans SC',
  'MiSans',
  'Source Han Sans SC',
  'Noto Sans CJK SC',
  'Noto Sans SC',
  'Microsoft YaHei',
  'Hiragino Sans GB',
  'WenQuanYi Micro Hei',
  'Segoe UI',
  'Roboto',
  'Helvetica Neue',
  'Arial',
  'Liberation Sans',
  'Songti SC',
  'SimSun',
  'SimHei',
  'Source Han Serif SC',
  'Noto Serif CJK SC',
  'Heiti SC',
  'Menlo',
  'Consolas',
  'Cascadia Mono',
];
const GENERIC = ['system-ui', '-apple-system', 'sans-serif', 'serif', 'ui-monospace', 'monospace'];

/** A digest of how this machine draws letters in all families of the site: what else a picture depends on. */
export async function digestLetters(browser: Browser): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  try {
    const lines = [...FAMILIES.map((name) => `'${name}', monospace`), ...GENERIC].map(
      (family) => `<p style="font: 16px ${family}">标准Standard 12.3 <b>应该Shall</b></p>`,
    );
    await page.setContent(lines.join(''));
    const picture = await page.screenshot({ fullPage: true });
    return createHash('sha256').update(picture).digest('hex').slice(0, 16);
  } finally {
    await page.close();
  }
}
