import type { Issue } from '../../../kernel/issue.ts';
import type { RosterValues } from '../schema.ts';
import type { RosterField } from './fields.ts';
import { cellIssue } from './issues.ts';
import type { NameReading } from './names.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The column of a value, for what is said about it. */
export interface Place {
  readonly field: RosterField;
  readonly letter: string;
}

/** A row while it is read; one draft serves all rows of a reader. */
export interface Draft {
  row: number;
  values: Mutable<RosterValues>;
  issues: readonly Issue[];
  /** Where the name should stand. */
  readonly empty: Place;
  name: NameReading | null;
  namePlace: Place | null;
  nameText: string;
  /** Of separate columns. */
  hasParts: boolean;
  familyMiddle: string;
  family: string;
  middle: string;
  given: string;
  toned: boolean;
  hasDateParts: boolean;
  birthDay: string;
  birthMonth: string;
  birthYear: string;
  birthPlace: Place | null;
  birthText: string;
  joinedPlace: Place | null;
  joinedText: string;
  citizenPlace: Place | null;
  citizenText: string;
  female: boolean;
  male: boolean;
  /** A column of men or women that is not marked. */
  unmarked: 'male' | 'female' | null;
  /** The field of study that stood in a cell of degrees. */
  degreeField: string | null;
}

const NONE: readonly string[] = [];
const NOTHING: readonly Issue[] = [];

export function draftOf(empty: Place): Draft {
  return { ...blank, row: 0, values: noValues(), issues: NOTHING, empty };
}

const blank = {
  name: null,
  namePlace: null,
  nameText: '',
  hasParts: false,
  familyMiddle: '',
  family: '',
  middle: '',
  given: '',
  toned: false,
  hasDateParts: false,
  birthDay: '',
  birthMonth: '',
  birthYear: '',
  birthPlace: null,
  birthText: '',
  joinedPlace: null,
  joinedText: '',
  citizenPlace: null,
  citizenText: '',
  female: false,
  male: false,
  unmarked: null,
  degreeField: null,
} as const;

/** Begins the next row. */
export function renew(one: Draft, row: number): void {
  one.row = row;
  one.values = noValues();
  one.issues = NOTHING;
  one.name = null;
  one.namePlace = null;
  if (one.hasParts) Object.assign(one, nameParts);
  if (one.hasDateParts) Object.assign(one, dateParts);
  one.birthPlace = null;
  one.joinedPlace = null;
  one.citizenPlace = null;
  one.female = false;
  one.male = false;
  one.unmarked = null;
  one.degreeField = null;
}

const nameParts = {
  hasParts: false,
  familyMiddle: '',
  family: '',
  middle: '',
  given: '',
  toned: false,
};
const dateParts = { hasDateParts: false, birthDay: '', birthMonth: '', birthYear: '' };

/** The values of a row that tells nothing. */
export function noValues(): Mutable<RosterValues> {
  return {
    family: '',
    middle: '',
    given: '',
    gender: null,
    birthDate: null,
    phones: NONE,
    email: null,
    degrees: NONE,
    field: null,
    workplace: null,
    job: null,
    address: null,
    note: null,
    association: null,
    branch: null,
    joined: null,
    kind: null,
    cardNumber: null,
    post: null,
    citizenId: null,
    ethnicity: null,
    religion: null,
    party: null,
  };
}

/** Notes what is wrong with a value. */
export function say(
  one: Draft,
  place: Place,
  value: string,
  code: string,
  data: Readonly<Record<string, unknown>> = {},
): void {
  one.issues = [...one.issues, cellIssue(place, one.row, code, value, data)];
}
