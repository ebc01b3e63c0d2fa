import type { Html } from '#core/base/html.ts';
import type { Language } from '#core/model/standard.ts';
import { languageTag } from '../i18n/index.ts';
import { EXPORT_WORDS } from '../i18n/system-export.ts';
import { SYSTEM_WORDS } from '../i18n/system.ts';
import { boxInside, boxSize } from './chain-layout.ts';
import { colours, drawElement, drawSheet, drawText, wrapText } from './svg-drawing.ts';
import { isDrawn } from '../files/system-file-list.ts';
import { drawChain, lackOf, scaleBar } from './system-map.ts';
import type { BarKind, ChainMap, MapBox } from './system-map.ts';
import type { SystemFileView } from '../views/shapes.ts';

const margin = 24;
const head = 74;
const foot = 34;
const lineSize = 13;

/** Names in English were broken to these letters; those of a Chinese font are wider. */
const latin = { 'font-family': "Arial,'Liberation Sans',Helvetica,sans-serif", 'font-size': 13 };

const barColours: Readonly<Record<BarKind, string>> = {
  'in-force': colours.inForce,
  underway: colours.underway,
  unverified: colours.unverified,
  missing: 'url(#hatch)',
};

/** The map of a chain as a file of its own, laid out as on the page; null for a chain that is not drawn. Where its layout failed it says so. */
export async function writeMapSvg(
  { system, since, until = '' }: SystemFileView,
  language: Language,
): Promise<string | null> {
  const [map] = await drawChain(system, language);
  const words = SYSTEM_WORDS[language];
  const { model, counts } = system;
  if (!map) {
    if (!isDrawn(system)) return null;
    const title = `${model.name[language]} · ${words.map}`;
    const said = wrapText(words.noMap, 560, lineSize, 4).map((line, at) =>
      drawText(margin, 36 + at * 20, line, { 'font-size': lineSize }),
    );
    const size = { width: 560 + 2 * margin, height: 36 + said.length * 20 + margin };
    return drawSheet({
      ...size,
      language: languageTag(language),
      title,
      description: words.noMap,
      content: said,
    });
  }
  const side = map.direction === 'right' ? 0 : language === 'zh' ? 64 : 112;
  const width = Math.max(map.width + side, 560) + 2 * margin;
  const said = [
    EXPORT_WORDS[language].holds(since, until),
    ...(model.sample ? [words.sample] : []),
  ];
  const note = said.flatMap((text) => wrapText(text, width - 2 * margin, 12, 2));
  const height = head + map.height + foot + note.length * 16 + margin;
  const sum = words.nodeCounts(counts);
  const content = [
    drawElement('defs', {}, arrow(), hatch()),
    drawText(margin, 36, model.name[language], { 'font-size': 20, 'font-weight': 700 }),
    drawText(margin, 58, `${words.map} · ${sum} · ${model.version} · ${model.date}`, {
      'font-size': lineSize,
      fill: colours.quiet,
    }),
    drawElement(
      'g',
      { transform: `translate(${margin + side} ${head})` },
      drawBody(map, side, language),
    ),
    drawLegend(head + map.height + 24, counts.unverified > 0, language),
    ...note.map((line, at) =>
      drawText(margin, head + map.height + foot + 14 + at * 16, line, {
        'font-size': 12,
        fill: colours.quiet,
      }),
    ),
  ];
  return drawSheet({
    width,
    height,
    language: languageTag(language),
    title: `${model.name[language]} · ${words.map}`,
    description: [sum, ...(model.sample ? [words.sample] : [])].join(
      language === 'zh' ? '。' : '. ',
    ),
    content,
  });
}

function arrow(): Html {
  return drawElement(
    'marker',
    {
      id: 'arrow',
      viewBox: '0 0 8 8',
      refX: 7,
      refY: 4,
      markerWidth: 7,
      markerHeight: 7,
      orient: 'auto',
    },
    drawElement('path', {
      d: 'M1 1 7 4 1 7',
      fill: 'none',
      stroke: colours.line,
      'stroke-width': 1.5,
    }),
  );
}

/** What is missing is hatched, as on the page: it is told from the rest without its colour. */
function hatch(): Html {
  const size = { width: 5, height: 5 };
  return drawElement(
    'pattern',
    { id: 'hatch', ...size, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    drawElement('rect', { ...size, fill: colours.missingWash }),
    drawElement('path', { d: 'M0 0v5', stroke: colours.missing, 'stroke-width': 3.5 }),
  );
}

function drawBody(map: ChainMap, side: number, language: Language): readonly Html[] {
  const words = SYSTEM_WORDS[language];
  const bold = { 'font-weight': 700, fill: colours.quiet };
  const rule = { fill: 'none', stroke: colours.line, 'stroke-width': 1.5 };
  const bands = map.bands.flatMap(({ stage, start, length }) =>
    map.direction === 'right'
      ? [
          drawText(start, 14, words.stage[stage], bold),
          drawElement('path', { d: `M${start} 22h${length}`, ...rule }),
        ]
      : [
          drawText(-side, start + 16, words.stage[stage], bold),
          drawElement('path', { d: `M-16 ${start}v${length}`, ...rule }),
        ],
  );
  const support =
    map.supportTop === undefined
      ? []
      : [
          drawText(0, map.supportTop + 14, words.support, bold),
          drawElement('path', { d: `M0 ${map.supportTop + 22}h${map.width}`, ...rule }),
        ];
  const edges = map.edges.map(({ path, back, title }) =>
    drawElement(
      'path',
      {
        d: path,
        ...rule,
        'stroke-dasharray': back ? '4 3' : undefined,
        'marker-end': 'url(#arrow)',
      },
      drawElement('title', {}, title),
    ),
  );
  const boxes = map.boxes.map((box) => drawBox(box, map, language));
  return [...bands, ...support, ...edges, ...boxes];
}

function drawBox(
  { x, y, node, lines, bar }: MapBox,
  { barLength, most }: ChainMap,
  language: Language,
): Html {
  const { counts, name } = node;
  const words = SYSTEM_WORDS[language];
  const isEmpty = counts.inForce === 0;
  const lack = lackOf(counts) ?? 0;
  const room = barLength * scaleBar(counts, most);
  const sum = words.nodeCounts(counts);
  const content = [
    drawElement('title', {}, `${name[language]}: ${sum}`),
    drawElement('rect', {
      x,
      y,
      ...boxSize,
      rx: 2,
      fill:
        lack === 3
          ? colours.missingTint
          : isEmpty || lack === 2
            ? colours.missingWash
            : colours.paper,
      stroke: isEmpty || lack === 3 ? colours.missing : colours.quiet,
      'stroke-dasharray': isEmpty ? '5 3' : undefined,
    }),
    ...lines.map((line, at) =>
      drawText(
        x + boxInside.left,
        y + boxInside.line + at * boxInside.lineStep,
        line,
        language === 'en' ? latin : {},
      ),
    ),
    drawText(
      x + boxSize.width - boxInside.left,
      y + boxInside.share,
      `${counts.inForce}/${counts.expected}`,
      {
        'text-anchor': 'end',
        'font-size': lineSize,
        fill: colours.quiet,
      },
    ),
    ...bar.map(({ kind, start, length }) =>
      drawElement('rect', {
        x: x + boxInside.left + start * room,
        y: y + boxInside.bar,
        width: length * room,
        height: boxInside.barHeight,
        fill: barColours[kind],
      }),
    ),
  ];
  return drawElement('g', {}, content);
}

function drawLegend(y: number, hasUnverified: boolean, language: Language): readonly Html[] {
  const words = SYSTEM_WORDS[language];
  const parts: readonly (readonly [BarKind, string])[] = [
    ['in-force', words.inForce],
    ['underway', words.underway],
    ...(hasUnverified ? [['unverified', words.unverified] as const] : []),
    ['missing', words.missing],
  ];
  return parts.flatMap(([kind, text], at) => {
    const x = margin + at * 128;
    return [
      drawElement('rect', { x, y: y - 8, width: 18, height: 8, fill: barColours[kind] }),
      drawText(x + 24, y, text, { 'font-size': lineSize, fill: colours.quiet }),
    ];
  });
}
