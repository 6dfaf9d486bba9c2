import { type Issue, issue } from '../../../kernel/issue.ts';
import type { Party, Phase, PhaseAct } from './content/index.ts';
import { type Admission, admission, type Leave } from './deadlines.ts';

export const dossierStates = [
  'draft',
  'submitted',
  'returned',
  'valid',
  'invalid',
  'withdrawn',
] as const;
export type DossierState = (typeof dossierStates)[number];

export const dossierActions = [
  'save',
  'submit',
  'discard',
  'withdraw',
  'return',
  'validate',
  'invalidate',
  'reopen',
  'move',
] as const;
export type DossierAction = (typeof dossierActions)[number];

interface ActionRule {
  readonly who: Party;
  /** What the phase has to permit; null: whenever the state allows it. */
  readonly act: PhaseAct | null;
  /** From which state to which; null: the dossier is gone. */
  readonly ways: Partial<Readonly<Record<DossierState, DossierState | null>>>;
}

/**
 * A submitted dossier may be written and submitted again as long as the phase permits: the version
 * that was submitted holds until then. One that was returned and not answered is decided as it is.
 */
export const actionRules: Readonly<Record<DossierAction, ActionRule>> = {
  save: {
    who: 'entrant',
    act: 'save',
    ways: { draft: 'draft', submitted: 'submitted', returned: 'returned', withdrawn: 'withdrawn' },
  },
  submit: {
    who: 'entrant',
    act: 'submit',
    ways: {
      draft: 'submitted',
      submitted: 'submitted',
      returned: 'submitted',
      withdrawn: 'submitted',
    },
  },
  discard: { who: 'entrant', act: null, ways: { draft: null } },
  withdraw: {
    who: 'entrant',
    act: 'withdraw',
    ways: { submitted: 'withdrawn', returned: 'withdrawn', valid: 'withdrawn' },
  },
  return: { who: 'secretariat', act: 'return', ways: { submitted: 'returned' } },
  validate: {
    who: 'secretariat',
    act: 'validate',
    ways: { submitted: 'valid', returned: 'valid' },
  },
  invalidate: {
    who: 'secretariat',
    act: 'validate',
    ways: { submitted: 'invalid', returned: 'invalid' },
  },
  reopen: {
    who: 'secretariat',
    act: 'validate',
    ways: { valid: 'submitted', invalid: 'submitted' },
  },
  move: {
    who: 'secretariat',
    act: 'move',
    ways: { submitted: 'submitted', returned: 'returned', valid: 'valid' },
  },
};

export type Verdict =
  | {
      readonly ok: true;
      /** null: the dossier is gone. */
      readonly next: DossierState | null;
      /** What lets it happen. */
      readonly by: 'phase' | 'always' | Leave['reason'];
    }
  | { readonly ok: false; readonly issue: Issue };

/**
 * Whether an action may happen to a dossier in that state at an instant of the server, and the state
 * that follows. `leave` is the time that this one dossier was given. The issue's codes:
 * `dossier_state` {state, action}, `phase_closed` {action, closes}, `phase_not_open_yet` {action,
 * opens}, `phase_not_set` and `phase_not_permitted` {action}.
 */
export function mayDo(
  state: DossierState,
  action: DossierAction,
  phases: readonly Phase[],
  now: Date,
  leave: Leave | null = null,
): Verdict {
  const { who, act, ways } = actionRules[action];
  const next = ways[state];
  if (next === undefined)
    return { ok: false, issue: issue('', 'dossier_state', { state, action }) };
  if (act === null) return { ok: true, next, by: 'always' };
  const admitted = admission(phases, who, act, now, leave);
  if (admitted.ok) return { ok: true, next, by: admitted.by };
  return { ok: false, issue: refusal(action, admitted) };
}

const refusal = (action: DossierAction, { code, data }: Admission & { ok: false }): Issue =>
  issue('', code.startsWith('not_') ? `phase_${code}` : 'phase_closed', { action, ...data });

/** What somebody may do with a dossier now, in the order of `dossierActions`. */
export function actionsNow(
  who: Party,
  state: DossierState,
  phases: readonly Phase[],
  now: Date,
  leave: Leave | null = null,
): DossierAction[] {
  return dossierActions.filter(
    (action) => actionRules[action].who === who && mayDo(state, action, phases, now, leave).ok,
  );
}
