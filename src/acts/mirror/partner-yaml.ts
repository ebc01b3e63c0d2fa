import { parse, stringify } from 'yaml';
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
  const known = before === null ? {} : readKnown(before);
  const code = said.code ?? known.code ?? found;
  if (code === undefined)
    throw new MirrorRefused({
      zh: '看不出城市代码：用 --code 给出',
      en: 'the code of the city cannot be told: give it with --code',
    });
  const { licence, library, address, sample } = manifest;
  const written = {
    name: said.name ?? known.name ?? library,
    ...(known.short && { short: known.short }),
    code,
    ...((known.site ?? address) !== undefined && { site: known.site ?? address }),
    licence: known.licence ?? `${licence.texts.zh} ${licence.texts.en}`.slice(0, 500),
    mirrored: day,
    manifest: state,
    ...(sample === true && { sample: true }),
  };
  const checked = partnerFile.safeParse(written);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new MirrorRefused({
      zh: `partner.yaml 写不成：${issue?.path.join('.')} ${issue?.message}`,
      en: `partner.yaml cannot be written: ${issue?.path.join('.')} ${issue?.message}`,
    });
  }
  return stringify(written, { lineWidth: 0 });
}

function readKnown(text: string): Partial<PartnerFile> {
  try {
    const read = partnerFile.safeParse(parse(text, { schema: 'core', maxAliasCount: 0 }));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}
