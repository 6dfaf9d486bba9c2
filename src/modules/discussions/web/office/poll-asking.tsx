import type { WebContext } from '../../../../platform/http/env.ts';
import { sectionOf } from '../../../../platform/records/section.ts';
import { ConfirmPage } from '../../../../ui/index.ts';
import { pollManage, pollRead } from '../../policy.ts';
import { findPoll } from '../../queries/index.ts';
import type { Poll } from '../../schema/index.ts';
import { pollOffice as words } from '../../vi/index.ts';
import { allow, officePath, ofOffice, pollsPath as path } from '../shared.ts';

export const section = sectionOf(path, words.title);

/** The poll of the address, in the office that is open. @throws NotFound */
export async function pollIn(c: WebContext): Promise<Poll> {
  await allow(c, pollRead);
  const found = ofOffice(c, await findPoll(c.var.cx, c.req.param('pid') ?? ''));
  return ofOffice(c, found.deletedAt === null ? found : null);
}

/** Asks before a poll ends for good. */
export async function closePage(c: WebContext): Promise<Response> {
  await allow(c, pollRead, pollManage);
  const poll = await pollIn(c);
  const own = officePath(c, `${path}/${poll.pid}`);
  return c.var.shell.office(c, {
    title: words.closeVerb,
    crumbs: section.crumbsTo(c, { label: words.result, href: own }, { label: words.closeVerb }),
    body: (
      <ConfirmPage
        question={words.closeQuestion(poll.question)}
        action={`${own}/ket-thuc`}
        hidden={{ version: poll.version }}
        verb={words.closeVerb}
        keepHref={own}
        keepLabel={words.closeKeep}
      >
        {words.closeBody}
      </ConfirmPage>
    ),
  });
}

/** Asks before a poll is deleted. */
export async function removePage(c: WebContext): Promise<Response> {
  await allow(c, pollRead, pollManage);
  const poll = await pollIn(c);
  const own = officePath(c, `${path}/${poll.pid}`);
  return c.var.shell.office(c, {
    title: words.removeVerb,
    crumbs: section.crumbsTo(c, { label: words.result, href: own }, { label: words.removeVerb }),
    body: (
      <ConfirmPage
        question={words.removeQuestion(poll.question)}
        action={`${own}/xoa`}
        hidden={{ version: poll.version }}
        verb={words.removeVerb}
        keepHref={own}
        keepLabel={words.removeKeep}
      >
        {words.removeBody}
      </ConfirmPage>
    ),
  });
}
