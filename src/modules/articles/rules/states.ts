import { type Issue, issue } from '../../../kernel/issue.ts';

export const articleStates = [
  'draft',
  'submitted',
  'returned',
  'edited',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
] as const;
/** Of the newest version: what the public reads may be an earlier one. */
export type ArticleState = (typeof articleStates)[number];

export const articleActs = [
  'change',
  'submit',
  'return',
  'edit',
  'approve',
  'publish',
  'schedule',
  'unschedule',
  'withdraw',
  'discard',
  'remove',
] as const;
export type ArticleAct = (typeof articleActs)[number];

/** What an office asks before an article is public. */
export interface ArticleRules {
  /** An editor goes through it. */
  readonly editing: boolean;
  /** A leader or an editor approves it. */
  readonly approval: boolean;
  /** Whoever wrote it may edit and approve it too: in an office of one or two. */
  readonly own: boolean;
}

/** As long as an office has not set its own. */
export const sampleRules: ArticleRules = { editing: true, approval: true, own: false };

export interface Standing {
  readonly state: ArticleState;
  /** Whether the public reads a version of it. */
  readonly live: boolean;
  /** Whether its newest version is the one that the public read last. */
  readonly unchanged: boolean;
  /** It was public elsewhere before: nobody here has to edit and approve it. */
  readonly imported: boolean;
}

type Ways = Readonly<Partial<Record<ArticleState, ArticleState>>>;

/** From which state to which, whatever the office asks; what is not here is not possible. */
const table: Readonly<Record<ArticleAct, Ways>> = {
  change: {
    draft: 'draft',
    returned: 'returned',
    submitted: 'submitted',
    edited: 'edited',
    approved: 'edited',
    published: 'draft',
    withdrawn: 'draft',
  },
  submit: { draft: 'submitted', returned: 'submitted', withdrawn: 'submitted' },
  return: { submitted: 'returned', edited: 'returned', approved: 'returned' },
  edit: { submitted: 'edited' },
  approve: { edited: 'approved' },
  publish: { approved: 'published', scheduled: 'published' },
  schedule: { approved: 'scheduled', scheduled: 'scheduled' },
  unschedule: { scheduled: 'approved' },
  withdraw: {
    draft: 'withdrawn',
    submitted: 'withdrawn',
    returned: 'withdrawn',
    edited: 'withdrawn',
    approved: 'withdrawn',
    scheduled: 'withdrawn',
    published: 'withdrawn',
  },
  discard: {
    draft: 'published',
    submitted: 'published',
    returned: 'published',
    edited: 'published',
    approved: 'published',
  },
  remove: {
    draft: 'draft',
    submitted: 'submitted',
    returned: 'returned',
    edited: 'edited',
    approved: 'approved',
    withdrawn: 'withdrawn',
  },
};

/** The state after an act; null: it cannot be done as things stand. */
export function stateAfter(
  act: ArticleAct,
  standing: Standing,
  rules: ArticleRules,
): ArticleState | null {
  const { state, live } = standing;
  if ((act === 'withdraw' || act === 'discard') && !live) return null;
  if (act === 'remove' && live) return null;
  if (act === 'approve' && state === 'submitted' && !rules.editing) return 'approved';
  if ((act === 'publish' || act === 'schedule') && ready(standing, rules))
    return act === 'publish' ? 'published' : 'scheduled';
  return table[act][state] ?? null;
}

/** Whether it may become public although nobody approved this version, by what the office asks. */
function ready({ state, unchanged, imported }: Standing, rules: ArticleRules): boolean {
  if (state === 'withdrawn') return unchanged;
  if (state === 'edited') return !rules.approval;
  if (state === 'submitted' || state === 'draft' || state === 'returned')
    return imported || (!rules.approval && !rules.editing);
  return false;
}

export const actsNow = (standing: Standing, rules: ArticleRules): ArticleAct[] =>
  articleActs.filter((act) => stateAfter(act, standing, rules) !== null);

/** Why an act cannot be done; nothing when it can. */
export function actIssues(
  act: ArticleAct,
  standing: Standing,
  rules: ArticleRules,
): readonly Issue[] {
  if (stateAfter(act, standing, rules) !== null) return [];
  if (act === 'remove' && standing.live) return [issue('', 'withdraw_first')];
  if (act === 'change' && standing.state === 'scheduled') return [issue('', 'unschedule_first')];
  const { state } = standing;
  return [
    issue('', `not_when_${act === 'publish' || act === 'schedule' ? 'unready' : state}`, {
      state,
      act,
    }),
  ];
}

/** In these states the text is with those who edit and approve: its writer may not change it. */
export const withEditors = (state: ArticleState): boolean =>
  state === 'submitted' || state === 'edited' || state === 'approved';

/** What needs a second person: the one who wrote it may not do it, unless the office says so. */
export const needsAnother = (act: ArticleAct, rules: ArticleRules): boolean =>
  !rules.own && (act === 'edit' || act === 'approve');
