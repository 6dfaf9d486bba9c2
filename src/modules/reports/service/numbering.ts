import { sql } from 'kysely';
import { type Day, yearOf } from '../../../kernel/day.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { one } from '../../../platform/database/query.ts';
import { signerIssues } from '../../../platform/documents/index.ts';
import { reportCheck, reportFill } from '../../rounds/index.ts';
import { numberOfForm } from '../queries/index.ts';
import { reportSymbol, stepIssues, symbolPattern } from '../rules/index.ts';
import { numberInput, publishInput } from '../schema/index.ts';
import { actorPerson, atOwn, formDone, lockForm, stepOf, touchForm, versionOf } from './loading.ts';

const type = 'BC';

/** Gives a report the next number of its organisation's year; once, and it stays. */
export const issueNumber = command({
  name: 'report.number',
  input: numberInput,
  permission: reportFill,
  load: async (cx, input) => {
    const obligation = await lockForm(cx, input.pid);
    return { obligation, number: await numberOfForm(cx.db, obligation.id) };
  },
  at: atOwn,
  check: ({ obligation, number }, input, cx): readonly Issue[] => {
    const step = stepIssues('number', obligation);
    if (step.length > 0) return step;
    if (number !== null) {
      return [issue('', 'number_stands', { number: number.number, symbol: number.symbol })];
    }
    return [
      ...(input.signed_on > cx.clock.today() ? [issue('signed_on', 'in_the_future')] : []),
      ...(input.signed_on < obligation.round.from ? [issue('signed_on', 'before_period')] : []),
      // The number stays for ever, so what the decree forbids is told before.
      ...signerIssues('signer', input.signer),
      ...(input.authority !== null && input.authority_of === null
        ? [issue('authority_of', 'required')]
        : []),
      ...(input.symbol === null || symbolPattern.test(input.symbol)
        ? []
        : [issue('symbol', 'not_a_symbol', { typed: input.symbol })]),
    ];
  },
  run: async (cx, { obligation }, input) => {
    const { id, shortName } = obligation.organisation;
    const symbol = input.symbol ?? reportSymbol(shortName);
    const number = await nextNumber(cx, id, input.signed_on);
    await sql`insert into official_number (id, pid, organisation_id, year, type, number, symbol,
        signed_on, signer, position, authority, authority_of, obligation_id, taken_at, taken_by)
      values (${cx.ids.uuid()}, ${cx.ids.pid()}, ${id}, ${yearOf(input.signed_on)}, ${type},
        ${number}, ${symbol}, ${input.signed_on}::date, ${input.signer}, ${input.position},
        ${input.authority}, ${input.authority_of}, ${obligation.id}, ${cx.clock.now()},
        ${actorPerson(cx)}::uuid)`.execute(cx.db);
    const moved = await touchForm(cx, obligation);
    return {
      ...formDone(moved, {
        number: { new: number },
        symbol: { new: symbol },
        signed_on: { new: input.signed_on },
        signer: { new: input.signer },
      }),
    };
  },
});

// The series is held until the transaction ends: numbers have no gap and none is given twice.
async function nextNumber(cx: Cx, organisationId: string, signedOn: Day): Promise<number> {
  const year = yearOf(signedOn);
  const series = `official_number:${organisationId}:${year}:${type}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${series}, 0))`.execute(cx.db);
  const { next } = await one(
    cx.db,
    sql<{ next: number }>`select coalesce(max(number), 0) + 1 as next from official_number
      where organisation_id = ${organisationId} and year = ${year} and type = ${type}`,
  );
  return next;
}

/** Shows an accepted report to everybody, or no longer. */
export const publishForm = command({
  name: 'report.publish',
  input: publishInput,
  permission: reportCheck,
  load: async (cx, input) => ({ obligation: await lockForm(cx, input.pid) }),
  at: atOwn,
  version: versionOf,
  check: (loaded, input) => (input.published ? stepOf('publish')(loaded) : []),
  run: async (cx, { obligation }, input) => {
    const at = input.published ? cx.clock.now() : null;
    await sql`update report_obligation set published_at = ${at}
      where id = ${obligation.id}`.execute(cx.db);
    const moved = await touchForm(cx, obligation);
    return formDone(moved, {
      published: { old: obligation.publishedAt !== null, new: input.published },
    });
  },
});
