import { sql } from 'kysely';
import { issue } from '../../../kernel/issue.ts';
import { command } from '../../../platform/command.ts';
import { maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { personWrite } from '../../people/index.ts';
import { findPair } from '../queries/index.ts';
import { decideInput } from '../schema.ts';
import { type Joined, join } from './merge.ts';

/** Answers a proposed pair: the same human (the records are joined), two humans, or later. */
export const decidePair = command({
  name: 'duplicate.decide',
  input: decideInput,
  permission: personWrite,
  load: async (cx, { pid }) => {
    const pair = await findPair(cx, pid);
    if (pair === null) throw new NotFound('duplicate_pair');
    const person = async (id: string): Promise<Joined> => {
      const found = await maybe(
        cx.db,
        sql<Joined>`select p.id, p.pid, p.identity_id as "identityId", u.id as account
          from person p left join auth_user u on u."personId" = p.id where p.id = ${id}
          for update of p`,
      );
      if (found === null) throw new NotFound('person');
      return found;
    };
    return { pair, a: await person(pair.personA), b: await person(pair.personB) };
  },
  at: ({ pair }) => [pair.organisationId],
  check: ({ a, b }, input) => {
    if (input.answer !== 'same') return [];
    if (input.keep !== undefined && input.keep !== a.pid && input.keep !== b.pid)
      return [issue('keep', 'not_of_the_pair')];
    return a.account !== null && b.account !== null ? [issue('answer', 'both_sign_in')] : [];
  },
  run: async (cx, { pair, a, b }, input) => {
    if (input.answer === 'same') {
      const [kept, merged] = input.keep === b.pid ? [b, a] : [a, b];
      const done = await join(cx, kept, merged, pair.organisationId);
      return { ...done, result: { merge: done.result.pid, kept: done.result.kept } };
    }
    const by = cx.actor.kind === 'account' ? cx.actor.personId : null;
    await sql`update duplicate_pair set state = ${input.answer}, decided_by = ${by},
      decided_at = ${cx.clock.now()} where id = ${pair.id}`.execute(cx.db);
    return {
      result: { merge: null as string | null, kept: a.pid },
      subject: { type: 'duplicate_pair', id: pair.id },
      organisationId: pair.organisationId,
      changes: { state: { old: pair.state, new: input.answer } },
    };
  },
});
