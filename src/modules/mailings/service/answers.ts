import { sql } from 'kysely';
import { command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { mailingAnswer } from '../policy.ts';
import { subscriptionOf } from '../queries/index.ts';
import { answerInput } from '../schema.ts';

/**
 * Whoever holds the link of a letter wants no more letters of its sender or of anybody, or wants them
 * again (which takes both back). Saying the same twice changes nothing.
 */
export const answerLink = command({
  name: 'mailing.answer',
  input: answerInput,
  permission: mailingAnswer,
  load: async (cx, { token }) => {
    const subscription = await subscriptionOf(cx, token);
    if (subscription === null) throw new NotFound('letter');
    return subscription;
  },
  at: (subscription) => [subscription.organisationId],
  run: async (cx, subscription, { act, scope, via }) => {
    const { mailingId, letter, address, organisationId } = subscription;
    const now = cx.clock.now();
    const [id, of] = [cx.ids.uuid(), scope === 'all' ? null : organisationId];
    if (act === 'refuse') {
      // A row for each member who was written to at this address, the first under the event's subject.
      await sql`insert into mailing_refusal (id, person_id, organisation_id, address, refused_at, via)
        select case when r.number = r.letter then ${id}::uuid else gen_random_uuid() end,
          r.person_id, ${of}::uuid, ${address}, ${now}, ${via}
        from mailing_recipient r
        where r.mailing_id = ${mailingId} and r.letter = ${letter}
          and not exists (select from mailing_refusal f where f.address = ${address}
            and f.taken_back_at is null and f.organisation_id is not distinct from ${of}::uuid)`.execute(
        cx.db,
      );
    } else {
      await sql`update mailing_refusal set taken_back_at = ${now} where taken_back_at is null
        and (organisation_id is null or organisation_id = ${organisationId})
        and (address = ${address} or person_id in (select r.person_id from mailing_recipient r
          where r.mailing_id = ${mailingId} and r.letter = ${letter}))`.execute(cx.db);
    }
    return {
      result: {},
      subject: { type: 'mailing_refusal', id },
      organisationId,
      changes: { [act]: { new: scope } },
    };
  },
});
