/** What a column of a roster can be written to. 'skip': the column is left out. */
export const rosterFields = [
  'fullName',
  'familyMiddle',
  'family',
  'middle',
  'given',
  'gender',
  /** A column whose mark (x, 1) or birth date stands for the one sex: "Nam", "Nữ". */
  'male',
  'female',
  'birthDate',
  'birthDay',
  'birthMonth',
  'birthYear',
  'phones',
  'email',
  'degrees',
  'field',
  'workplace',
  'job',
  'address',
  'association',
  'branch',
  'joined',
  'kind',
  'cardNumber',
  'post',
  'note',
  'citizenId',
  'ethnicity',
  'religion',
  'party',
  'skip',
] as const;
export type RosterField = (typeof rosterFields)[number];

/** Only for those who may write sensitive fields; for others such a column is skipped. */
export const sensitiveFields: readonly RosterField[] = [
  'citizenId',
  'ethnicity',
  'religion',
  'party',
];

/** Fields that several columns may write: numbers are gathered, parts of an address joined. */
export const repeatedFields: readonly RosterField[] = ['phones', 'degrees', 'address', 'skip'];
