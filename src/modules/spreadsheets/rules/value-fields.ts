import type { RosterField } from './fields.ts';
import type { Profile } from './profile.ts';

export interface Suggestion {
  readonly field: RosterField;
  /** 0..1 */
  readonly weight: number;
}

export interface Neighbours {
  readonly before: Profile | undefined;
  readonly after: Profile | undefined;
  /** Mean years of all columns of dates. */
  readonly dated: readonly number[];
}

/** What a column may be by its values alone, without a title. */
export function fromValues(profile: Profile, near: Neighbours): Suggestion[] {
  const { filled } = profile;
  if (filled === 0) return [];
  const found: Suggestion[] = [];
  const put = (field: RosterField, weight: number): void => {
    if (weight > 0) found.push({ field, weight: Math.min(1, weight) });
  };
  if (profile.ordinal > 0.8) put('skip', 0.95);
  if (profile.phone > 0.6) put('phones', profile.phone);
  if (profile.email > 0.5) put('email', profile.email);
  if (profile.citizen > 0.6) put('citizenId', profile.citizen * (profile.phone > 0.9 ? 0.5 : 1));
  if (profile.gender > 0.7) put('gender', profile.gender);
  if (profile.degree > 0.6) put('degrees', profile.degree * 0.9);
  if (profile.kind > 0.8) put('kind', profile.kind * 0.85);
  if (profile.branch > 0.5) put('branch', profile.branch * 0.95);
  if (profile.society > 0.8) put('association', profile.society * 0.8);
  if (profile.ethnic > 0.8) put('ethnicity', profile.ethnic * 0.85);
  if (profile.religion > 0.8 && profile.ethnic < 0.8) put('religion', profile.religion * 0.7);
  if (profile.post > 0.6) put('post', profile.post * 0.75);
  if (profile.unit > 0.6) put('workplace', profile.unit * 0.7);
  if (profile.place > 0.6) put('address', profile.place * 0.75);
  names(profile, near, put);
  dates(profile, near, put);
  return found;
}

type Put = (field: RosterField, weight: number) => void;

function names(profile: Profile, { before, after }: Neighbours, put: Put): void {
  const begins = profile.family > 0.6 && profile.words > 0.7;
  const single = (one: Profile | undefined): boolean =>
    one !== undefined &&
    one.words > 0.8 &&
    one.meanWords < 1.35 &&
    one.gender < 0.5 &&
    one.ethnic < 0.6;
  if (begins && profile.meanWords < 3 && single(after) && after!.family < 0.9) {
    put('familyMiddle', 0.9);
  } else if (profile.name > 0.6 && profile.distinct > 0.3) put('fullName', profile.name);
  const leads =
    before !== undefined && before.family > 0.6 && before.words > 0.7 && before.meanWords < 3;
  if (single(profile) && leads) put('given', 0.85);
}

function dates(profile: Profile, { dated }: Neighbours, put: Put): void {
  const share = profile.date + profile.year;
  if (share < 0.7) return;
  const first = Math.min(...dated);
  const isFirst = profile.meanYear === first;
  // The earlier of two dates is that of birth; grown people were born before 2005 or so.
  if (isFirst && profile.meanYear < 2003) put('birthDate', share * 0.95);
  else if (!isFirst && profile.meanYear > first + 10) put('joined', share * 0.75);
}

/** Whether the values of a column can be what its title says; 'open' where they tell nothing. */
export function fits(field: RosterField, profile: Profile): 'yes' | 'no' | 'open' {
  if (profile.filled < 2) return 'open';
  const test = tests[field];
  if (test === undefined) return 'open';
  const share = test(profile);
  if (share >= 0.6) return 'yes';
  return share < 0.1 && profile.filled >= 5 ? 'no' : 'open';
}

const tests: Readonly<Partial<Record<RosterField, (profile: Profile) => number>>> = {
  fullName: (p) => Math.max(p.name, p.words),
  familyMiddle: (p) => Math.max(p.family, p.words),
  given: (p) => p.words,
  gender: (p) => p.gender + p.mark,
  male: (p) => p.mark + p.year + p.date + p.gender,
  female: (p) => p.mark + p.year + p.date + p.gender,
  birthDate: (p) => p.date + p.year + p.small,
  birthDay: (p) => p.small,
  birthMonth: (p) => p.small,
  birthYear: (p) => p.year + p.small,
  phones: (p) => p.phone,
  email: (p) => p.email,
  degrees: (p) => p.degree + p.mark,
  joined: (p) => p.date + p.year + p.small,
  kind: (p) => p.kind,
  citizenId: (p) => p.citizen,
};
