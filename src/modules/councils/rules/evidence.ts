/** How sure it is that two names are one human. */
export const matches = ['contact', 'full', 'part', 'name'] as const;
/**
 * contact: name and e-mail or telephone; full: name and day of birth; part: name and what is known of the
 * birth; name: nothing but the name.
 */
export type Match = (typeof matches)[number];

export const isSure = (match: Match): boolean => match !== 'part' && match !== 'name';

export const evidenceKinds = [
  'person',
  'unit',
  'membership',
  'post',
  'dossier',
  'text',
  'representative',
  'nominator',
  'declared',
  'office',
] as const;
export type EvidenceBy = (typeof evidenceKinds)[number];

/** One thing that speaks for a conflict; what does not apply is left out. */
export interface Evidence {
  readonly by: EvidenceBy;
  /** Whether it leaves no doubt who or what it is. */
  readonly sure: boolean;
  readonly match?: Match;
  /** The author of the dossier that it is about. */
  readonly author?: string;
  /** As it is written of the judge: a unit, a post. */
  readonly judge?: string;
  /** As it is written of the dossier. */
  readonly found?: string;
  /** Code of an organisation of the registry. */
  readonly organisation?: string;
  /** Days; the last one exclusive. */
  readonly since?: string;
  readonly until?: string;
  /** Public id of the dossier that both wrote. */
  readonly dossier?: string;
  /** Public id of the text from a file that names both. */
  readonly text?: string;
  /** What the shared dossier won. */
  readonly awards?: readonly string[];
  readonly relation?: string;
  readonly words?: string;
}

/** The same evidence gives the same text, whatever the order of its parts. */
export function evidenceText(evidence: readonly Evidence[]): string {
  return JSON.stringify(evidence.map((one) => itemText(one)).sort());
}

const itemText = (one: Evidence): string =>
  JSON.stringify(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Whether something speaks for it now that did not before. */
export function hasMore(before: readonly Evidence[], now: readonly Evidence[]): boolean {
  const known = new Set(before.map(itemText));
  return now.some((one) => !known.has(itemText(one)));
}
