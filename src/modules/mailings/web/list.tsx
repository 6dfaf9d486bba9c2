import type { Hono } from 'hono';
import { vietnamDay } from '../../../kernel/clock.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { listQuestion } from '../../../platform/forms/list.ts';
import { suggestions } from '../../../platform/forms/pick.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { setFilters } from '../../../platform/records/narrowing.ts';
import { offers } from '../../../platform/records/section.ts';
import { ButtonLink, Toast } from '../../../ui/index.ts';
import { organisationOptions } from '../../organisations/index.ts';
import { personRead, sectionTabs } from '../../people/index.ts';
import { MailingList } from '../pages/list.tsx';
import { mailingPaceSet, mailingWrite } from '../policy.ts';
import { findMailing, listMailings } from '../queries/index.ts';
import { type MailingState, mailingStates } from '../rules.ts';
import type { Mailing } from '../schema.ts';
import { kindNames, stateNames, words } from '../vi.ts';
import { pathOf, templates } from './shared.tsx';

const pageSize = 50;

export function listDoors(app: Hono<Env>): void {
  app.get('/hoi-vien/thu', listPage);
  app.get('/hoi-vien/thu/don-vi', async (c) => {
    const { cx, place } = c.var;
    const options = await organisationOptions(
      cx,
      personRead,
      place.organisationId,
      cx.clock.today(),
    );
    return c.json(suggestions(options, c.req.query('q') ?? ''));
  });
}

async function listPage(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const shape = { filters: ['q', 'tinh-trang'], sorts: ['ngay'], sort: '-ngay' };
  const question = listQuestion(pathOf(c), c.req.query(), shape);
  const state = mailingStates.find((one) => one === question.values['tinh-trang']) ?? null;
  const { rows, total } = await listMailings(cx, {
    under: place.organisationId,
    q: question.values.q ?? '',
    state,
    sort: 'day',
    descending: question.descending,
    page: question.page,
    size: pageSize,
  });
  const writer = offers(c, mailingWrite);
  const links = [
    { href: templates.pathOf(c), label: words.templates },
    ...(offers(c, mailingPaceSet) ? [{ href: pathOf(c, 'toc-do'), label: words.pace }] : []),
  ];
  return c.var.shell.office(c, {
    title: words.list,
    lead: words.listLead(total, place.shortName),
    action: writer ? (
      <ButtonLink kind="primary" icon="edit" href={pathOf(c, 'moi')}>
        {words.write}
      </ButtonLink>
    ) : undefined,
    before: (
      <>
        {await removedToast(c)}
        {sectionTabs(c, 'mailings')}
      </>
    ),
    body: (
      <MailingList
        question={question}
        path={pathOf(c)}
        rows={rows.map((row) => listed(c, row))}
        total={total}
        size={pageSize}
        chips={setFilters(question, {
          q: (value) => value,
          'tinh-trang': (value) => stateNames[value as MailingState] ?? value,
        })}
        writeHref={writer ? pathOf(c, 'moi') : null}
        links={links}
      />
    ),
  });
}

function listed(c: WebContext, row: Mailing) {
  return {
    href: pathOf(c, row.pid),
    subject: row.subject,
    sender: row.organisationName,
    kind: kindNames[row.kind],
    letters: row.counts.send ?? 0,
    day: formatDate(vietnamDay(row.createdAt)),
    state: row.state,
  };
}

async function removedToast(c: WebContext) {
  const pid = c.req.query('da-xoa');
  const mailing = pid === undefined ? null : await findMailing(c.var.cx, pid);
  if (mailing === null || mailing.deletedAt === null) return null;
  const undo = { action: pathOf(c, `${mailing.pid}/khoi-phuc`) };
  return <Toast text={words.removed(mailing.subject)} undo={undo} />;
}
