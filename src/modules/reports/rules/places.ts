import type { Day } from '../../../kernel/day.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';

type FormState =
  | 'waiting'
  | 'filling'
  | 'submitted'
  | 'checked'
  | 'returned'
  | 'accepted'
  | 'frozen';
type PlaceState = 'open' | 'returned' | 'accepted';

/** What of a form says which of its places may be written. */
export interface Lock {
  readonly state: FormState;
  /** Last day of a lock exception. */
  readonly openUntil: Day | null;
  /** A round that was closed takes no form that has not gone up. */
  readonly round: { readonly state: string };
}

/** True while an accepted form is open again; the last day counts. */
export function isReopened(form: Omit<Lock, 'round'>, today: Day): boolean {
  return form.state === 'accepted' && form.openUntil !== null && today <= form.openUntil;
}

/**
 * Why a place may not be written now; null when it may. While places are returned, only those; while
 * an accepted form is open again, all.
 */
export function lockOf(form: Lock, place: PlaceState, today: Day): string | null {
  switch (form.state) {
    case 'waiting':
    case 'filling':
      if (form.round.state !== 'open') return 'round_closed';
      return place === 'accepted' ? 'place_accepted' : null;
    case 'returned':
      return place === 'returned' ? null : 'place_not_returned';
    case 'accepted':
      return isReopened(form, today) ? null : 'locked_accepted';
    case 'submitted':
      return 'locked_submitted';
    case 'checked':
      return 'locked_checked';
    case 'frozen':
      return 'locked_frozen';
  }
}

/** The lock of a place as issues for the field at `path`. */
export function lockIssues(path: string, form: Lock, place: PlaceState, today: Day): Issue[] {
  const code = lockOf(form, place, today);
  return code === null ? [] : [issue(path, code)];
}

/** Steps of a form, by the states that they may be taken from. */
export const steps = {
  submit: ['waiting', 'filling', 'returned'],
  withdraw: ['submitted', 'checked'],
  check: ['submitted'],
  returns: ['checked', 'returned'],
  accept: ['checked', 'returned'],
  reopen: ['accepted', 'frozen'],
  freeze: ['accepted'],
  publish: ['accepted', 'frozen'],
  number: ['checked', 'returned', 'accepted', 'frozen'],
} as const satisfies Record<string, readonly FormState[]>;

export type Step = keyof typeof steps;

/** True when the step may be taken from the state. */
export function mayStep(step: Step, state: FormState): boolean {
  return (steps[step] as readonly FormState[]).includes(state);
}

/** Why the step may not be taken: empty when it may. */
export function stepIssues(step: Step, { state, round }: Pick<Lock, 'state' | 'round'>): Issue[] {
  if (!mayStep(step, state)) return [issue('', `${step}_not_now`, { state })];
  const ended = round.state !== 'open' && state !== 'returned';
  return ended && (step === 'submit' || step === 'withdraw') ? [issue('', 'round_closed')] : [];
}
