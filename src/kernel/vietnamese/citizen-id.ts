import { type Issue, issue } from '../issue.ts';
import type { PartialDate } from '../partial-date.ts';

export type CitizenIdError = 'citizen_id_letters' | 'citizen_id_length' | 'citizen_id_province';

/** `warnings` (path 'citizen_id'): what does not agree with the gender or the birth date. */
export type ParsedCitizenId =
  | { readonly ok: string; readonly warnings: readonly Issue[] }
  | { readonly error: CitizenIdError; readonly data: Readonly<Record<string, string | number>> };

// Codes of the provinces of registration of birth (63 provinces as of the law on citizen identity).
const PROVINCES = new Set(
  `001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037
  038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079
  080 082 083 084 086 087 089 091 092 093 094 095 096`.split(/\s+/),
);

export interface CitizenIdMeaning {
  readonly province: string;
  readonly gender: 'male' | 'female';
  readonly birthYear: number;
}

/** What the twelve digits of a citizen ID say; null for the older one of nine. */
export function citizenIdMeaning(digits: string): CitizenIdMeaning | null {
  if (!/^\d{12}$/.test(digits)) return null;
  const sign = Number(digits[3]);
  return {
    province: digits.slice(0, 3),
    gender: sign % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + 100 * Math.floor(sign / 2) + Number(digits.slice(4, 6)),
  };
}

export interface KnownOfCitizen {
  readonly gender?: 'male' | 'female' | 'other' | null;
  readonly birthDate?: PartialDate | null;
}

/**
 * A citizen ID as digits: nine (before 2016) or twelve, whose structure is checked. A zero that a
 * spreadsheet dropped in front is put back, with a warning.
 */
export function parseCitizenId(text: string, known: KnownOfCitizen = {}): ParsedCitizenId {
  const typed = text.normalize('NFKC').trim().slice(0, 40);
  const bare = typed.replace(/[\s.\-']/g, '');
  if (!/^\d+$/.test(bare)) return { error: 'citizen_id_letters', data: {} };
  const { digits, restored } = withLostZeros(bare);
  if (digits.length !== 9 && digits.length !== 12) {
    return { error: 'citizen_id_length', data: { length: bare.length } };
  }
  const meaning = citizenIdMeaning(digits);
  const warnings = restored ? [issue('citizen_id', 'citizen_id_zero_lost')] : [];
  if (meaning === null) return { ok: digits, warnings };
  if (!PROVINCES.has(meaning.province)) {
    return { error: 'citizen_id_province', data: { province: meaning.province } };
  }
  return { ok: digits, warnings: [...warnings, ...disagreements(meaning, known)] };
}

// Province codes begin with 0, those of the capital with 00: ten or eleven digits have lost them.
function withLostZeros(bare: string): { digits: string; restored: boolean } {
  if (bare.length !== 10 && bare.length !== 11 && bare.length !== 8) {
    return { digits: bare, restored: false };
  }
  const digits = bare.padStart(bare.length === 8 ? 9 : 12, '0');
  if (digits.length === 12 && !PROVINCES.has(digits.slice(0, 3))) {
    return { digits: bare, restored: false };
  }
  return { digits, restored: true };
}

function disagreements(meaning: CitizenIdMeaning, known: KnownOfCitizen): Issue[] {
  const found: Issue[] = [];
  const { gender, birthDate } = known;
  if ((gender === 'male' || gender === 'female') && gender !== meaning.gender) {
    found.push(issue('citizen_id', 'citizen_id_gender'));
  }
  if (birthDate && Number(birthDate.slice(0, 4)) !== meaning.birthYear) {
    found.push(issue('citizen_id', 'citizen_id_birth_year'));
  }
  return found;
}
