import type { Bilingual } from '../base/bilingual.ts';
import { removeUnseen } from '../characters/index.ts';
import type { PartnerFacts } from '../model/partner.ts';
import { listMembers, parseNumber, undatedKey } from '../number/index.ts';
import type { StandardNumber } from '../number/index.ts';
import { asHosted } from '../terms/index.ts';

/** The city whose library this is, as far as it says. */
export interface OwnCity {
  readonly name?: Bilingual | undefined;
  /** What follows DB in the numbers of its local standards: `9902`. */
  readonly code?: string | undefined;
}

/** What is known here before a partner is asked. */
export interface KnownBefore {
  readonly city: OwnCity;
  /** All partners: the numbers of each are its own. */
  readonly partners: readonly PartnerFacts[];
  /** Numbers without their years (`undatedKey`) that the library, its catalogue or an earlier partner speaks of. */
  readonly stems: ReadonlySet<string>;
}

/** The code that most of the local standards among some numbers have: `9903` of DB9903/T 8-2024. */
export function findCode(numbers: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const number of numbers) {
    const code = /^DB(\d{2,6})\b/.exec(number)?.[1];
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

/** Whether a number is one of the local standards of a partner's city: `DB9903/T 8-2024`. */
export function isOfCity(key: string, { code }: Pick<PartnerFacts, 'code'>): boolean {
  const parsed = parseNumber(key);
  return parsed.ok && parsed.number.family === 'local' && parsed.number.prefix === `DB${code}`;
}

/** Whose number it is where it is not for this partner to give: of this city, or of another partner; undefined otherwise. */
export function findOwner(
  key: string,
  partner: PartnerFacts,
  { city, partners }: Pick<KnownBefore, 'city' | 'partners'>,
): Bilingual | undefined {
  const parsed = parseNumber(key);
  if (!parsed.ok) return undefined;
  const codes = new Set(listAll(parsed.number).flatMap((each) => codeOf(each) ?? []));
  if (city.code !== undefined && codes.has(city.code))
    return city.name ?? { zh: '本市', en: 'this city' };
  return partners.find(({ id, code }) => id !== partner.id && codes.has(code))?.name;
}

/**
 * Why a text with this number is not for a partner to give here; null where it is: a number of no kind that libraries hold or of
 * another than its folder says, of a city that is not the partner's, or of a standard known here, whose editions and standing
 * would then be what the partner says.
 */
export function findClaim(
  key: string,
  kind: string,
  partner: PartnerFacts,
  known: KnownBefore,
): Bilingual | null {
  const parsed = parseNumber(key);
  if (!parsed.ok) return null;
  const { number } = parsed;
  if (asHosted(number.family) !== kind)
    return {
      zh: `它放在 standards/${kind}/，编号却不是这一类的`,
      en: `it stands in standards/${kind}/, and its number is of another kind`,
    };
  const owner = findOwner(key, partner, known);
  if (owner)
    return {
      zh: `这是${owner.zh}的编号，不由${partner.name.zh}发布`,
      en: `the number is one of ${owner.en}, not for ${partner.name.en} to give`,
    };
  if (isOfCity(key, partner)) return null;
  const stem = listAll(number)
    .map((each) => undatedKey(each))
    .find((each) => known.stems.has(each));
  return stem === undefined
    ? null
    : {
        zh: `本库或先列的伙伴已有 ${stem}，它有哪些版次、是否有效不听${partner.name.zh}的`,
        en: `${stem} is known here or with an earlier partner; its editions and standing are not for ${partner.name.en} to say`,
      };
}

/** What of this city a partner takes for itself, its code or its name; null where nothing. */
export function findPretence(partner: PartnerFacts, city: OwnCity): Bilingual | null {
  if (city.code !== undefined && partner.code === city.code)
    return {
      zh: `城市代码 ${partner.code} 是本市的`,
      en: `${partner.code} is the code of this city`,
    };
  const own = city.name ? namesOf({ name: city.name }) : [];
  return namesOf(partner).some((name) => own.includes(name))
    ? { zh: '它的名称是本市的名称', en: 'it has the name of this city' }
    : null;
}

/** Whether two partners have a name in common, as a reader tells names apart. */
export function haveOneName(one: Named, other: Named): boolean {
  const names = namesOf(other);
  return namesOf(one).some((name) => names.includes(name));
}

/** All numbers that a number stands for: itself, members of a run, halves of a joint one. */
export const listAll = (number: StandardNumber): readonly StandardNumber[] => [
  number,
  ...[number, ...number.others].flatMap(listMembers),
];

/** `9903` of `DB9903`, `37` of `DBS37`. */
const codeOf = ({ family, prefix }: StandardNumber): string | undefined =>
  family === 'local' ? /^DB[SJ]?(\d+)$/.exec(prefix)?.[1] : undefined;

interface Named {
  readonly name: Bilingual;
  readonly short?: Bilingual | undefined;
}

/** Names as a reader tells them apart: what nobody sees, width, capitals and blanks make no other name. */
const namesOf = ({ name, short = name }: Named): readonly string[] =>
  [name.zh, name.en, short.zh, short.en].map((each) =>
    removeUnseen(each.normalize('NFKC')).replaceAll(/\s+/g, '').toLowerCase(),
  );
