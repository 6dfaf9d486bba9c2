export type AllocationAct = 'edit' | 'propose' | 'return' | 'approve' | 'publish' | 'take_back';
type State = 'draft' | 'proposed' | 'approved' | 'published';

/**
 * What may be done with an allocation in which state, and what follows. What is approved stays, until the decision is
 * taken back.
 */
export const allocationMoves: Readonly<
  Record<State, Partial<Readonly<Record<AllocationAct, State>>>>
> = {
  draft: { edit: 'draft', propose: 'proposed' },
  proposed: { return: 'draft', approve: 'approved' },
  approved: { publish: 'published', take_back: 'proposed' },
  published: { take_back: 'proposed' },
};

/** The state after an act; null: it may not be done in this state. */
export const afterAllocationAct = (state: State, act: AllocationAct): State | null =>
  allocationMoves[state][act] ?? null;
