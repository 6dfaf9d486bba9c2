import type { Hono } from 'hono';
import { vietnamDay } from '../../../kernel/clock.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { listQuestion } from '../../../platform/forms/list.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { restorableUntil } from '../../../platform/records/doors.ts';
import { setFilters } from '../../../platform/records/narrowing.ts';
import { offers, saidIn } from '../../../platform/records/section.ts';
import {
  Alert,
  ButtonLink,
  DeletedRecord,
  RecordHistory,
  type Term,
  uiVi,
} from '../../../ui/index.ts';
import { findPeriod } from '../../fees/index.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { historyOf } from '../../people/index.ts';
import { DraftPage, Recipients, ResultPage } from '../pages/mailing.tsx';
import { mailingWrite } from '../policy.ts';
import { listRecipients, paceOf, resultOf } from '../queries/index.ts';
import {
  type LeftOut,
  leftOutReasons,
  mailingActs,
  type RecipientState,
  recipientStates,
} from '../rules.ts';
import type { Mailing } from '../schema.ts';
import { tryOn } from '../service/index.ts';
import {
  actionNames,
  kindNames,
  labels,
  leftOutNames,
  recipientStateNames,
  stateNames,
  words,
} from '../vi.ts';
import { filterTerms } from './filter.ts';
import { crumbsTo, liveOf, mailingOf, pathOf } from './shared.tsx';

const pageSize = 50;
const refreshSeconds = 5;

export function mailingDoors(app: Hono<Env>): void {
  app.get('/hoi-vien/thu/:pid', mailingPage);
  app.get('/hoi-vien/thu/:pid/nguoi-nhan', recipientsPage);
}

async function mailingPage(c: WebContext): Promise<Response> {
  const mailing = await mailingOf(c);
  if (mailing.deletedAt !== null) return deletedPage(c, mailing, mailing.deletedAt);
  const { cx } = c.var;
  const items = await historyOf(
    cx.db,
    { type: 'mailing', id: mailing.id },
    { actions: actionNames, fields: labels },
  );
  const draft = mailing.state === 'draft';
  const writer = offers(c, mailingWrite);
  const sendable = draft && writer && (mailing.counts.send ?? 0) > 0;
  return c.var.shell.office(c, {
    title: mailing.subject,
    lead: [kindNames[mailing.kind], stateNames[mailing.state], mailing.organisationName].join(
      ' · ',
    ),
    crumbs: crumbsTo(c, { label: mailing.subject }),
    ...(mailing.state === 'sending' ? { refresh: refreshSeconds } : {}),
    action: sendable ? (
      <ButtonLink kind="primary" icon="mail" href={pathOf(c, `${mailing.pid}/gui`)}>
        {words.send}
      </ButtonLink>
    ) : undefined,
    before: noticeOf(c),
    body: draft ? await draftBody(c, mailing, writer) : await resultBody(c, mailing, writer),
    aside: <RecordHistory items={items} />,
  });
}

function noticeOf(c: WebContext) {
  const back = Number(c.req.query('da-dung') ?? '0');
  const to = c.req.query('da-thu');
  const title = saidIn(c, {
    'da-luu': words.saved,
    'da-tinh': words.counted,
    'da-chep': words.copied,
    'da-gui': words.started,
    'da-dung': words.stoppedNow(Number.isFinite(back) ? back : 0),
    'gui-tiep': words.resumed,
    'da-khoi-phuc': words.restored,
    'da-thu': words.tested(c.var.cx.actor.kind === 'account' ? c.var.cx.actor.email : ''),
  });
  return title === undefined && to === undefined ? undefined : (
    <Alert tone="ok" title={title} live />
  );
}

async function draftBody(c: WebContext, mailing: Mailing, writer: boolean) {
  const who = (c.req.query('nguoi') ?? '').slice(0, 100);
  const { member, letter } = await tryOn(c.var.cx, mailing, who);
  const path = pathOf(c, mailing.pid);
  return (
    <DraftPage
      who={who}
      path={path}
      previewNote={
        member === null ? words.previewMade : words.previewFor(member.fullName, member.association)
      }
      subject={letter.subject}
      text={letter.text}
      whom={await whomTerms(c, mailing)}
      counts={mailing.counts}
      countedAt={mailing.countedAt}
      acts={writer ? { path, version: mailing.version } : null}
      listHref={pathOf(c)}
    />
  );
}

async function whomTerms(c: WebContext, { filter }: Mailing): Promise<readonly Term[]> {
  const { cx } = c.var;
  const association =
    filter.association === null
      ? null
      : await findOrganisation(cx.db, filter.association, cx.clock.today());
  const period = filter.fee_period === null ? null : await findPeriod(cx, filter.fee_period);
  return filterTerms(filter, { association: association?.name, period: period?.name });
}

async function resultBody(c: WebContext, mailing: Mailing, writer: boolean) {
  const { cx } = c.var;
  const path = pathOf(c, mailing.pid);
  const acts = mailingActs[mailing.state];
  const times: Term[] = [
    ...(mailing.startedAt === null
      ? []
      : [{ term: words.started_at, value: words.moment(mailing.startedAt) }]),
    ...(mailing.finishedAt === null
      ? []
      : [{ term: words.finished_at, value: words.moment(mailing.finishedAt) }]),
  ];
  return (
    <ResultPage
      state={mailing.state}
      prepared={mailing.preparedAt !== null}
      result={await resultOf(cx, mailing.id)}
      perHour={(await paceOf(cx.db)).perHour}
      terms={[...times, ...(await whomTerms(c, mailing))]}
      subject={mailing.subject}
      text={mailing.body}
      path={path}
      version={mailing.version}
      may={{
        stop: writer && acts.includes('stop'),
        resume: writer && acts.includes('resume'),
        copy: writer,
      }}
      listHref={pathOf(c)}
    />
  );
}

/** A deleted draft: only those who may take it back learn that it was there. */
function deletedPage(c: WebContext, mailing: Mailing, deletedAt: Date) {
  const until = restorableUntil(c, deletedAt, mailingWrite);
  return c.var.shell.office(c, {
    title: mailing.subject,
    crumbs: crumbsTo(c, { label: mailing.subject }),
    body: (
      <DeletedRecord
        text={uiVi.record.deletedOn(formatDate(vietnamDay(deletedAt)), formatDate(until))}
        restoreAction={pathOf(c, `${mailing.pid}/khoi-phuc`)}
        listHref={pathOf(c)}
      />
    ),
  });
}

async function recipientsPage(c: WebContext): Promise<Response> {
  const mailing = await liveOf(c);
  const path = pathOf(c, `${mailing.pid}/nguoi-nhan`);
  const shape = { filters: ['tinh-trang', 'ly-do'], sorts: ['ten'], sort: 'ten' };
  const question = listQuestion(path, c.req.query(), shape);
  const state = recipientStates.find((one) => one === question.values['tinh-trang']) ?? null;
  const reason = leftOutReasons.find((one) => one === question.values['ly-do']) ?? null;
  const list = { state, reason, page: question.page, size: pageSize };
  const { rows, total } = await listRecipients(c.var.cx, mailing.id, list);
  return c.var.shell.office(c, {
    title: words.recipients,
    lead: mailing.subject,
    crumbs: crumbsTo(
      c,
      { label: mailing.subject, href: pathOf(c, mailing.pid) },
      { label: words.recipients },
    ),
    body: (
      <Recipients
        rows={rows}
        path={path}
        values={question.values}
        chips={setFilters(question, {
          'tinh-trang': (value) => recipientStateNames[value as RecipientState] ?? value,
          'ly-do': (value) => leftOutNames[value as LeftOut] ?? value,
        })}
        pager={{ page: question.page, size: pageSize, total, href: question.pageHref }}
        backHref={pathOf(c, mailing.pid)}
      />
    ),
  });
}
