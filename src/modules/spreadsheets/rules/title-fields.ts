import { femaleMarked, maleMarked } from '../vi/value-words.ts';
import type { RosterField } from './fields.ts';
import type { Profile } from './profile.ts';
import { degreesNamed, type TitleMatch } from './titles.ts';
import type { Suggestion } from './value-fields.ts';

export interface Titled {
  readonly title: string;
  readonly match: TitleMatch | null;
  readonly profile: Profile;
}

/** What a column may be by its title, with the titles beside it and its values where it is vague. */
export function byTitle(look: Titled, at: number, looks: readonly Titled[]): Suggestion[] {
  const { match, profile } = look;
  const before = looks[at - 1];
  if (before !== undefined && sharesName(before, look)) return [{ field: 'given', weight: 0.97 }];
  if (profile.mark > 0.8 && degreesNamed(look.title) !== '')
    return [{ field: 'degrees', weight: 0.9 }];
  if (match === null) return [];
  const { field, weight } = match;
  const beside = (other: RosterField): boolean =>
    looks.some((one, index) => index !== at && one.match?.field === other);
  const after = looks[at + 1];
  if (after !== undefined && sharesName(look, after))
    return [{ field: 'familyMiddle', weight: 0.97 }];
  if (field === 'gender' && profile.mark > 0.8) {
    if (femaleMarked.test(look.title)) return [{ field: 'female', weight: 0.97 }];
    if (maleMarked.test(look.title)) return [{ field: 'male', weight: 0.97 }];
  }
  if (isYearPart(look, looks)) return [{ field: 'birthYear', weight: 0.97 }];
  if (field === 'male') return maleOrYear(weight, profile, beside);
  if (field === 'birthDay' || field === 'birthMonth' || field === 'birthYear') {
    const year =
      beside('birthYear') ||
      looks.some((one) => isYearPart(one, looks)) ||
      (beside('male') && !beside('female'));
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
    if (profile.society > 0.6) return [{ field: 'association', weight: 0.9 }];
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

// 'Năm sinh' behind 'Ngày' and 'Tháng' is the third part.
function isYearPart({ match, profile }: Titled, looks: readonly Titled[]): boolean {
  if (match?.field !== 'birthDate' || profile.year < 0.6 || profile.date > 0.1) return false;
  return (['birthDay', 'birthMonth'] as const).every((part) =>
    looks.some((one) => one.match?.field === part && one.profile.small > 0.6),
  );
}

// One title over two columns: 'Nguyễn Thị' and 'Lan' both stand under 'Họ và tên'.
function sharesName(first: Titled, second: Titled): boolean {
  if (first.match?.field !== 'fullName') return false;
  if (second.title !== '' && second.title !== first.title) return false;
  const { profile: lead } = first;
  const { profile: word } = second;
  const single = word.words > 0.8 && word.meanWords < 1.35 && word.distinct > 0.2;
  const other = word.gender > 0.5 || word.ethnic > 0.6 || word.mark > 0.3;
  const both = word.filled > 1 && word.filled >= lead.filled * 0.8;
  return single && !other && both && lead.words > 0.7 && lead.meanWords < 2.8;
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
