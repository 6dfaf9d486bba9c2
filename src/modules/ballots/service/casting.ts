import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { judgeByToken } from '../../councils/index.ts';
import { ballotCast, resultManage } from '../policy.ts';
import { ballotByPid, ballotOfJudge, boxOf } from '../queries/index.ts';
import {
  type BallotResult,
  countPapers,
  decideBallot,
  type Paper,
  type PaperForm,
  paperState,
  type Tally,
  totalsIssues,
} from '../rules.ts';
import { type Ballot, ballotAct, ballotTotals, castInput, codePattern } from '../schema.ts';
import { aboutBallot, stateIssues } from './ballots.ts';

export const formOf = ({ kind, options, most }: Ballot): PaperForm => ({
  kind,
  options: options.length,
  most,
});

export const attendanceOf = ({ voters }: Ballot) => ({
  members: voters.length,
  present: voters.filter(({ present }) => present).length,
});

const byCode = (a: Paper, b: Paper): number => (a.code < b.code ? -1 : 1);

/** A code for a paper; what is on the paper is not in it. */
export function newPaperCode(cx: Cx): string {
  const pid = cx.ids.pid();
  return `${pid.slice(0, 5)}-${pid.slice(5, 10)}`;
}

/**
 * Puts a member's paper into the box, once and for good. That the member voted is an event; what, and under
 * which code, stands in the box alone. Input: `castInput`. Gives the code that the paper lies under.
 */
export const castBallot = command({
  name: 'ballot.cast',
  input: castInput,
  permission: ballotCast,
  load: async (cx, { token, ballot: pid }) => {
    const judge = await judgeByToken(cx, token);
    const ballot = await ballotOfJudge(cx, judge.id, pid, 'held');
    return { judge, ballot, box: await boxOf(cx.db, ballot.id) };
  },
  at: ({ ballot }) => [ballot.edition.organisation.id],
  check: ({ judge, ballot, box }, { code, choices }): Issue[] => {
    const own = ballot.voters.find(({ judgeId }) => judgeId === judge.id);
    if (ballot.state !== 'open') return [issue('', 'ballot_over')];
    if (ballot.how !== 'link') return [issue('', 'ballot_on_paper')];
    if (own?.voted === true) return [issue('', 'ballot_voted')];
    if (own?.present !== true) return [issue('', 'ballot_not_present')];
    return [
      ...(codePattern.test(code) && !box.some((paper) => paper.code === code)
        ? []
        : [issue('', 'ballot_code')]),
      ...(paperState(formOf(ballot), choices) === 'invalid'
        ? [issue('choices', 'ballot_too_many', { most: ballot.most ?? ballot.options.length })]
        : []),
    ];
  },
  run: async (cx, { judge, ballot, box }, { code, choices }) => {
    const papers = [...box, { code, choices }].sort(byCode);
    await sql`update ballot_box set papers = ${JSON.stringify(papers)}::jsonb
      where ballot_id = ${ballot.id}`.execute(cx.db);
    await sql`update ballot_voter set voted = true
      where ballot_id = ${ballot.id} and judge_id = ${judge.id}`.execute(cx.db);
    return {
      ...aboutBallot(ballot),
      result: { code },
      changes: { voter: { new: judge.pid } },
    };
  },
});

/** Writes down what the tellers counted of a ballot on paper. Input: `ballotTotals`. */
export const countBallot = command({
  name: 'ballot.count',
  input: ballotTotals,
  permission: resultManage,
  load: (cx, { pid }) => ballotByPid(cx, pid, 'held'),
  at: (ballot) => [ballot.edition.organisation.id],
  version: (ballot) => ballot.version,
  check: (ballot, sent): Issue[] => {
    if (ballot.how !== 'paper') return [issue('', 'ballot_not_on_paper')];
    const state = stateIssues(ballot, 'count');
    if (state.length > 0) return state;
    return [
      ...(sent.tellers.length > 0 ? [] : [issue('tellers', 'ballot_tellers_missing')]),
      ...totalsIssues(formOf(ballot), attendanceOf(ballot).present, tallyIn(sent)),
    ];
  },
  run: async (cx, ballot, sent) => {
    const totals = tallyIn(sent);
    await sql`update ballot set totals = ${JSON.stringify(totals)}::jsonb,
        tellers = ${sent.tellers}::text[], version = version + 1
      where id = ${ballot.id}`.execute(cx.db);
    return {
      ...aboutBallot(ballot),
      // The figures stand in the record; they are told when the ballot is closed.
      changes: { tellers: { old: ballot.tellers, new: sent.tellers } },
    };
  },
});

function tallyIn({ issued, collected, valid, blank, invalid, options }: Tally): Tally {
  return { issued, collected, valid, blank, invalid, options };
}

/**
 * Closes a ballot and reckons what it decided. The papers are written anew in the order of their codes, all in
 * one go, and the box is taken away. Input: `ballotAct`.
 */
export const closeBallot = command({
  name: 'ballot.close',
  input: ballotAct,
  permission: resultManage,
  load: async (cx, { pid }) => {
    const ballot = await ballotByPid(cx, pid, 'held');
    return { ballot, box: await boxOf(cx.db, ballot.id) };
  },
  at: ({ ballot }) => [ballot.edition.organisation.id],
  version: ({ ballot }) => ballot.version,
  check: ({ ballot }): Issue[] => {
    const state = stateIssues(ballot, 'close');
    if (state.length > 0) return state;
    if (ballot.how !== 'paper') return [];
    if (ballot.totals === null) return [issue('', 'ballot_not_counted')];
    // Who is there may have changed since the tellers counted.
    return totalsIssues(formOf(ballot), attendanceOf(ballot).present, ballot.totals).map((one) => ({
      ...one,
      path: '',
    }));
  },
  run: async (cx, { ballot, box }) => {
    const tally = ballot.totals ?? countPapers(formOf(ballot), box);
    const result = decideBallot(ballot.rule, attendanceOf(ballot), tally);
    await writePapers(cx, ballot, box);
    await sql`update ballot set state = 'closed', closed_at = ${cx.clock.now()},
        result = ${JSON.stringify(result)}::jsonb, version = version + 1
      where id = ${ballot.id}`.execute(cx.db);
    return {
      ...aboutBallot(ballot),
      changes: { state: { old: 'open', new: 'closed' }, ...told(result) },
    };
  },
});

const told = ({ members, present, quorate, tally, options }: BallotResult) => ({
  members: { new: members },
  present: { new: present },
  quorate: { new: quorate },
  collected: { new: tally.collected },
  passed: { new: options.filter(({ passed }) => passed).length },
});

// The rows of the voters are written anew too: which of them was written last says nothing then.
async function writePapers(cx: Cx, ballot: Ballot, box: readonly Paper[]): Promise<void> {
  if (ballot.how !== 'link') return;
  await sql`delete from ballot_box where ballot_id = ${ballot.id}`.execute(cx.db);
  const papers = [...box].sort(byCode);
  await sql`insert into ballot_paper (ballot_id, code, choices)
    select ${ballot.id}, paper ->> 'code', paper -> 'choices'
    from jsonb_array_elements(${JSON.stringify(papers)}::jsonb) with ordinality p (paper, place)
    order by place`.execute(cx.db);
  await sql`update ballot_voter set voted = voted where ballot_id = ${ballot.id}`.execute(cx.db);
}
