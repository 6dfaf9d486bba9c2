import type { Hono } from 'hono';
import { execute } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { settled } from '../../../../platform/http/api.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import { type ActState, ConfirmPage } from '../../../../ui/index.ts';
import { SeatForm } from '../../pages/office/council-forms.tsx';
import { judgesOf, seatsOf } from '../../queries/index.ts';
import {
  type Judge,
  type OpenedCouncil,
  type Seat,
  seatedStates,
  seatRoles,
} from '../../schema/index.ts';
import { giveSeat, removeSeat } from '../../service/index.ts';
import { fullName, seatRoleNames } from '../../vi/index.ts';
import { councilWords as words } from '../../vi/office.ts';
import { councilCrumbs, councilPath, one } from './council-forms.tsx';
import { issueWords, managedCouncil } from './shared.tsx';

/** Giving, changing and taking back seats. */
export function seatDoors(app: Hono<Env>): void {
  seatDoor(app);
  app.get(`${one}/ghe/:seat/bo`, vacatePage);
  app.post(`${one}/ghe/:seat/bo`, vacate);
}

interface Seating {
  readonly council: OpenedCouncil;
  readonly judges: readonly Judge[];
  readonly seats: readonly Seat[];
}

async function openSeating(c: WebContext): Promise<Seating> {
  const council = await managedCouncil(c);
  const { cx } = c.var;
  const judges = await judgesOf(cx, council.editionId);
  return {
    council,
    judges: judges.filter(({ state }) => seatedStates.includes(state)),
    seats: await seatsOf(cx, [council.id]),
  };
}

/** The judge of `?giam-khao=`, whose seat is changed. */
const asked = (c: WebContext, { seats }: Seating): Seat | undefined =>
  seats.find(({ judge }) => judge.pid === c.req.query('giam-khao'));

function seatDoor(app: Hono<Env>): void {
  formDoor(app, {
    words: issueWords,
    path: `${one}/ghe`,
    command: giveSeat,
    title: () => words.giveTo,
    lead: ({ council }) => council.name,
    open: openSeating,
    crumbs: (c, { council }) => councilCrumbs(c, council, words.give),
    initial: (c, seating) => {
      const seat = asked(c, seating);
      const free = !seating.seats.some(({ role }) => role === 'chair');
      return seat === undefined
        ? { role: free ? 'chair' : 'member', votes: '1' }
        : { role: seat.role, votes: seat.votes ? '1' : '' };
    },
    fixed: async (c, seating, typed) => {
      const seat = asked(c, seating);
      return {
        values: {
          council: seating.council.pid,
          votes: typed.votes === '1',
          ...(seat === undefined ? {} : { judge: seat.judge.pid }),
        },
      };
    },
    labels: words.labels,
    after: (c, { council }) => `${councilPath(c, council)}?da-giao=1`,
    view: (c, seating, state) => seatView(c, seating, state),
  });
}

function seatView(c: WebContext, seating: Seating, state: Omit<ActState, 'backHref'>) {
  const { council, judges, seats } = seating;
  const seat = asked(c, seating);
  const free = judges.filter(({ id }) => !seats.some(({ judgeId }) => judgeId === id));
  return (
    <>
      {seat === undefined ? null : <p class="lead">{fullName(seat.judge)}</p>}
      {seat === undefined && free.length === 0 ? <p>{words.noJudges}</p> : null}
      <SeatForm
        state={{ ...state, backHref: councilPath(c, council) }}
        fixed={seat !== undefined}
        judges={free.map((judge) => ({
          value: judge.pid,
          label: [fullName(judge), judge.unit].filter(Boolean).join(', '),
        }))}
        roles={seatRoles.map((value) => ({ value, label: seatRoleNames[value] }))}
      />
    </>
  );
}

async function seatOf(c: WebContext, council: OpenedCouncil): Promise<Seat> {
  const seat = (await seatsOf(c.var.cx, [council.id])).find(
    ({ pid }) => pid === c.req.param('seat'),
  );
  if (seat === undefined) throw new NotFound('seat');
  return seat;
}

async function vacatePage(c: WebContext): Promise<Response> {
  const council = await managedCouncil(c);
  const seat = await seatOf(c, council);
  return c.var.shell.office(c, {
    title: words.takeBack,
    crumbs: councilCrumbs(c, council, words.takeBack),
    body: (
      <ConfirmPage
        question={words.takeBackOf(fullName(seat.judge))}
        action={c.req.path}
        verb={words.takeBack}
        keepHref={councilPath(c, council)}
        keepLabel={words.keep}
      >
        {words.takeBackBody}
      </ConfirmPage>
    ),
  });
}

async function vacate(c: WebContext): Promise<Response> {
  const council = await managedCouncil(c);
  const seat = await seatOf(c, council);
  settled(await execute(c.var.cx, removeSeat, { pid: seat.pid }), issueWords);
  return c.redirect(`${councilPath(c, council)}?da-bo=1`, 303);
}
