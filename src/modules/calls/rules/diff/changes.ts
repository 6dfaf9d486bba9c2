/** What a change of an edition does to those who entered or may enter. */
export const changeEffects = [
  'excluded',
  'included',
  'consent_due',
  'consent_not_due',
  'field_removed',
  'field_added',
  'answers_kept',
  'answer_due',
  'answer_asked',
  'limit_exceeded',
  'option_removed',
  'file_types_removed',
  'kind_changed',
  'deadline_earlier',
  'deadline_later',
  'phase_removed',
  'phase_added',
  'permits_changed',
  'hidden_changed',
  'rubric_changed',
  'rubric_added',
  'rubric_removed',
  'scoring_changed',
  'sheet_asks',
  'pass_changed',
  'judges_changed',
  'ranking_changed',
  'spread_changed',
  'goes_on_changed',
  'voting_added',
  'voting_removed',
  'voting_changed',
  'identifies_changed',
  'prizes_changed',
  'words_changed',
] as const;
export type ChangeEffect = (typeof changeEffects)[number];

/** One effect. `path` leads into the newer content, or the older one for what was removed. */
export interface EditionChange {
  readonly path: string;
  readonly effect: ChangeEffect;
  readonly data: Readonly<Record<string, unknown>>;
}

export const change = (
  path: string,
  effect: ChangeEffect,
  data: Readonly<Record<string, unknown>> = {},
): EditionChange => ({ path, effect, data });

/** Whether two JSON values are the same, whatever the order of their names. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => same(left[name], right[name]));
}
