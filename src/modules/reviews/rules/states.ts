import { type Issue, issue } from '../../../kernel/issue.ts';
import type { Admission, DossierState } from '../../calls/index.ts';

export const sheetStates = ['assigned', 'draft', 'signed', 'reopened'] as const;
/**
 * assigned: nothing was written yet; draft: being written; signed; reopened: signed before, and opened
 * again. A signed sheet that is opened again keeps the version that was signed.
 */
export type SheetState = (typeof sheetStates)[number];

export const sheetActs = ['save', 'sign', 'reopen', 'paper'] as const;
/** paper: the secretariat types in what a judge signed on paper. */
export type SheetAct = (typeof sheetActs)[number];

/** What decides on an act, at an instant of the server. */
export interface SheetStanding {
  readonly state: SheetState;
  /** False: the judge stepped back from the dossier, or it was taken from them. */
  readonly active: boolean;
  readonly edition: 'draft' | 'open' | 'closed';
  readonly dossier: DossierState;
  /** Whether judges may judge in the sheet's own phase. */
  readonly judging: Admission;
  /** Whether the council discusses what was judged in that phase. */
  readonly discussing: Admission;
}

const from: Readonly<Record<SheetAct, readonly SheetState[]>> = {
  save: ['assigned', 'draft', 'reopened'],
  sign: ['assigned', 'draft', 'reopened'],
  reopen: ['signed'],
  paper: ['assigned', 'draft', 'reopened'],
};

/** What follows an act. */
export const nextState: Readonly<Record<SheetAct, (state: SheetState) => SheetState>> = {
  save: (state) => (state === 'reopened' ? 'reopened' : 'draft'),
  sign: () => 'signed',
  reopen: () => 'reopened',
  paper: () => 'signed',
};

/**
 * Why an act may not happen to a sheet; null: it may. The first time a sheet is written while its phase
 * is open. One that was signed is opened again while the phase is open (something is to be mended) or the
 * council discusses, and written as long as either holds. What was signed on paper may be typed in
 * whenever the phase has begun. Codes: `sheet_edition_over`, `sheet_not_yours`, `sheet_dossier_out`,
 * `sheet_state` {state, act}, `sheet_not_open_yet` {opens}, `sheet_closed` {closes}, `sheet_not_set`.
 */
export function refusalOf(act: SheetAct, standing: SheetStanding): Issue | null {
  const { state, judging, discussing } = standing;
  if (standing.edition !== 'open') return issue('', 'sheet_edition_over');
  if (!standing.active) return issue('', 'sheet_not_yours');
  if (standing.dossier !== 'valid') return issue('', 'sheet_dossier_out');
  if (!from[act].includes(state)) return issue('', 'sheet_state', { state, act });
  if (judging.ok) return null;
  if ((act === 'reopen' || state === 'reopened') && discussing.ok) return null;
  if (act === 'paper' && judging.code === 'closed') return null;
  return late(judging);
}

function late({ code, data }: Admission & { readonly ok: false }): Issue {
  if (code === 'not_open_yet') return issue('', 'sheet_not_open_yet', { ...data });
  if (code === 'closed') return issue('', 'sheet_closed', { ...data });
  return issue('', 'sheet_not_set');
}

/**
 * The round from a reopening on: what is mended while the phase is open belongs to the same round, what
 * is judged anew after a discussion to the next.
 */
export const roundAfter = (round: number, { judging }: Pick<SheetStanding, 'judging'>): number =>
  judging.ok ? round : round + 1;

/** A phase of an edition as discussions look at it. */
export interface Step {
  readonly key: string;
  /** Judges judge in it. */
  readonly reviews: boolean;
}

/**
 * The phases in which the sheets of one phase may be discussed: itself, and those that follow it until
 * judges judge again. Empty where there is no such phase.
 */
export function discussedIn<T extends Step>(steps: readonly T[], key: string): readonly T[] {
  const first = steps.findIndex((step) => step.key === key);
  if (first === -1) return [];
  const next = steps.findIndex((step, at) => at > first && step.reviews);
  return steps.slice(first, next === -1 ? undefined : next);
}
