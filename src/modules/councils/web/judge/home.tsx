import type { Hono } from 'hono';
import { type FormView, freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { saidIn } from '../../../../platform/records/section.ts';
import { Alert, type Term } from '../../../../ui/index.ts';
import { reviewingPhases } from '../../../calls/index.ts';
import { Home } from '../../pages/judge/home.tsx';
import { Invitation, relationRows } from '../../pages/judge/invitation.tsx';
import { councilsOf, relationsOf, seatsOfJudges } from '../../queries/index.ts';
import type { OpenedJudge } from '../../schema/index.ts';
import { tasksOf } from '../../service/index.ts';
import { fullName, seatRoleNames } from '../../vi/index.ts';
import { homeWords as words } from '../../vi/judge.ts';
import { answered, issueWords } from './answering.tsx';
import { judgeOf, judgePage, judgePath, tokenOf } from './shared.ts';

/** The home that a judge's link opens, and accepting the invitation. Opening a link changes nothing. */
export function homeDoors(app: Hono<Env>): void {
  app.get('/giam-khao/:token', home);
  app.post('/giam-khao/:token/tra-loi', accept);
}

/** 'Chủ tịch, Hội đồng …': two queries. */
async function seatsIn(c: WebContext, judge: OpenedJudge) {
  const { cx } = c.var;
  const councils = await councilsOf(cx, judge.editionId);
  const seats = await seatsOfJudges(cx, [judge.id]);
  return seats.map((seat) => ({
    votes: seat.votes,
    text: words.seat(
      seatRoleNames[seat.role],
      councils.find(({ id }) => id === seat.councilId)?.name ?? '',
    ),
  }));
}

const phaseLines = ({ edition }: OpenedJudge): string[] =>
  reviewingPhases(edition.content.phases).map(({ name, opens, closes }) =>
    words.phase(name, opens, closes),
  );

const lines = (texts: readonly string[]) => (
  <>
    {texts.map((text, at) => (
      <>
        {at === 0 ? null : <br />}
        {text}
      </>
    ))}
  </>
);

async function home(c: WebContext): Promise<Response> {
  const judge = await judgeOf(c);
  return judge.state === 'accepted'
    ? ownHome(c, judge)
    : invitation(c, judge, freshForm({ complete: '' }));
}

async function invitation(c: WebContext, judge: OpenedJudge, state: FormView): Promise<Response> {
  const token = tokenOf(c);
  const { content, organisation, state: editionState } = judge.edition;
  const seats = await seatsIn(c, judge);
  const phases = phaseLines(judge);
  const { terms } = words;
  const shown: Term[] = [
    { term: terms.organiser, value: organisation.name },
    {
      term: terms.seats,
      value: seats.length === 0 ? words.noSeats : lines(seats.map(({ text }) => text)),
    },
    ...(phases.length === 0 ? [] : [{ term: terms.phases, value: lines(phases) }]),
  ];
  const bad = state.summary.length > 0;
  const said = saidIn(c, { 'da-tu-choi': words.declinedNow });
  return judgePage(c, judge, token, {
    title: words.invitation,
    lead: content.name,
    error: bad,
    status: bad ? 422 : 200,
    body: (
      <>
        <h1>{words.invitation}</h1>
        <p class="lead">{content.name}</p>
        {said === undefined ? null : <Alert tone="ok" title={said} live />}
        <Invitation
          greeting={words.greeting(fullName(judge))}
          asked={words.asked(content.committee.name || organisation.name, content.name)}
          terms={shown}
          declined={judge.state === 'declined' && said === undefined}
          form={
            editionState === 'open'
              ? {
                  action: judgePath(token, 'tra-loi'),
                  declineHref: judgePath(token, 'tu-choi'),
                  formKey: c.var.cx.ids.pid(),
                  state,
                }
              : null
          }
        />
      </>
    ),
  });
}

async function ownHome(c: WebContext, judge: OpenedJudge): Promise<Response> {
  const { cx } = c.var;
  const token = tokenOf(c);
  const seats = await seatsIn(c, judge);
  const declared = await relationsOf(cx, [judge.id]);
  const phases = phaseLines(judge);
  const open = judge.edition.state === 'open';
  const said = saidIn(c, { 'da-nhan-loi': words.accepted });
  return judgePage(c, judge, token, {
    title: words.home,
    body: (
      <>
        <h1>{words.welcome(fullName(judge))}</h1>
        <p class="lead">{judge.edition.content.name}</p>
        {said === undefined ? null : <Alert tone="ok" title={said} live />}
        <Home
          tasks={await tasksOf(cx, judge, token)}
          seats={seats.map(({ text, votes }) => `${text}, ${votes ? words.votes : words.noVote}`)}
          terms={phases.length === 0 ? [] : [{ term: words.terms.phases, value: lines(phases) }]}
          over={!open}
          relationsHref={judgePath(token, 'quan-he')}
          declared={declared.length}
          withdrawHref={open ? judgePath(token, 'tu-choi') : null}
        />
      </>
    ),
  });
}

type Typed = Readonly<Record<string, string>>;

/** The rows that somebody wrote something into. */
function relationsIn(typed: Typed) {
  const rows = [];
  for (let at = 0; at < relationRows; at += 1) {
    const of = (name: string) => (typed[`relations.${at}.${name}`] ?? '').trim();
    const row = { relation: of('relation'), name: of('name'), unit: of('unit') };
    if (Object.values(row).some((text) => text !== '')) rows.push({ at, row });
  }
  return rows;
}

const rowLabels = Object.fromEntries(
  Array.from({ length: relationRows }, (_, at) =>
    (['relation', 'name', 'unit'] as const).map((name) => [
      `relations.${at}.${name}`,
      `${words.row(at + 1)}, ${words.labels[name].toLowerCase()}`,
    ]),
  ).flat(),
);

async function accept(c: WebContext): Promise<Response> {
  const judge = await judgeOf(c);
  const { values, key } = await formOf(c);
  const rows = relationsIn(values);
  const issues = await answered(c, judge, key, {
    answer: 'accept',
    relations: rows.map(({ row }) => row),
    complete: values.complete,
  });
  if (issues.length === 0) return c.redirect(`${judgePath(tokenOf(c))}?da-nhan-loi=1`, 303);
  // Rows that were left empty were not sent: issues go back to where they were typed.
  const placed = issues.map((one) => {
    const at = /^relations\.(\d+)\.(.+)$/.exec(one.path);
    const row = at === null ? undefined : rows[Number(at[1])];
    return row === undefined ? one : { ...one, path: `relations.${row.at}.${at![2]}` };
  });
  const labels = { ...words.labels, ...rowLabels };
  return invitation(c, judge, returnedForm(values, placed, issueWords, labels));
}
