import type { EditionContent } from '../../calls/index.ts';
import type { Council, Seat } from '../schema/index.ts';
import { judgesThere, reviewingPhases } from './councils.ts';

export interface SeatedCouncil
  extends Pick<Council, 'pid' | 'name' | 'fields' | 'phases' | 'voting'> {
  readonly seats: readonly {
    readonly role: Seat['role'];
    readonly votes: boolean;
    readonly judge: { readonly state: Seat['judge']['state'] };
  }[];
}

export const problemCodes = [
  'no_council',
  'field_uncovered',
  'field_twice',
  'no_seats',
  'no_chair',
  'no_secretary',
  'few_votes',
  'few_judges',
  'no_voting',
  'field_gone',
  'phase_gone',
  'voting_gone',
  'chair_without_vote',
  'even_votes',
  'not_accepted',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** What is not right yet with the councils of an edition. */
export interface Problem {
  readonly code: ProblemCode;
  /** Public id; null: of the edition as a whole. */
  readonly council: string | null;
  /** must: nothing valid can be decided so; hint: worth a look. */
  readonly level: 'must' | 'hint';
  readonly data: Readonly<Record<string, string | number>>;
}

/** Fewer votes than that are no council. */
const leastVotes = 3;

const must = (code: ProblemCode, council: string | null, data: Problem['data'] = {}): Problem => ({
  code,
  council,
  level: 'must',
  data,
});

const hint = (code: ProblemCode, council: string | null, data: Problem['data'] = {}): Problem => ({
  ...must(code, council, data),
  level: 'hint',
});

/** What is wrong with the councils of an edition: of the whole first, then council by council. */
export function problemsOf(
  councils: readonly SeatedCouncil[],
  edition: Pick<EditionContent, 'fields' | 'phases' | 'voting'>,
): Problem[] {
  if (reviewingPhases(edition).length === 0) return [];
  if (councils.length === 0) return [must('no_council', null)];
  return [
    ...coverage(councils, edition),
    ...councils.flatMap((council) => [
      ...ofSettings(council, edition),
      ...ofSeats(council, edition),
    ]),
  ];
}

/** Each field has one council in each reviewing phase. */
function coverage(
  councils: readonly SeatedCouncil[],
  edition: Pick<EditionContent, 'fields' | 'phases'>,
): Problem[] {
  const fields = edition.fields.length === 0 ? [{ code: null, name: '' }] : [...edition.fields];
  return reviewingPhases(edition).flatMap((phase) =>
    fields.flatMap(({ code, name }): Problem[] => {
      const found = councils.filter((council) => judgesThere(council, code, phase.key));
      const data = { field: name, phase: phase.name };
      if (found.length === 0) return [must('field_uncovered', null, data)];
      if (found.length === 1) return [];
      return [
        hint('field_twice', null, { ...data, names: found.map((one) => one.name).join(', ') }),
      ];
    }),
  );
}

/** What the edition no longer has since the council was set up. */
function ofSettings(
  { pid, fields, phases, voting }: SeatedCouncil,
  edition: Pick<EditionContent, 'fields' | 'phases' | 'voting'>,
): Problem[] {
  const reviewing = reviewingPhases(edition);
  return [
    ...fields
      .filter((code) => !edition.fields.some((field) => field.code === code))
      .map((code) => must('field_gone', pid, { field: code })),
    ...phases
      .filter((key) => !reviewing.some((phase) => phase.key === key))
      .map((key) => must('phase_gone', pid, { phase: key })),
    ...(voting !== null && !edition.voting.some(({ key }) => key === voting)
      ? [must('voting_gone', pid, { voting })]
      : []),
    ...(voting === null && edition.voting.length > 0 ? [must('no_voting', pid)] : []),
  ];
}

function ofSeats(
  { pid, seats, ...council }: SeatedCouncil,
  edition: Pick<EditionContent, 'phases'>,
): Problem[] {
  if (seats.length === 0) return [must('no_seats', pid)];
  const votes = seats.filter((seat) => seat.votes).length;
  const chair = seats.find(({ role }) => role === 'chair');
  const waiting = seats.filter(({ judge }) => judge.state !== 'accepted').length;
  const most = mostEach(council, edition);
  return [
    ...(chair === undefined ? [must('no_chair', pid)] : []),
    ...(chair !== undefined && !chair.votes ? [hint('chair_without_vote', pid)] : []),
    ...(seats.some(({ role }) => role === 'secretary') ? [] : [must('no_secretary', pid)]),
    ...(votes < leastVotes ? [must('few_votes', pid, { votes, least: leastVotes })] : []),
    ...(most > seats.length ? [must('few_judges', pid, { seats: seats.length, each: most })] : []),
    ...(votes >= leastVotes && votes % 2 === 0 ? [hint('even_votes', pid, { votes })] : []),
    ...(waiting > 0 ? [hint('not_accepted', pid, { waiting })] : []),
  ];
}

/** The most judges that a dossier needs in a phase of the council. */
function mostEach(
  { phases }: Pick<SeatedCouncil, 'phases'>,
  edition: Pick<EditionContent, 'phases'>,
): number {
  const own = reviewingPhases(edition).filter(
    ({ key }) => phases.length === 0 || phases.includes(key),
  );
  return Math.max(0, ...own.map(({ review }) => review?.each ?? 0));
}
