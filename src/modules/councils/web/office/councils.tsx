import type { Hono } from 'hono';
import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import {
  ButtonLink,
  Buttons,
  DefinitionList,
  RecordHistory,
  type Term,
} from '../../../../ui/index.ts';
import { type Edition, reviewingPhases } from '../../../calls/index.ts';
import { CouncilList, Problems, Seats, type ShownCouncil } from '../../pages/office/councils.tsx';
import { councilsOf, seatsOf } from '../../queries/index.ts';
import { type Problem, problemsOf } from '../../rules/index.ts';
import type { Council, OpenedCouncil, Seat } from '../../schema/index.ts';
import { fullName, judgeStateNames, seatRoleNames } from '../../vi/index.ts';
import { problemText, councilWords as words } from '../../vi/office.ts';
import {
  base,
  councilOf,
  crumbsOf,
  editionOf,
  historyLines,
  mayManage,
  noticeOf,
  pathOf,
  paths,
  SectionTabs,
} from './shared.tsx';

/** The councils of an edition, and the page of each. */
export function councilDoors(app: Hono<Env>): void {
  app.get(`${base}/${paths.councils}`, listPage);
  app.get(`${base}/${paths.councils}/:council{[0-9a-z]{16}}`, councilPage);
}

const shownProblems = (problems: readonly Problem[]) =>
  problems.map((one) => ({ text: problemText(one), must: one.level === 'must' }));

const fieldNames = ({ content }: Pick<Edition, 'content'>, { fields }: Pick<Council, 'fields'>) =>
  fields.length === 0
    ? words.allFields
    : fields
        .map((code) => content.fields.find((field) => field.code === code)?.name ?? code)
        .join(', ');

const phaseNames = ({ content }: Pick<Edition, 'content'>, { phases }: Pick<Council, 'phases'>) =>
  phases.length === 0
    ? words.allPhases
    : phases
        .map((key) => content.phases.find((phase) => phase.key === key)?.name ?? key)
        .join(', ');

async function listPage(c: WebContext): Promise<Response> {
  const { cx, shell } = c.var;
  const edition = await editionOf(c);
  const councils = await councilsOf(cx, edition.id);
  const seats = await seatsOf(
    cx,
    councils.map(({ id }) => id),
  );
  const seated = councils.map((council) => ({
    ...council,
    seats: seats.filter(({ councilId }) => councilId === council.id),
  }));
  const problems = problemsOf(seated, edition.content);
  const manager = (await mayManage(c, edition)) && edition.state !== 'closed';
  const createHref = manager ? pathOf(c, edition, 'councils', 'moi') : null;
  return shell.office(c, {
    title: words.title,
    lead: councils.length === 0 ? words.leadNone : words.lead(councils.length, seats.length),
    crumbs: crumbsOf(c, edition, 'councils'),
    action:
      createHref === null || councils.length === 0 ? undefined : (
        <ButtonLink kind="primary" icon="plus" href={createHref}>
          {words.create}
        </ButtonLink>
      ),
    before: (
      <>
        {noticeOf(c, { 'da-xoa': words.removed })}
        <SectionTabs c={c} edition={edition} now="councils" />
      </>
    ),
    body: (
      <CouncilList
        rows={seated.map((council): ShownCouncil => {
          const chair = council.seats.find(({ role }) => role === 'chair');
          return {
            href: pathOf(c, edition, 'councils', council.pid),
            name: council.name,
            fields: fieldNames(edition, council),
            phases: phaseNames(edition, council),
            chair: chair === undefined ? null : fullName(chair.judge),
            seats: council.seats.length,
            problems: problems.filter((one) => one.council === council.pid && one.level === 'must')
              .length,
          };
        })}
        problems={shownProblems(problems.filter(({ council }) => council === null))}
        notReviewing={reviewingPhases(edition.content.phases).length === 0}
        createHref={createHref}
      />
    ),
  });
}

async function councilPage(c: WebContext): Promise<Response> {
  const { cx, shell } = c.var;
  const council = await councilOf(c);
  const { edition } = council;
  const seats = await seatsOf(cx, [council.id]);
  const own = problemsOf([{ ...council, seats }], edition.content).filter(
    (one) => one.council === council.pid,
  );
  const manager = (await mayManage(c, edition)) && edition.state !== 'closed';
  const to = (rest: string) => pathOf(c, edition, 'councils', `${council.pid}/${rest}`);
  return shell.office(c, {
    title: council.name,
    lead: edition.content.name,
    crumbs: crumbsOf(c, edition, 'councils', { label: council.name }),
    action: manager ? (
      <ButtonLink kind="primary" icon="plus" href={to('ghe')}>
        {words.give}
      </ButtonLink>
    ) : undefined,
    before: noticeOf(c, {
      'da-lap': words.created,
      'da-luu': words.saved,
      'da-giao': words.seated,
      'da-bo': words.vacated,
    }),
    body: (
      <>
        <Problems items={shownProblems(own)} />
        <Seats acts={manager} rows={seats.map((seat) => seatRow(c, council, seat))} />
      </>
    ),
    aside: (
      <>
        <DefinitionList items={termsOf(council)} compact />
        {manager ? (
          <Buttons>
            <ButtonLink href={to('sua')}>{words.edit}</ButtonLink>
            <ButtonLink kind="text" href={to('xoa')}>
              {words.remove}
            </ButtonLink>
          </Buttons>
        ) : null}
        <RecordHistory items={await historyLines(c, 'council', council.id)} />
      </>
    ),
  });
}

const seatRow = (c: WebContext, { edition, pid }: OpenedCouncil, seat: Seat) => ({
  judge: fullName(seat.judge),
  judgeHref: pathOf(c, edition, 'judges', seat.judge.pid),
  unit: seat.judge.unit,
  role: seatRoleNames[seat.role],
  votes: seat.votes,
  state: judgeStateNames[seat.judge.state],
  accepted: seat.judge.state === 'accepted',
  changeHref: pathOf(c, edition, 'councils', `${pid}/ghe?giam-khao=${seat.judge.pid}`),
  removeHref: pathOf(c, edition, 'councils', `${pid}/ghe/${seat.pid}/bo`),
});

function termsOf(council: OpenedCouncil): Term[] {
  const { edition, voting, decision, decidedOn } = council;
  const rule = edition.content.voting.find(({ key }) => key === voting);
  const { terms } = words;
  return [
    { term: terms.fields, value: fieldNames(edition, council) },
    { term: terms.phases, value: phaseNames(edition, council) },
    { term: terms.voting, value: rule?.name ?? words.votingEmpty },
    {
      term: terms.decision,
      value:
        decision === null
          ? words.notSet
          : words.decided(decision, decidedOn === null ? null : formatDate(decidedOn)),
    },
  ];
}
