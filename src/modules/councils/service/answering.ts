import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { judgeServe } from '../policy.ts';
import { judgeByToken, relationsOf } from '../queries/index.ts';
import {
  answerInput,
  type OpenedJudge,
  type Relation,
  relateInput,
  unrelateInput,
} from '../schema/index.ts';
import { refreshConflicts } from './finding.ts';
import { aboutJudge, vacate } from './shared.ts';
import { tellOffice } from './telling.ts';

interface Declared {
  readonly relation: Relation;
  readonly name: string | null;
  readonly unit: string | null;
  readonly note: string | null;
}

/** So many may one judge declare. */
const mostRelations = 100;

const empty = ({ name, unit }: Declared): boolean => name === null && unit === null;

async function insertRelation(cx: Cx, judge: OpenedJudge, declared: Declared): Promise<void> {
  await sql`insert into judge_relation (id, pid, judge_id, relation, name, unit, note, created_at)
    values (${cx.ids.uuid()}, ${cx.ids.pid()}, ${judge.id}, ${declared.relation}, ${declared.name},
      ${declared.unit}, ${declared.note}, ${cx.clock.now()})`.execute(cx.db);
}

const closedIssues = (judge: OpenedJudge): Issue[] =>
  judge.edition.state === 'open' ? [] : [issue('', 'edition_over')];

/**
 * The judge's answer to the invitation: accepting declares whom the judge is related to, declining (also
 * later) gives the seats back. Input: `answerInput`.
 */
export const answerInvitation = command({
  name: 'judge.answer',
  input: answerInput,
  permission: judgeServe,
  load: (cx, { token }) => judgeByToken(cx, token, 'held'),
  at: (judge) => [judge.edition.organisation.id],
  check: (judge, { answer, reason, relations, complete }): Issue[] => {
    const same = { accept: 'accepted', decline: 'declined' }[answer] === judge.state;
    if (same) return [issue('', 'judge_answered', { state: judge.state })];
    if (answer === 'decline')
      return [
        ...closedIssues(judge),
        ...(reason === null ? [issue('reason', 'judge_reason_missing')] : []),
      ];
    return [
      ...closedIssues(judge),
      ...(relations ?? []).flatMap((one, at) =>
        empty(one) ? [issue(`relations.${at}.name`, 'relation_of_nobody')] : [],
      ),
      ...(complete ? [] : [issue('complete', 'judge_undeclared')]),
    ];
  },
  run: async (cx, judge, { answer, reason, relations, site }) => {
    const accepts = answer === 'accept';
    const state = accepts ? 'accepted' : 'declined';
    await sql`update judge set state = ${state}, answered_at = ${cx.clock.now()},
        reason = ${accepts ? null : reason}, version = version + 1 where id = ${judge.id}`.execute(
      cx.db,
    );
    const declared = accepts ? (relations ?? []) : [];
    for (const one of declared) await insertRelation(cx, judge, one);
    const seats = accepts ? [] : await vacate(cx, judge.id);
    await refreshConflicts(cx, judge.editionId, [judge.id]);
    const served = judge.state === 'accepted';
    await tellOffice(
      cx,
      judge,
      accepts
        ? { what: 'accepted', relations: declared.length }
        : { what: 'declined', served, reason },
      site,
    );
    return {
      ...aboutJudge(judge),
      changes: {
        state: { old: judge.state, new: state },
        ...(declared.length === 0 ? {} : { relations: { new: declared.length } }),
        ...(seats.length === 0 ? {} : { seats: { old: seats, new: [] } }),
      },
      ...(accepts ? {} : { reason }),
    };
  },
});

const serving = (judge: OpenedJudge): Issue[] =>
  judge.state === 'accepted' ? closedIssues(judge) : [issue('', 'judge_not_accepted')];

/**
 * Declares one more relation. What it matches is told to the office, never to the judge. Input: `relateInput`.
 */
export const declareRelation = command({
  name: 'judge.relate',
  input: relateInput,
  permission: judgeServe,
  load: (cx, { token }) => judgeByToken(cx, token, 'held'),
  at: (judge) => [judge.edition.organisation.id],
  check: async (judge, { token: _token, site: _site, ...declared }, cx): Promise<Issue[]> => {
    const wrong = serving(judge);
    if (wrong.length > 0) return wrong;
    if (empty(declared)) return [issue('name', 'relation_of_nobody')];
    const { length } = await relationsOf(cx, [judge.id]);
    return length < mostRelations ? [] : [issue('', 'too_many_relations', { max: mostRelations })];
  },
  run: async (cx, judge, { token: _token, site, ...declared }) => {
    await insertRelation(cx, judge, declared);
    await refreshConflicts(cx, judge.editionId, [judge.id]);
    await tellOffice(cx, judge, { what: 'related' }, site);
    return { ...aboutJudge(judge), changes: { relation: { new: declared.relation } } };
  },
});

/** Takes a declared relation back, and what it matched. Input: `unrelateInput`. */
export const withdrawRelation = command({
  name: 'judge.unrelate',
  input: unrelateInput,
  permission: judgeServe,
  load: async (cx, { token, pid }) => {
    const judge = await judgeByToken(cx, token, 'held');
    const declared = (await relationsOf(cx, [judge.id])).find((one) => one.pid === pid);
    if (declared === undefined) throw new NotFound('relation');
    return { judge, declared };
  },
  at: ({ judge }) => [judge.edition.organisation.id],
  check: ({ judge }) => serving(judge),
  run: async (cx, { judge, declared }) => {
    await sql`delete from judge_relation where judge_id = ${judge.id} and pid = ${declared.pid}`.execute(
      cx.db,
    );
    await refreshConflicts(cx, judge.editionId, [judge.id]);
    return { ...aboutJudge(judge), changes: { relation: { old: declared.relation } } };
  },
});
