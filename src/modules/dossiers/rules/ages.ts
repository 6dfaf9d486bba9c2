/** Bands of full years, both ends in it, the youngest first; `unknown`: the birth date does not tell. */
export const ageGroups = [
  { key: 'under-7', from: 0, to: 6 },
  { key: '7-11', from: 7, to: 11 },
  { key: '12-15', from: 12, to: 15 },
  { key: '16-17', from: 16, to: 17 },
  { key: '18-35', from: 18, to: 35 },
  { key: '36-60', from: 36, to: 60 },
  { key: 'over-60', from: 61, to: 999 },
] as const;

export const ageKeys = [...ageGroups.map(({ key }) => key), 'unknown'] as const;
export type AgeKey = (typeof ageKeys)[number];
