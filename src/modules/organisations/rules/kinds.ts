export const organisationKinds = [
  'national_union',
  'provincial_union',
  'sector_society',
  'member_association',
  'collective_member',
  'branch',
  'affiliated_unit',
  'agency',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const affiliationKinds = ['territorial', 'sectoral', 'branch', 'unit'] as const;
export type AffiliationKind = (typeof affiliationKinds)[number];

/** Kinds that count as members of the organisation they stand under. */
export const memberKinds: readonly OrganisationKind[] = [
  'provincial_union',
  'sector_society',
  'member_association',
  'collective_member',
];

/** Words that are pages beside an organisation's own under /to-chuc, so no code may be one. */
export const pageWords: readonly string[] = ['moi', 'xuat', 'nhap', 'tep-mau', 'goi-y', 'so-do'];
