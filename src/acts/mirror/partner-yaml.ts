import { isDeepStrictEqual } from 'node:util';
import { Document, parseDocument } from 'yaml';
import type { Bilingual } from '#core/base/bilingual.ts';
import { partnerFile, partnerId } from '#core/cities/schema.ts';
import type { PartnerFile } from '#core/cities/schema.ts';
import type { MirrorDescription } from './describe.ts';
import { MirrorRefused } from './refused.ts';

/** What a person says of a partner when it is mirrored for the first time. */
export interface PartnerSaid {
  /** The folder below `partners/`; the code of the city where it is not said. */
  readonly id?: string | undefined;
  readonly code?: string | undefined;
  readonly name?: Bilingual | undefined;
}

/**
 * The id of a partner, as it is given or found.
 *
 * @throws {MirrorRefused} when none can be made
 */
export function chooseId({ id, code }: PartnerSaid, found: string | undefined): string {
  const chosen = id ?? code ?? found;
  if (chosen === undefined)
    throw new MirrorRefused({
      zh: '看不出是哪座城市：用 --id 给出伙伴的文件夹名，用 --code 给出城市代码',
      en: 'which city it is cannot be told: give the folder of the partner with --id and the code of the city with --code',
    });
  if (!partnerId.test(chosen))
    throw new MirrorRefused({
      zh: `“${chosen}”不能作伙伴的文件夹名：用小写字母、数字和 -`,
      en: `"${chosen}" is no name for a partner: use small letters, digits and -`,
    });
  return chosen;
}

/**
 * `partner.yaml` of a mirror: what a person has written there stays, only the day, the manifest and what is new is entered.
 *
 * @throws {MirrorRefused} when the code or the name of the city is not known
 */
export function writePartner(
  before: string | null,
  said: PartnerSaid,
  found: string | undefined,
  { manifest, state }: MirrorDescription,
  day: string,
): string {
  const { document, known } = before === null ? nothing() : readKnown(before);
  const code = said.code ?? known.code ?? found;
  if (code === undefined)
    throw new MirrorRefused({
      zh: '看不出城市代码：用 --code 给出',
      en: 'the code of the city cannot be told: give it with --code',
    });
  const { licence, library, city, address, sample } = manifest;
  const written = {
    name: said.name ?? known.name ?? city?.name ?? library,
    ...(known.short && { short: known.short }),
    code,
    ...((known.site ?? address) !== undefined && { site: known.site ?? address }),
    licence: known.licence ?? `${licence.texts.zh} ${licence.texts.en}`.slice(0, 500),
    mirrored: day,
    manifest: state,
    ...((sample === true || known.sample === true) && { sample: true }),
  };
  const checked = partnerFile.safeParse(written);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new MirrorRefused({
      zh: `partner.yaml 写不成：${issue?.path.join('.')} ${issue?.message}`,
      en: `partner.yaml cannot be written: ${issue?.path.join('.')} ${issue?.message}`,
    });
  }
  // What is not other than it was keeps its spelling, and comments stay.
  for (const [key, value] of Object.entries(written))
    if (!isDeepStrictEqual(known[key as keyof PartnerFile], value)) document.set(key, value);
  return document.toString({ lineWidth: 0 });
}

interface KnownPartner {
  readonly document: Document;
  readonly known: Partial<PartnerFile>;
}

const nothing = (): KnownPartner => ({ document: new Document({}), known: {} });

/**
 * What a person has written of a partner.
 *
 * @throws {MirrorRefused} when it cannot be read: it would be lost
 */
function readKnown(text: string): KnownPartner {
  const document = parseDocument(text, { schema: 'core' });
  try {
    const read = partnerFile.safeParse(document.toJS({ maxAliasCount: 0 }));
    if (read.success && document.errors.length === 0) return { document, known: read.data };
  } catch {
    // An alias: it is told of below.
  }
  throw new MirrorRefused({
    zh: '伙伴的 partner.yaml 读不通，没有改动；用 std check 看错在哪里，改好再取',
    en: 'the partner.yaml of the partner cannot be read and stays as it is; see what is wrong with std check, mend it and import again',
  });
}
