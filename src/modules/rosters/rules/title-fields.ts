import type { RosterField } from '../schema.ts';
import type { Profile } from './profile.ts';
import type { TitleMatch } from './titles.ts';
import type { Suggestion } from './value-fields.ts';

export interface Titled {
  readonly title: string;
  readonly match: TitleMatch | null;
  readonly profile: Profile;
}

/** What a column may be by its title, with the titles beside it and its values where it is vague. */
export function byTitle(look: Titled, at: number, looks: readonly Titled[]): Suggestion[] {
  const { match, profile } = look;
  if (match === null) return [];
  const { field, weight } = match;
  const beside = (other: RosterField): boolean =>
    looks.some((one, index) => index !== at && one.match?.field === other);
  if (field === 'male') return maleOrYear(weight, profile, beside);
  if (field === 'birthDay' || field === 'birthMonth' || field === 'birthYear') {
    const year = beside('birthYear') || (beside('male') && !beside('female'));
    const whole = (['birthDay', 'birthMonth'] as const).every(
      (one) => one === field || beside(one),
    );
    if (whole && (field === 'birthYear' || year)) return [{ field, weight }];
    if (field === 'birthYear' || profile.date > 0.5) return [{ field: 'birthDate', weight: 0.7 }];
    return [];
  }
  if (field === 'given' || field === 'family') return nameByTitle(look, beside);
  if (field === 'job' && match.phrase === 'chuc vu') return duty(profile, weight, beside('job'));
  if (field === 'workplace' && match.phrase === 'don vi') {
    if (profile.branch > 0.5) return [{ field: 'branch', weight: 0.9 }];
    return [
      { field, weight: 0.8 },
      { field: 'branch', weight: 0.6 },
    ];
  }
  if (field === 'association' && profile.branch > 0.5) return [{ field: 'branch', weight: 0.9 }];
  if (field === 'degrees' && profile.degree < 0.2 && profile.filled > 2 && profile.words > 0.6) {
    return [
      { field, weight: weight - 0.2 },
      { field: 'field', weight: 0.7 },
    ];
  }
  if (field === 'field' && profile.degree > 0.6)
    return [
      { field: 'degrees', weight: 0.85 },
      { field, weight },
    ];
  return [{ field, weight }];
}

// 'Nam' is a man, 'Nam' without its mark may be a year.
function maleOrYear(
  weight: number,
  profile: Profile,
  beside: (field: RosterField) => boolean,
): Suggestion[] {
  if (beside('female')) return [{ field: 'male', weight: 0.97 }];
  if (beside('birthDay') && beside('birthMonth')) return [{ field: 'birthYear', weight: 0.97 }];
  if (profile.year > 0.6) return [{ field: 'birthDate', weight: 0.7 }];
  return [{ field: 'male', weight }];
}

function nameByTitle(look: Titled, beside: (field: RosterField) => boolean): Suggestion[] {
  const { profile, match } = look;
  const field = match!.field;
  const paired = field === 'given' ? beside('familyMiddle') || beside('family') : beside('given');
  if (paired) {
    const whole = field === 'family' && profile.meanWords > 1.3 && !beside('middle');
    return [{ field: whole ? 'familyMiddle' : field, weight: 0.97 }];
  }
  if (field === 'given' && profile.filled > 0 && profile.meanWords < 1.3) {
    return [{ field, weight: 0.8 }];
  }
  return [{ field: 'fullName', weight: 0.85 }];
}

function duty(profile: Profile, weight: number, otherJob: boolean): Suggestion[] {
  const inside = profile.post > 0.4 || otherJob;
  return inside
    ? [
        { field: 'post', weight: 0.85 },
        { field: 'job', weight: 0.6 },
      ]
    : [
        { field: 'job', weight },
        { field: 'post', weight: 0.6 },
      ];
}
