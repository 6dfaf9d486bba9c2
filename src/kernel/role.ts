/** The roles that a grant can give; the words for them are in the accounts module. */
export const roles = [
  'clerk',
  'leader',
  'officer',
  'national',
  'expert',
  'author',
  'judge',
  'agency',
  'editor',
  'reader',
  'admin',
  'auditor',
  'custodian',
] as const;

export type Role = (typeof roles)[number];

/** Those who work in an office and see its records. */
export const officeStaff: readonly Role[] = [
  'clerk',
  'leader',
  'officer',
  'national',
  'admin',
  'auditor',
];

/** Those who keep the records of an organisation and of what is below it. */
export const recordKeepers: readonly Role[] = ['clerk', 'leader', 'officer', 'admin'];
