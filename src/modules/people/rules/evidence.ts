import { compatibleDates } from '../../../kernel/partial-date.ts';
import { foldForSearch, matchKey } from '../../../kernel/vietnamese/fold.ts';
import { joinName } from '../../../kernel/vietnamese/names.ts';

/** What is known of somebody when two records are compared. */
export interface PersonLike {
  readonly family: string;
  readonly middle: string;
  readonly given: string;
  /** The folded full name. */
  readonly search: string;
  /** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD' */
  readonly birthDate: string | null;
  readonly gender: 'male' | 'female' | 'other' | null;
  readonly phones: readonly string[];
  readonly email: string | null;
  /** Keyed fingerprint of the digits; left out where it may not be used. */
  readonly citizenIdIndex?: string | null;
  readonly organisationId: string | null;
  readonly branch: string | null;
  readonly workplace: string | null;
  readonly cardNumber: string | null;
}

export interface WeighContext {
  /** From how many points two records are proposed as one human; 60 unless told. */
  readonly likelyFrom?: number;
  /** Both stand in rosters of the same association. */
  readonly sameRoster?: boolean;
  /** On each side nobody else has this name and birth date. */
  readonly unique?: boolean;
}

export const evidencePoints = {
  citizen_id_same: 80,
  phone_same: 45,
  email_same: 40,
  card_same: 40,
  name_same: 30,
  name_tone_place: 30,
  name_without_marks: 24,
  name_marks_differ: 14,
  name_part_missing: 12,
  birth_date_same: 32,
  birth_month_same: 18,
  birth_year_same: 12,
  unit_alike: 5,
  association_same: 5,
  citizen_id_differs: -60,
  given_differs: -60,
  family_differs: -20,
  middle_differs: -20,
  birth_one_part_differs: -10,
  birth_differs: -40,
  gender_differs: -30,
} as const;

export type EvidenceCode = keyof typeof evidencePoints;

/** These tell something of a citizen ID: only for those who may read it. */
export const sensitiveEvidence: readonly EvidenceCode[] = ['citizen_id_same', 'citizen_id_differs'];

export interface Evidence {
  readonly code: EvidenceCode;
  readonly points: number;
}

export interface Weighed {
  /** 0 to 100. */
  readonly score: number;
  /** What speaks for it first, the strongest first. */
  readonly evidence: readonly Evidence[];
  /**
   * 'certain': joined without asking. 'likely': proposed. Namesakes (name and year of birth alone) and
   * relatives (telephone, e-mail or unit shared, names different) are never certain.
   */
  readonly verdict: 'certain' | 'likely' | 'none';
}

export const LIKELY_FROM = 60;

/** Compares two records of persons. The order of the two does not matter. */
export function weigh(a: PersonLike, b: PersonLike, context: WeighContext = {}): Weighed {
  const found = [nameOf(a, b), birthOf(a, b), ...contactsOf(a, b), unitOf(a, b)].filter(
    (code) => code !== null,
  );
  const evidence = found
    .map((code): Evidence => ({ code, points: evidencePoints[code] }))
    .sort((x, y) => y.points - x.points);
  const sum = evidence.reduce((total, { points }) => total + points, 0);
  const score = Math.max(0, Math.min(100, sum));
  const codes = new Set(found);
  if (isCertain(codes, context))
    return { score: Math.max(score, LIKELY_FROM), evidence, verdict: 'certain' };
  const likely = score >= (context.likelyFrom ?? LIKELY_FROM);
  return { score, evidence, verdict: likely ? 'likely' : 'none' };
}

const CONTRADICTIONS: readonly EvidenceCode[] = [
  'citizen_id_differs',
  'given_differs',
  'family_differs',
  'birth_one_part_differs',
  'birth_differs',
  'gender_differs',
];
const SAME_NAME: readonly EvidenceCode[] = ['name_same', 'name_tone_place', 'name_without_marks'];

function isCertain(
  found: ReadonlySet<EvidenceCode>,
  { sameRoster, unique }: WeighContext,
): boolean {
  if (CONTRADICTIONS.some((code) => found.has(code))) return false;
  // The same number and another middle name, or marks lost: the same human, written otherwise.
  if (found.has('citizen_id_same')) return true;
  const sameBirth = found.has('birth_date_same');
  const same = SAME_NAME.some((code) => found.has(code));
  // 'Hoa' and 'Hoà' behind one telephone may be sisters, unless they were born on one day.
  const named = same || (found.has('name_marks_differ') && sameBirth);
  const reached = found.has('phone_same') || found.has('email_same') || found.has('card_same');
  if (named && reached) return true;
  return same && sameBirth && sameRoster === true && unique === true;
}

function nameOf(a: PersonLike, b: PersonLike): EvidenceCode | null {
  const [left, right] = [joinName(a), joinName(b)];
  if (left === '' || right === '') return null;
  if (left.toLowerCase() === right.toLowerCase()) return 'name_same';
  if (a.search === b.search) {
    if (matchKey(left) === matchKey(right)) return 'name_tone_place';
    return isPlain(left) || isPlain(right) ? 'name_without_marks' : 'name_marks_differ';
  }
  if (foldForSearch(a.given) !== foldForSearch(b.given)) return 'given_differs';
  const [one, other] = [a, b].map(({ family }) => foldForSearch(family)) as [string, string];
  if (one !== '' && other !== '' && one !== other) return 'family_differs';
  return a.middle === '' || b.middle === '' || one === '' || other === ''
    ? 'name_part_missing'
    : 'middle_differs';
}

// Typed without dấu: nothing but the letters of English.
const isPlain = (name: string): boolean => /^[\x20-\x7e]*$/.test(name);

function birthOf(a: PersonLike, b: PersonLike): EvidenceCode | null {
  const [one, other] = [a.birthDate, b.birthDate];
  if (one === null || other === null) return null;
  if (compatibleDates(one, other)) {
    const known = Math.min(one.length, other.length);
    if (known === 10) return 'birth_date_same';
    return known === 7 ? 'birth_month_same' : 'birth_year_same';
  }
  const [left, right] = [one.split('-'), other.split('-')];
  const differing = left.filter((part, at) => right[at] !== undefined && right[at] !== part).length;
  // A slip of the pen in one part of full dates; two years alone are two people.
  return differing === 1 && one.length === 10 && other.length === 10
    ? 'birth_one_part_differs'
    : 'birth_differs';
}

function contactsOf(a: PersonLike, b: PersonLike): (EvidenceCode | null)[] {
  const citizen = (): EvidenceCode | null => {
    if (!a.citizenIdIndex || !b.citizenIdIndex) return null;
    return a.citizenIdIndex === b.citizenIdIndex ? 'citizen_id_same' : 'citizen_id_differs';
  };
  const genders = a.gender !== null && b.gender !== null && a.gender !== b.gender;
  const card = a.cardNumber !== null && a.cardNumber === b.cardNumber && sameAssociation(a, b);
  return [
    citizen(),
    a.phones.some((phone) => b.phones.includes(phone)) ? 'phone_same' : null,
    a.email !== null && a.email === b.email ? 'email_same' : null,
    card ? 'card_same' : null,
    genders ? 'gender_differs' : null,
  ];
}

const sameAssociation = (a: PersonLike, b: PersonLike): boolean =>
  a.organisationId !== null && a.organisationId === b.organisationId;

function unitOf(a: PersonLike, b: PersonLike): EvidenceCode | null {
  const alike = isAlike(a.workplace, b.workplace) || isAlike(a.branch, b.branch);
  if (alike) return 'unit_alike';
  return sameAssociation(a, b) ? 'association_same' : null;
}

/** 'Trường THCS Quyết Tâm' and 'THCS Quyết Tâm (đã nghỉ hưu)': most words of the shorter in the other. */
function isAlike(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  const [left, right] = [one, other].map((text) => new Set(foldForSearch(text).split(' '))) as [
    Set<string>,
    Set<string>,
  ];
  const [short, long] = left.size <= right.size ? [left, right] : [right, left];
  if (short.has('') || short.size === 0) return false;
  const shared = [...short].filter((word) => long.has(word)).length;
  return shared >= 1 && shared * 4 >= short.size * 3;
}
