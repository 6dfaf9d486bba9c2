/** Points of a judge for a dossier: what the judge said to know. */
export const POINTS = { named: 10, any: 4, other: 0 } as const;

/** How well a judge fits a dossier's field: named among the judge's fields, any field said, or another one. */
export function pointsFor(expertise: readonly string[], field: string | null): number {
  if (expertise.length === 0) return POINTS.any;
  return field !== null && expertise.includes(field) ? POINTS.named : POINTS.other;
}

/** Whether the judge named the field. */
export const knowsField = (expertise: readonly string[], field: string | null): boolean =>
  field !== null && expertise.includes(field);
