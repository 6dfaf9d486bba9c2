/** The states of a form, and which one may follow. */
const followers = {
  waiting: ['filling', 'submitted', 'checked'],
  filling: ['submitted', 'checked'],
  // The own leader sends it back as a whole or returns places of it.
  submitted: ['filling', 'returned', 'checked'],
  // Whoever sent it takes it back before anything of it was accepted.
  checked: ['filling', 'returned', 'accepted'],
  returned: ['submitted', 'checked'],
  // Taken back by the one who collects.
  accepted: ['returned', 'checked', 'frozen'],
  // A lock exception after freezing; freezing it anew keeps both.
  frozen: ['accepted'],
} as const;

type State = keyof typeof followers;

/** True when a form in this state may go into that one. */
export function mayFollow(from: State, to: State): boolean {
  return (followers[from] as readonly State[]).includes(to);
}

/** Gone up to the one who collects, and not returned. */
export const sentStates: readonly State[] = ['checked', 'accepted', 'frozen'];

/** What is written about who did it: `at` is kept in these states and lost in those before. */
export const stampsKept: Readonly<Record<'submitted' | 'checked' | 'accepted', readonly State[]>> =
  {
    submitted: ['submitted', 'returned', 'checked', 'accepted', 'frozen'],
    checked: ['checked', 'accepted', 'frozen'],
    accepted: ['accepted', 'frozen'],
  };

const roundFollowers = {
  draft: ['open'],
  open: ['closed'],
  closed: ['open', 'frozen'],
  frozen: [],
} as const;

/** True when a round in this state may go into that one. */
export function roundMayFollow(
  from: keyof typeof roundFollowers,
  to: keyof typeof roundFollowers,
): boolean {
  return (roundFollowers[from] as readonly string[]).includes(to);
}
