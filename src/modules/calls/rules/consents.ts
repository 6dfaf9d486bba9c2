import { vietnamDay } from '../../../kernel/clock.ts';
import { type Day, FIRST_DAY, partsOf } from '../../../kernel/day.ts';
import { ageOn, type PartialDate, partialParts } from '../../../kernel/partial-date.ts';
import type { Eligibility } from './content/index.ts';

export const consentParties = ['author', 'representative'] as const;
/** Who agrees: the author, or the legal representative of a minor. */
export type ConsentParty = (typeof consentParties)[number];

export const consentPurposes = ['enter', 'publish', 'forward'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export const ageBands = ['under_7', 'under_16', 'under_18', 'adult'] as const;
export type AgeBand = (typeof ageBands)[number];

/** What the edition says of those of 16 and 17. */
type Asking = Pick<Eligibility, 'representative'>;
const asksByDefault: Asking = { representative: true };

/** The band of full years: on the birthday itself the age is reached. */
export function bandOf(years: number): AgeBand {
  if (years < 7) return 'under_7';
  if (years < 16) return 'under_16';
  return years < 18 ? 'under_18' : 'adult';
}

/**
 * The bands that somebody may be in on a day, the youngest first. Who was born on 29/02 is a year
 * older on 01/03 of a common year. Nothing known, or a birth still to come: from the youngest on.
 */
export function bandsOn(birth: PartialDate | null, on: Day): AgeBand[] {
  const known = birth !== null && partialParts(birth) !== null;
  const years = known ? (ageOn(birth, on) ?? { from: 0, to: 0 }) : { from: 0, to: longestLife(on) };
  const first = ageBands.indexOf(bandOf(years.from));
  return ageBands.slice(first, ageBands.indexOf(bandOf(years.to)) + 1);
}

const longestLife = (on: Day): number => partsOf(on).year - partsOf(FIRST_DAY).year;

/** The band that protection goes by: the youngest that somebody may be in. */
export const protectedBand = (birth: PartialDate | null, on: Day): AgeBand =>
  bandsOn(birth, on)[0]!;

const dueIn: Readonly<Record<AgeBand, readonly ConsentParty[]>> = {
  under_7: ['representative'],
  under_16: ['author', 'representative'],
  under_18: ['author', 'representative'],
  adult: [],
};

/**
 * Who has to agree on a day because of the author's age (law 91/2025/QH15). Where the birth date is
 * not known in full: what the youngest age that it may be asks, and the child's own consent as well
 * where the child may be 7 already. Nobody for those of 18 and over.
 */
export function consentsDue(
  birth: PartialDate | null,
  on: Day,
  edition: Asking = asksByDefault,
): readonly ConsentParty[] {
  const due = new Set(
    bandsOn(birth, on).flatMap((band) =>
      band === 'under_18' && !edition.representative ? (['author'] as const) : dueIn[band],
    ),
  );
  return consentParties.filter((party) => due.has(party));
}

/** One answer of one party; the newest of a purpose holds. */
export interface Consent {
  /** Key of the author in the dossier. */
  readonly author: string;
  readonly party: ConsentParty;
  readonly purpose: ConsentPurpose;
  /** false: refused or withdrawn. */
  readonly given: boolean;
  readonly at: Date;
}

export interface DossierAuthor {
  readonly key: string;
  readonly birth: PartialDate | null;
}

/** What a party answered last, up to the end of a day; of two at one instant the refusal holds. */
export function answerOf(
  consents: readonly Consent[],
  { author, party, purpose }: Pick<Consent, 'author' | 'party' | 'purpose'>,
  on: Day,
): boolean | null {
  const told = consents
    .filter((one) => one.author === author && one.party === party && one.purpose === purpose)
    .filter((one) => vietnamDay(one.at) <= on)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || Number(b.given) - Number(a.given));
  return told.at(-1)?.given ?? null;
}

export interface MissingConsent {
  readonly author: string;
  readonly party: ConsentParty;
  /** `withdrawn`: refused, or given and taken back. */
  readonly why: 'not_given' | 'withdrawn';
}

/**
 * The consents that are due on a day for a purpose and not there. An author's own refusal stands at
 * any age, also one over 18 who said no as a child and has not changed it.
 */
export function consentsMissing(
  authors: readonly DossierAuthor[],
  consents: readonly Consent[],
  purpose: ConsentPurpose,
  on: Day,
  edition: Asking = asksByDefault,
): MissingConsent[] {
  return authors.flatMap(({ key, birth }) => {
    const due = consentsDue(birth, on, edition);
    return consentParties.flatMap((party): MissingConsent[] => {
      const answer = answerOf(consents, { author: key, party, purpose }, on);
      if (answer === false && (party === 'author' || due.includes(party)))
        return [{ author: key, party, why: 'withdrawn' }];
      return answer === null && due.includes(party)
        ? [{ author: key, party, why: 'not_given' }]
        : [];
    });
  });
}

/** All that the public ever sees of a minor. */
export const shownOfMinors = ['name', 'school', 'prize'] as const;
export type ShownOfMinor = (typeof shownOfMinors)[number];

export interface Publicity {
  /** Whether anything of the dossier may be public. */
  readonly ok: boolean;
  readonly missing: readonly MissingConsent[];
  /** Of each author: nothing, the three facts of a minor, or what the author agreed to publish. */
  readonly authors: readonly {
    readonly author: string;
    readonly shows: 'nothing' | readonly ShownOfMinor[] | 'agreed';
  }[];
}

/**
 * What of a dossier may be public on a day. One consent missing keeps back the whole dossier: its
 * title or its other authors would tell who the missing one is.
 */
export function mayBePublic(
  authors: readonly DossierAuthor[],
  consents: readonly Consent[],
  on: Day,
  edition: Asking = asksByDefault,
): Publicity {
  const missing = consentsMissing(authors, consents, 'publish', on, edition);
  const ok = missing.length === 0;
  const shows = (birth: PartialDate | null) =>
    protectedBand(birth, on) === 'adult' ? ('agreed' as const) : shownOfMinors;
  return {
    ok,
    missing,
    authors: authors.map(({ key, birth }) => ({
      author: key,
      shows: ok ? shows(birth) : 'nothing',
    })),
  };
}
