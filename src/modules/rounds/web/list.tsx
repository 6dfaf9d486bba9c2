import type { Hono } from 'hono';
import { addDays } from '../../../kernel/day.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { listQuestion } from '../../../platform/forms/list.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { offers } from '../../../platform/records/section.ts';
import { ButtonLink, Toast } from '../../../ui/index.ts';
import { reportTabs } from '../../reporting/index.ts';
import { type OwedRow, RoundList } from '../pages/list.tsx';
import { roundManage } from '../policy.ts';
import { findRound, listRounds, owedBy } from '../queries/index.ts';
import type { ListedRound, OwedObligation } from '../schema.ts';
import { periodName, stateNames, words } from '../vi.ts';
import { base, formPath, noticeOf, pathOf, section } from './shared.tsx';

const pageSize = 20;
const mostOwed = 100;
const mostEarlier = 20;

/** Rounds as an office sees them: what it owes, what it collects. */
export function listDoors(app: Hono<Env>): void {
  app.get(base, listPage);
}

async function listPage(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const today = cx.clock.today();
  const question = listQuestion(pathOf(c), c.req.query(), {
    filters: [],
    sorts: ['ky'],
    sort: 'ky',
  });
  const owed = await owedBy(cx, place.organisationId, { open: true, limit: mostOwed });
  const earlier = await owedBy(cx, place.organisationId, { open: false, limit: mostEarlier });
  const { rows, total } = await listRounds(cx, {
    organisation: place.organisationId,
    collected: true,
    page: question.page,
    size: pageSize,
  });
  const among = (from: string | null, until: string | null): readonly OwedRow[] =>
    owed
      .filter(
        (one) => (from === null || one.dueOn >= from) && (until === null || one.dueOn <= until),
      )
      .map((one) => owedRow(c, one));
  const newHref = offers(c, roundManage) ? pathOf(c, 'moi') : null;
  const overdue = among(null, addDays(today, -1));
  const week = addDays(today, 7);
  return c.var.shell.office(c, {
    title: words.listTitle(owed.length),
    lead:
      owed.length === 0
        ? words.found(total)
        : words.listLead(overdue.length, among(today, week).length),
    crumbs: section.crumbsTo(c).slice(0, 1),
    action:
      newHref === null ? undefined : (
        <ButtonLink kind="primary" icon="plus" href={newHref}>
          {words.newRound}
        </ButtonLink>
      ),
    before: (
      <>
        {await removedNotice(c)}
        {noticeOf(c)}
        {reportTabs(c, 'rounds')}
      </>
    ),
    body: (
      <RoundList
        owes={owed.length + earlier.length > 0}
        overdue={overdue}
        today={among(today, today)}
        soon={among(addDays(today, 1), week)}
        later={among(addDays(week, 1), null)}
        earlier={earlier.map((one) => ({
          href: pathOf(c, one.round),
          name: one.roundName,
          formHref: formPath(c, one.pid),
          due: formatDate(one.dueOn),
          collector: one.collector,
          state: one.state,
        }))}
        collects={words.collects(place.shortName)}
        rounds={rows.map((row) => roundRow(c, row))}
        total={total}
        page={question.page}
        size={pageSize}
        pageHref={question.pageHref}
        newHref={newHref}
      />
    ),
  });
}

function owedRow(c: WebContext, owed: OwedObligation): OwedRow {
  const { children } = owed;
  const note = [
    words.collector(owed.collector),
    stateNames[owed.state].toLocaleLowerCase('vi'),
    ...(children.asked === 0
      ? []
      : [
          `${words.columns.below.toLocaleLowerCase('vi')} ${words.sentOf(children.sent, children.asked)}`,
        ]),
  ];
  return {
    title: owed.roundName,
    note: note.join(' · '),
    when: words.dueShort(owed.dueOn, c.var.cx.clock.today()),
    href: formPath(c, owed.pid),
    verb: owed.state === 'waiting' ? words.startForm : words.openForm,
  };
}

const roundRow = (c: WebContext, row: ListedRound) => ({
  href: pathOf(c, row.pid),
  name: row.name,
  period: periodName(row.period),
  due: formatDate(row.dueOn),
  state: row.state,
  sent: row.state === 'draft' ? '' : words.sentOf(row.sent, row.asked),
  accepted: row.state === 'draft' ? '' : formatNumber(row.accepted),
  onTime: row.state === 'draft' ? '' : words.sentOf(row.onTime, row.asked),
});

async function removedNotice(c: WebContext) {
  const removed = c.req.query('da-xoa');
  const round = removed === undefined ? null : await findRound(c.var.cx, removed);
  if (round === null || round.deletedAt === null) return undefined;
  const undo = { action: pathOf(c, `${round.pid}/khoi-phuc`) };
  return <Toast text={words.removed(round.name)} undo={undo} />;
}
