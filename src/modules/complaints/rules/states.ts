export const complaintStates = [
  'received',
  'accepted',
  'handling',
  'answered',
  'closed',
  'refused',
  'withdrawn',
] as const;
export type ComplaintState = (typeof complaintStates)[number];

export const complaintActs = [
  'accept',
  'refuse',
  'identify',
  'assign',
  'consult',
  'extend',
  'propose',
  'answer',
  'close',
  'withdraw',
] as const;
export type ComplaintAct = (typeof complaintActs)[number];

type Ways = Readonly<Partial<Record<ComplaintState, ComplaintState>>>;

const stays: Ways = { received: 'received', accepted: 'accepted', handling: 'handling' };

/** From which state to which: what is not here is not possible. */
const table: Readonly<Record<ComplaintAct, Ways>> = {
  accept: { received: 'accepted' },
  refuse: { received: 'refused' },
  identify: stays,
  assign: { accepted: 'handling', handling: 'handling' },
  consult: { handling: 'handling' },
  extend: { accepted: 'accepted', handling: 'handling' },
  propose: { handling: 'handling' },
  answer: { handling: 'answered' },
  close: { answered: 'closed' },
  withdraw: { received: 'withdrawn', accepted: 'withdrawn', handling: 'withdrawn' },
};

/** The state after an act; null: it cannot be done in this state. */
export const stateAfter = (state: ComplaintState, act: ComplaintAct): ComplaintState | null =>
  table[act][state] ?? null;

/** The states in which somebody still has to do something about it. */
export const openStates: readonly ComplaintState[] = ['received', 'accepted', 'handling'];
export const isOpen = (state: ComplaintState): boolean => openStates.includes(state);

/** The states in which the complainant may read the answer: before, it is a draft. */
export const isAnswered = (state: ComplaintState): boolean =>
  state === 'answered' || state === 'closed';

export interface Standing {
  readonly state: ComplaintState;
  /** By how many days the time to answer was extended; null: it was not. */
  readonly extended: number | null;
  /** Whether an answer was drafted. */
  readonly drafted: boolean;
}

/** What may be done with it now: the time is extended once, and only what was drafted is answered. */
export const actsNow = ({ state, extended, drafted }: Standing): ComplaintAct[] =>
  complaintActs.filter(
    (act) =>
      stateAfter(state, act) !== null &&
      (act !== 'extend' || extended === null) &&
      (act !== 'answer' || drafted),
  );
