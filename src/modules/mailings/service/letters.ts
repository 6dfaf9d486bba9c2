import { formatDateLong } from '../../../kernel/vietnamese/dates.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { Forbidden } from '../../../platform/errors.ts';
import type { Mail } from '../../../platform/mail.ts';
import { sendMail } from '../../../platform/mail.ts';
import { mailingWrite } from '../policy.ts';
import { type LetterMember, liveMailing, memberToTry } from '../queries/index.ts';
import { type Addressee, fillLetter, fillSubject, letterValues } from '../rules.ts';
import { byVersion, type Mailing } from '../schema.ts';
import { letterWords, words } from '../vi.ts';

type Words = Pick<Mailing, 'subject' | 'body' | 'organisationName'>;

/** A letter as the members at one address get it; `link` ends it with the way out. */
export function aLetter(
  cx: Cx,
  { subject, body, organisationName }: Words,
  members: readonly Addressee[],
  link: string,
): Pick<Mail, 'subject' | 'text'> {
  const date = formatDateLong(cx.clock.today());
  const values = letterValues(members, { sender: organisationName, date });
  const text = `${fillLetter(body, values)}\n\n-- \n${letterWords.foot(organisationName, link)}\n`;
  return { subject: fillSubject(subject, values) || letterWords.noSubject, text };
}

/** A letter as it would be, for a member found by words of the name; a made-up one when nobody fits. */
export async function tryOn(
  cx: Cx,
  mailing: Mailing,
  name: string,
): Promise<{
  readonly member: LetterMember | null;
  readonly letter: Pick<Mail, 'subject' | 'text'>;
}> {
  const member = await memberToTry(cx, mailing, name);
  const shown: Addressee = member ?? words.sampleMember(mailing.organisationName);
  return { member, letter: aLetter(cx, mailing, [shown], letterWords.linkHere) };
}

/** Sends a draft's letter to the address of the one who asks; its link is only said, not there. */
export const testLetter = command({
  name: 'mailing.test',
  input: byVersion.pick({ pid: true }),
  permission: mailingWrite,
  load: (cx, { pid }) => liveMailing(cx, pid),
  at: (mailing) => [mailing.organisationId],
  run: async (cx, mailing) => {
    if (cx.actor.kind !== 'account') throw new Forbidden(mailingWrite.name);
    const { letter } = await tryOn(cx, mailing, '');
    await sendMail(cx, {
      to: cx.actor.email,
      subject: letterWords.testSubject(letter.subject),
      text: letter.text,
    });
    return {
      result: { to: cx.actor.email },
      subject: { type: 'mailing', id: mailing.id },
      organisationId: mailing.organisationId,
      changes: {},
    };
  },
});
