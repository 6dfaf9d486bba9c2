import { sql } from 'kysely';
import { yearOf } from '../../../kernel/day.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { one } from '../../../platform/database/query.ts';
import { signerIssues } from '../../../platform/documents/index.ts';
import { ballotsOf, editionToJudge, resultManage } from '../../ballots/index.ts';
import { councilsOf } from '../../councils/index.ts';
import { paperNumbers, takenBackMany } from '../queries/index.ts';
import { paperNumberInput } from '../schema/index.ts';
import { paperTypes } from '../vi/papers.ts';
import { accountOf } from './shared.ts';

/** Gives a paper of the committee the next number of its own series. Input: `paperNumberInput`. */
export const numberPaper = command({
  name: 'result.number_paper',
  input: paperNumberInput,
  permission: resultManage,
  load: async (cx, input) => {
    const edition = await editionToJudge(cx, input.edition);
    await sql`select pg_advisory_xact_lock(hashtextextended(${`committee:${edition.id}`}, 0))`.execute(
      cx.db,
    );
    const council = (await councilsOf(cx, edition.id)).find(({ pid }) => pid === input.council);
    const ballot = (await ballotsOf(cx, edition.id)).find(({ pid }) => pid === input.ballot);
    return { edition, council, ballot, numbers: await paperNumbers(cx, edition.id) };
  },
  at: ({ edition }) => [edition.organisation.id],
  check: ({ edition, council, ballot, numbers }, input, cx): Issue[] => {
    const stands = numbers.some(
      ({ paper, councilId, ballotId, phase }) =>
        paper === input.paper &&
        councilId === (council?.id ?? null) &&
        ballotId === (ballot?.id ?? null) &&
        phase === phaseOf(input),
    );
    const { phases } = edition.content;
    return [
      ...(input.council !== null && council === undefined ? [issue('council', 'not_in_list')] : []),
      ...(input.ballot !== null && ballot === undefined ? [issue('ballot', 'not_in_list')] : []),
      ...(input.phase !== null && !phases.some(({ key }) => key === input.phase)
        ? [issue('phase', 'not_in_list')]
        : []),
      ...(stands ? [issue('', 'paper_numbered')] : []),
      ...(input.signed_on > cx.clock.today() ? [issue('signed_on', 'in_the_future')] : []),
      // The number stays for ever, so what the decree forbids is told before.
      ...signerIssues('signer', input.signer),
      ...(input.authority !== null && input.authority_of === null
        ? [issue('authority_of', 'required')]
        : []),
    ];
  },
  run: async (cx, { edition, council, ballot }, input) => {
    const type = paperTypes[input.paper];
    const year = yearOf(input.signed_on);
    const number = await nextNumber(cx, edition.id, year, type);
    const symbol = `${type}-${edition.content.committee.symbol}`;
    // Another decision after one that was taken back is another paper.
    const ofDecision = input.paper === 'proposal' || input.paper === 'decision';
    const id = cx.ids.uuid();
    await sql`insert into committee_number (id, pid, edition_id, year, type, number, symbol, paper,
        council_id, ballot_id, phase, after_taken_back, signed_on, signer, position, authority,
        authority_of, taken_at, taken_by)
      values (${id}, ${cx.ids.pid()}, ${edition.id}, ${year}, ${type}, ${number}, ${symbol},
        ${input.paper}, ${council?.id ?? null}, ${ballot?.id ?? null}, ${phaseOf(input)},
        ${ofDecision ? await takenBackMany(cx, edition.id) : 0}, ${input.signed_on}::date, ${input.signer}, ${input.position}, ${input.authority},
        ${input.authority_of}, ${cx.clock.now()}, ${accountOf(cx)})`.execute(cx.db);
    return {
      result: { number, symbol },
      subject: { type: 'committee_number', id },
      organisationId: edition.organisation.id,
      changes: {
        number: { new: number },
        symbol: { new: symbol },
        signed_on: { new: input.signed_on },
      },
    };
  },
});

// The record of a count is of its ballot alone, which has its phase.
const phaseOf = ({ ballot, phase }: { ballot: string | null; phase: string | null }) =>
  ballot === null ? phase : null;

// The series is held until the transaction ends: numbers have no gap and none is given twice.
async function nextNumber(cx: Cx, editionId: string, year: number, type: string): Promise<number> {
  const { next } = await one(
    cx.db,
    sql<{ next: number }>`select coalesce(max(number), 0) + 1 as next from committee_number
      where edition_id = ${editionId} and year = ${year} and type = ${type}`,
  );
  return next;
}
