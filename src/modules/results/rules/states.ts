export type AllocationAct = 'edit' | 'propose' | 'return' | 'approve' | 'publish';
type State = 'draft' | 'proposed' | 'approved' | 'published';

/** What may be done with an allocation in which state, and what follows. What is approved stays. */
export const allocationMoves: Readonly<
  Record<State, Partial<Readonly<Record<AllocationAct, State>>>>
> = {
  draft: { edit: 'draft', propose: 'proposed' },
  proposed: { return: 'draft', approve: 'approved' },
  approved: { publish: 'published' },
  published: {},
};

/** The state after an act; null: it may not be done in this state. */
export const afterAllocationAct = (state: State, act: AllocationAct): State | null =>
  allocationMoves[state][act] ?? null;
