import type { Hono } from 'hono';
import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import { execute } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import { Alert, ConfirmPage } from '../../../../ui/index.ts';
import { type Ballot, ballotsOf, seatNames } from '../../../ballots/index.ts';
import type { Edition } from '../../../calls/index.ts';
import { type Council, councilsOf, type Seat, seatsOf } from '../../../councils/index.ts';
import { MinutesForm, SignedMinutes } from '../../pages/office/papers.tsx';
import { minutesOf } from '../../queries/index.ts';
import { absentFrom } from '../../rules/attendance.ts';
import type { Minutes } from '../../schema/index.ts';
import { saveMinutes, signMinutes } from '../../service/index.ts';
import { printed, paperWords as words } from '../../vi/papers.ts';
import { issueWords } from '../words.ts';
import { base, crumbsOf, issuesOf, managedEdition, noticeOf, partPath, pathOf } from './shared.tsx';

const path = `${base}/giay-to/bien-ban`;

/** The minutes of a council on a phase: written, and signed. */
export function minutesDoors(app: Hono<Env>): void {
  formDoor(app, {
    words: issueWords,
    path,
    command: saveMinutes,
    open: opened,
    title: ({ council }) => words.minutesOf(council.name),
    lead: () => words.minutesLead,
    crumbs: crumbs,
    initial: (_c, one) => valuesOf(one),
    fixed: async (_c, { council, phase, seats }, typed) => ({
      values: { council: council.pid, phase, absent: absentIn(seats, typed) },
    }),
    version: ({ minutes }) => minutes?.version ?? 1,
    labels: words.labels,
    after: (c, one) => here(c, one, '', { 'da-luu': '1' }),
    view: (c, one, { form, hidden, action }) => {
      const printHref = pathOf(c, one.edition, 'giay-to/minutes.docx', query(one));
      if (one.minutes?.state === 'signed')
        return (
          <SignedMinutes
            text={printed.minutes.hash}
            sha256={one.minutes.sha256 ?? ''}
            printHref={printHref}
            backHref={partPath(c, one.edition, 'papers')}
          />
        );
      return (
        <>
          {noticeOf(c, { 'da-luu': words.minutesSaved })}
          <MinutesForm
            state={form}
            hidden={hidden}
            action={action}
            members={one.seats.map(({ judge, role }) => ({
              pid: judge.pid,
              name: judge.name,
              role: seatNames[role] ?? '',
            }))}
            backHref={partPath(c, one.edition, 'papers')}
            signHref={one.minutes === null ? null : here(c, one, '/chot')}
            printHref={printHref}
          />
        </>
      );
    },
  });
  app.get(`${path}/chot`, async (c) => confirm(c, await opened(c), []));
  app.post(`${path}/chot`, async (c) => {
    const one = await opened(c);
    const { values } = await formOf(c);
    const raw = { council: one.council.pid, phase: one.phase, version: values.version };
    const issues = await issuesOf(() => execute(c.var.cx, signMinutes, raw));
    if (issues.length === 0)
      return c.redirect(`${partPath(c, one.edition, 'papers')}?da-chot=1`, 303);
    return confirm(
      c,
      await opened(c),
      issues.map((found) => {
        const label = words.labels[found.path];
        const said = wordsOf(found, issueWords);
        return label === undefined ? said : `${label}: ${said}`;
      }),
    );
  });
}

interface OpenedMinutes {
  readonly edition: Edition;
  readonly council: Council;
  readonly phase: string;
  readonly seats: readonly Seat[];
  readonly minutes: Minutes | null;
  /** Of the council in this phase. */
  readonly ballots: readonly Ballot[];
}

async function opened(c: WebContext): Promise<OpenedMinutes> {
  const edition = await managedEdition(c);
  const council = (await councilsOf(c.var.cx, edition.id)).find(
    ({ pid }) => pid === c.req.query('hoi-dong'),
  );
  const phase = edition.content.phases.find(({ key }) => key === c.req.query('giai-doan'))?.key;
  if (council === undefined || phase === undefined) throw new NotFound('council');
  const minutes = (await minutesOf(c.var.cx, edition.id)).find(
    (one) => one.councilId === council.id && one.phase === phase,
  );
  const seats = await seatsOf(c.var.cx, [council.id]);
  const ballots = (await ballotsOf(c.var.cx, edition.id)).filter(
    (one) => one.council.id === council.id && one.phase === phase,
  );
  return { edition, council, phase, seats, minutes: minutes ?? null, ballots };
}

const query = ({ council, phase }: OpenedMinutes) => ({
  'hoi-dong': council.pid,
  'giai-doan': phase,
});
const here = (
  c: WebContext,
  one: OpenedMinutes,
  rest = '',
  more: Record<string, string> = {},
): string => pathOf(c, one.edition, `giay-to/bien-ban${rest}`, { ...query(one), ...more });
const crumbs = (c: WebContext, { edition, council }: OpenedMinutes) =>
  crumbsOf(
    c,
    edition,
    { label: words.title, href: partPath(c, edition, 'papers') },
    { label: words.minutesOf(council.name) },
  );

function valuesOf({ minutes, ballots }: OpenedMinutes): Record<string, string> {
  const { held_on = null, absent: _, ...texts } = minutes?.content ?? {};
  const away = absentFrom(minutes, ballots) ?? new Map<string, string | null>();
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value ?? ''])),
    ...(held_on === null ? {} : { held_on: formatDate(held_on) }),
    ...Object.fromEntries(
      [...away].flatMap(([pid, reason]) => [
        [`absent.${pid}`, '1'],
        [`why.${pid}`, reason ?? ''],
      ]),
    ),
  };
}

/** Who is marked as absent; a reason without the mark is not kept. */
const absentIn = (seats: readonly Seat[], typed: Readonly<Record<string, string>>) =>
  seats
    .map(({ judge }) => judge.pid)
    .filter((pid) => typed[`absent.${pid}`] === '1')
    .map((pid) => ({ judge: pid, reason: typed[`why.${pid}`] ?? '' }));

function confirm(c: WebContext, one: OpenedMinutes, errors: readonly string[]) {
  return c.var.shell.office(c, {
    title: words.minutesSign,
    crumbs: crumbs(c, one),
    ...(errors.length === 0 ? {} : { error: true, status: 422 as const }),
    before: errors.map((error) => <Alert tone="bad">{error}</Alert>),
    body: (
      <ConfirmPage
        question={words.minutesQuestion}
        action={here(c, one, '/chot')}
        hidden={{ version: one.minutes?.version ?? 1 }}
        verb={words.minutesSign}
        keepHref={here(c, one)}
        keepLabel={words.keep}
        harmless
      >
        <p>{words.minutesBody}</p>
      </ConfirmPage>
    ),
  });
}
