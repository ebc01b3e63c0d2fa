import { noHtml, xml } from '../../base/html.ts';
import type { Html } from '../../base/html.ts';
import type { TranslationMeta } from '../../model/meta.ts';
import type { CompiledStandard, CompiledText } from '../../model/standard.ts';
import { formatNumber, parseNumber } from '../../number/index.ts';
import type { StandingFacts } from '../standing.ts';

/**
 * `std-meta` of a standard as the text of a language has it, elements in the order of NISO STS 1.2 (ANSI/NISO
 * Z39.102—2022).
 */
export function writeMeta(
  standard: CompiledStandard,
  facts: StandingFacts,
  language: CompiledText['language'],
): Html {
  const { number, meta } = standard;
  const titles = [
    xml`<title-wrap xml:lang="zh"><full>${meta.title}</full></title-wrap>`,
    meta.titleEn
      ? xml`<title-wrap xml:lang="en"><full>${meta.titleEn}</full></title-wrap>`
      : noHtml,
  ];
  const related = [
    ...meta.replaces.map(({ number: earlier, partial }) =>
      relate(partial ? 'revises-partially' : 'replaces', earlier),
    ),
    ...facts.successors.map((later) => relate('replaced-by', later)),
    ...meta.adopts.map(({ number: source, degree }) => relate(`adopts-${degree}`, source)),
  ];
  return xml`<std-meta std-org-type="sdo">${titles}${writeIdentity(standard)}${meta.issuers.map((name) => xml`<std-org std-org-role="issuer"><std-org-name>${name}</std-org-name></std-org>`)}<content-language>zh</content-language>${standard.english && xml`<content-language>en</content-language>`}<std-ref type="dated">${number}</std-ref>${writeDays(standard)}${meta.administeredBy.map((name) => xml`<comm-ref>${name}</comm-ref>`)}${meta.ics.map((code) => xml`<ics>${code}</ics>`)}${related}${facts.address && xml`<self-uri xlink:href="${facts.address}"/>`}${writeAbstracts(standard)}${writeKeywords(standard)}${writeCustom(standard, facts, language)}</std-meta>`;
}

function relate(type: string, number: string): Html {
  const parsed = parseNumber(number);
  const shown = parsed.ok ? formatNumber(parsed.number) : number;
  return xml`<std-xref type="${type}"><std-ref>${shown}</std-ref></std-xref>`;
}

function writeIdentity({ number, kind }: CompiledStandard): Html {
  const parsed = parseNumber(number);
  if (!parsed.ok) return xml`<std-ident><doc-type>${kind}</doc-type></std-ident>`;
  const { prefix, serial, part } = parsed.number;
  const partNumber = part ? xml`<part-number>${part}</part-number>` : noHtml;
  return xml`<std-ident><originator>${prefix}</originator><doc-type>${kind}</doc-type><doc-number>${serial}</doc-number>${partNumber}</std-ident>`;
}

function writeDays({ meta }: CompiledStandard): Html {
  const day = (type: string, value: string | undefined): Html =>
    value ? xml`<meta-date type="${type}">${value}</meta-date>` : noHtml;
  const issued = meta.issued
    ? xml`<release-date iso-8601-date="${meta.issued}">${meta.issued}</release-date>`
    : noHtml;
  const reviews = meta.reviews.map(({ date, result }) => day(`review-${result}`, date));
  return xml`${issued}${day('implemented', meta.implemented)}${day('withdrawn', meta.withdrawn)}${day('recorded', meta.recorded)}${reviews}`;
}

function writeAbstracts({ meta }: CompiledStandard): Html {
  const one = (language: string, text: string | undefined): Html =>
    text ? xml`<abstract xml:lang="${language}"><p>${text}</p></abstract>` : noHtml;
  return xml`${one('zh', meta.abstract)}${one('en', meta.abstractEn)}`;
}

function writeKeywords({ meta }: CompiledStandard): Html {
  const group = (language: string, words: readonly string[]): Html =>
    words.length > 0
      ? xml`<kwd-group xml:lang="${language}">${words.map((word) => xml`<kwd>${word}</kwd>`)}</kwd-group>`
      : noHtml;
  return xml`${group('zh', meta.keywords)}${group('en', meta.keywordsEn)}`;
}

/** Facts that NISO STS has no element for, by the names of our front matter; those of several parts as JSON. */
function writeCustom(
  { meta, kind, english }: CompiledStandard,
  { status }: StandingFacts,
  language: CompiledText['language'],
): Html {
  const facts: readonly (readonly [string, string | false | undefined])[] = [
    ['status', status],
    ['kind', kind],
    ...meta.ccs.map((code) => ['ccs', code] as const),
    ...meta.industries.map((code) => ['industry', code] as const),
    ...meta.chains.map((chain) => ['chain', chain] as const),
    ...meta.proposedBy.map((name) => ['proposedBy', name] as const),
    ...meta.draftedBy.map((name) => ['draftedBy', name] as const),
    ...meta.drafters.map((name) => ['drafter', name] as const),
    ['recordNumber', meta.recordNumber],
    ['planNumber', meta.planNumber],
    ['profile', meta.profile],
    ['functionType', meta.functionType],
    ['draftStage', meta.draftStage],
    ['withdrawnReason', meta.withdrawnReason],
    ['bodyRestricted', meta.bodyRestricted],
    ...meta.formerly.map((earlier) => ['formerly', earlier] as const),
    ...meta.replaces.flatMap(({ number: earlier, partial }) =>
      partial ? [['partial', JSON.stringify({ number: earlier, partial })] as const] : [],
    ),
    ...meta.adopts.flatMap(({ number: source, degree, note }) =>
      note ? [['adoption', JSON.stringify({ number: source, degree, note })] as const] : [],
    ),
    ...meta.indicators.map((each) => ['indicator', JSON.stringify(each)] as const),
    ...meta.amendments.map((each) => ['amendment', JSON.stringify(each)] as const),
    ...meta.corrections.map((each) => ['correction', JSON.stringify(each)] as const),
    ['sample', meta.sample ? 'true' : undefined],
    ['translation', language === 'en' && english?.head && writeTranslation(english.head)],
  ];
  const written = facts.flatMap(([name, value]) =>
    value
      ? [
          xml`<custom-meta><meta-name>${name}</meta-name><meta-value>${value}</meta-value></custom-meta>`,
        ]
      : [],
  );
  return xml`<custom-meta-group>${written}</custom-meta-group>`;
}

/** What the front matter of the English text says, without what it leaves to the Chinese one. */
function writeTranslation({ foreword, ...rest }: TranslationMeta): string {
  const said = (facts: object): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(facts).filter(([, value]) => !Array.isArray(value) || value.length > 0),
    );
  const inForeword = said(foreword);
  return JSON.stringify({
    ...said(rest),
    ...(Object.keys(inForeword).length > 0 && { foreword: inForeword }),
  });
}
