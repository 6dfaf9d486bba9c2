import { sql } from 'kysely';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { sendMail } from '../../../platform/mail.ts';
import { newToken, tokenHash } from '../../../platform/tokens.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { subscriptionAsk } from '../policy.ts';
import { subscriberAt, subscriptionOf } from '../queries/index.ts';
import { confirmDays } from '../rules.ts';
import { answerInput, askInput } from '../schema.ts';
import { letterWords } from '../vi.ts';

/** The link by which a reader confirms, and ends. */
export const linkTo = (site: string, token: string): string => `${site}/thu/ban-tin/${token}`;

/**
 * A reader asks for the issues of a union: a letter goes to the address, and its link confirms. Who gets them
 * already is told the same on the page, and gets a letter that says so: the page does not tell who reads what.
 */
export const askBulletins = command({
  name: 'bulletin.subscribe',
  input: askInput,
  permission: subscriptionAsk,
  seen: 'soon',
  load: (cx, { organisation }) => findOrganisation(cx.db, organisation, cx.clock.today()),
  at: (organisation) => (organisation === null ? [] : [organisation.id]),
  check: (organisation, input) =>
    organisation === null ? [issue('organisation', 'unknown', { code: input.organisation })] : [],
  run: async (cx, organisation, { address, site }) => {
    const { id: organisationId, name } = organisation!;
    const known = await subscriberAt(cx.db, organisationId, address);
    const id = known?.id ?? cx.ids.uuid();
    if (known === null)
      await sql`insert into bulletin_subscriber (id, organisation_id, address, asked_at)
        values (${id}, ${organisationId}, ${address}, ${cx.clock.now()})`.execute(cx.db);
    else
      await sql`update bulletin_subscriber set asked_at = ${cx.clock.now()} where id = ${id}`.execute(
        cx.db,
      );
    const link = linkTo(site, await newLetter(cx, id, null));
    const words = known?.wanting === true ? letterWords.already : letterWords.confirm;
    await sendMail(cx, { to: address, ...words(name, link, confirmDays) });
    return {
      result: {},
      subject: { type: 'bulletin_subscriber', id },
      organisationId,
      changes: {},
    };
  },
});

/** The secret of a letter's link; only its fingerprint is kept. */
export async function newLetter(
  cx: Cx,
  subscriberId: string,
  bulletinId: string | null,
): Promise<string> {
  const token = newToken();
  await sql`insert into bulletin_letter (token_hash, subscriber_id, bulletin_id, at)
    values (${tokenHash(token)}, ${subscriberId}, ${bulletinId}, ${cx.clock.now()})`.execute(cx.db);
  return token;
}

/** Whoever holds the link of a letter confirms, or ends. Saying the same twice changes nothing. */
export const answerSubscription = command({
  name: 'bulletin.answer',
  input: answerInput,
  permission: subscriptionAsk,
  seen: 'soon',
  load: async (cx, { token }) => {
    const subscription = await subscriptionOf(cx, token);
    if (subscription === null) throw new NotFound('letter');
    return subscription;
  },
  at: (subscription) => [subscription.organisationId],
  run: async (cx, { id, organisationId }, { act }) => {
    const now = cx.clock.now();
    if (act === 'confirm')
      await sql`update bulletin_subscriber set confirmed_at = coalesce(confirmed_at, ${now}),
        ended_at = null where id = ${id}`.execute(cx.db);
    else
      await sql`update bulletin_subscriber set ended_at = ${now}
        where id = ${id} and confirmed_at is not null and ended_at is null`.execute(cx.db);
    return {
      result: {},
      subject: { type: 'bulletin_subscriber', id },
      organisationId,
      changes: { subscription: { new: act } },
    };
  },
});

/** Forgets who asked and did not confirm in time, and a month after it who has ended. */
export async function forgetReaders(cx: Cx): Promise<void> {
  const ago = (days: number) => new Date(cx.clock.now().getTime() - days * 86_400_000);
  await sql`delete from bulletin_subscriber where (confirmed_at is null and asked_at < ${ago(confirmDays)})
    or ended_at < ${ago(30)}`.execute(cx.db);
}
