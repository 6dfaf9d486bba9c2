import type { Hono } from 'hono';
import type { Issue } from '../../../../kernel/issue.ts';
import { type Cx, execute, type Outcome } from '../../../../platform/command.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { office } from '../../../../platform/http/addresses.ts';
import { type FormBody, formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import {
  Button,
  ButtonLink,
  ConfirmPage,
  Form,
  FormActions,
  TextArea,
} from '../../../../ui/index.ts';
import { seatsOf } from '../../../councils/index.ts';
import { BallotPage } from '../../pages/office/ballot.tsx';
import { resultManage } from '../../policy.ts';
import { papersOf } from '../../queries/index.ts';
import type { Ballot } from '../../schema.ts';
import {
  attendBallot,
  cancelBallot,
  closeBallot,
  dropBallot,
  openBallot,
} from '../../service/index.ts';
import {
  ballotKindNames,
  ballotWayNames,
  seatNames,
  ballotWords as words,
} from '../../vi/ballots.ts';
import { ballotIssues } from '../../vi/issues.ts';
import { paperWords } from '../words.ts';
import { issuesOf, managedEdition, mayAt, moment, noticeOf, pathOf } from './section.tsx';
import { ballotCrumbs, ballotOf, ballotPath, one } from './shared.ts';

/** One ballot: prepared, opened, closed, and what came of it. */
export function ballotDoors(app: Hono<Env>): void {
  app.get(one, async (c) => ballotPage(c, await ballotOf(c), null));
  actDoor(app, 'mo', openBallot, 'da-mo', ({ lists }) => ({ present: lists.present ?? [] }));
  actDoor(app, 'diem-danh', attendBallot, 'da-diem-danh', ({ lists }) => ({
    present: lists.present ?? [],
  }));
  actDoor(app, 'dong', closeBallot, 'da-dong');
  actDoor(app, 'bo', dropBallot, null);
  app.get(`${one}/dong`, closePage);
  cancelDoor(app);
}

type BallotCommand =
  | typeof closeBallot
  | typeof openBallot
  | typeof attendBallot
  | typeof dropBallot;

/** A button of a ballot's page: done, or told on the page why not. */
function actDoor(
  app: Hono<Env>,
  word: string,
  command: BallotCommand,
  said: string | null,
  more: (sent: FormBody) => Readonly<Record<string, unknown>> = () => ({}),
): void {
  app.post(`${one}/${word}`, async (c) => {
    const ballot = await ballotOf(c);
    const sent = await formOf(c);
    const raw = { pid: ballot.pid, version: sent.values.version, ...more(sent) };
    const issues = await issuesOf(() => run(c.var.cx, command, raw));
    if (issues.length > 0) return ballotPage(c, await ballotOf(c), issues);
    return c.redirect(
      said === null
        ? `${pathOf(c, ballot.edition, 'bieu-quyet')}?da-bo=1`
        : `${ballotPath(c, ballot)}?${said}=1`,
      303,
    );
  });
}

const run = (cx: Cx, command: BallotCommand, raw: unknown): Promise<Outcome<unknown>> =>
  execute(cx, command as typeof closeBallot, raw);

async function ballotPage(
  c: WebContext,
  ballot: Ballot,
  issues: readonly Issue[] | null,
): Promise<Response> {
  const { cx, shell, place } = c.var;
  const manages = ballot.edition.state === 'open' && (await mayAt(c, ballot.edition, resultManage));
  const papers =
    ballot.state === 'closed' && ballot.how === 'link'
      ? ((await papersOf(cx.db, [ballot.id])).get(ballot.id) ?? [])
      : null;
  const { result } = ballot;
  return shell.office(c, {
    title: ballot.subject,
    lead: ballot.council.name,
    crumbs: ballotCrumbs(c, ballot),
    ...(issues === null ? {} : { error: true, status: 422 }),
    before: noticeOf(c, {
      'da-lap': words.added,
      'da-mo': words.opened,
      'da-diem-danh': words.attended,
      'da-dong': words.closed,
      'da-dem': words.counted,
      'da-huy': words.cancelled,
    }),
    body: (
      <BallotPage
        state={ballot.state}
        terms={termsOf(ballot)}
        rule={[words.rule(ballot.rule), result === null ? '' : words.needed(result.needed)]
          .filter(Boolean)
          .join(' ')}
        error={
          issues === null
            ? null
            : [...new Set(issues.map((found) => wordsOf(found, ballotIssues)))].join(' ')
        }
        reason={ballot.reason}
        choose={ballot.kind === 'choose'}
        options={ballot.options.map(({ label, dossier, position }) => ({
          label,
          detail: dossier?.number ?? '',
          href:
            dossier === null
              ? null
              : office(place.code, `hoi-thi/${ballot.edition.pid}/ho-so/${dossier.pid}`),
          counted: result?.options[position] ?? null,
        }))}
        tally={
          result === null
            ? null
            : `${words.attendanceOf(result.present, result.members)} ${words.tally(result.tally)}`
        }
        quorate={result?.quorate ?? null}
        voters={ballot.voters.map(({ name, role, present, voted }) => ({
          name,
          role: seatNames[role] ?? role,
          present,
          voted,
        }))}
        papers={
          papers?.map(({ code, choices }) => ({ code, says: paperWords(ballot, choices) })) ?? null
        }
        acts={manages ? await actsOf(c, ballot) : null}
        minutesHref={
          ballot.state === 'closed'
            ? pathOf(c, ballot.edition, 'giay-to/count.docx', { 'bo-phieu': ballot.pid })
            : null
        }
      />
    ),
  });
}

function termsOf({ kind, how, openedAt, closedAt, tellers }: Ballot) {
  return [
    { term: words.labels.kind ?? '', value: ballotKindNames[kind] },
    { term: words.labels.how ?? '', value: ballotWayNames[how] },
    ...(openedAt === null ? [] : [{ term: words.open, value: moment(openedAt) }]),
    ...(closedAt === null ? [] : [{ term: words.close, value: moment(closedAt) }]),
    ...(tellers.length === 0
      ? []
      : [{ term: words.labels.tellers ?? '', value: tellers.join(', ') }]),
  ];
}

async function actsOf(c: WebContext, ballot: Ballot) {
  const { state, voters, version, how, totals } = ballot;
  if (state !== 'draft' && state !== 'open') return null;
  const seats = state === 'draft' ? await seatsOf(c.var.cx, [ballot.council.id]) : [];
  const entitled = seats.filter(({ votes, judge }) => votes && judge.state === 'accepted');
  const line = (name: string, role: string, pid: string) => ({
    value: pid,
    label: name,
    help: seatNames[role] ?? '',
  });
  return {
    version,
    open:
      state === 'draft'
        ? {
            action: ballotPath(c, ballot, 'mo'),
            members: entitled.map(({ judge, role }) => line(judge.name, role, judge.pid)),
            present: entitled.map(({ judge }) => judge.pid),
          }
        : null,
    attend:
      state === 'open'
        ? {
            action: ballotPath(c, ballot, 'diem-danh'),
            members: voters.map(({ name, role, pid }) => line(name, role, pid)),
            present: voters.filter(({ present }) => present).map(({ pid }) => pid),
          }
        : null,
    countHref: state === 'open' && how === 'paper' ? ballotPath(c, ballot, 'kiem-phieu') : null,
    closeHref: state === 'open' ? ballotPath(c, ballot, 'dong') : null,
    cancelHref: ballotPath(c, ballot, 'huy'),
    dropAction: state === 'draft' ? ballotPath(c, ballot, 'bo') : null,
    waits: how === 'paper' && totals === null,
  };
}

async function closePage(c: WebContext): Promise<Response> {
  await managedEdition(c);
  const ballot = await ballotOf(c);
  const left =
    ballot.how === 'paper'
      ? 0
      : ballot.voters.filter(({ present, voted }) => present && !voted).length;
  return c.var.shell.office(c, {
    title: words.close,
    crumbs: ballotCrumbs(c, ballot, words.close),
    body: (
      <ConfirmPage
        question={words.closeQuestion}
        action={ballotPath(c, ballot, 'dong')}
        hidden={{ version: ballot.version }}
        verb={words.close}
        keepHref={ballotPath(c, ballot)}
        keepLabel={words.keepOpen}
        harmless
      >
        <p>{words.closeBody(left)}</p>
      </ConfirmPage>
    ),
  });
}

function cancelDoor(app: Hono<Env>): void {
  formDoor(app, {
    words: ballotIssues,
    path: `${one}/huy`,
    command: cancelBallot,
    title: () => words.cancelTitle,
    open: async (c): Promise<Ballot> => {
      await managedEdition(c);
      return ballotOf(c);
    },
    lead: ({ subject }) => subject,
    crumbs: (c, ballot) => ballotCrumbs(c, ballot, words.cancelTitle),
    initial: () => ({}),
    fixed: async (_c, { pid }) => ({ values: { pid } }),
    version: ({ version }) => version,
    labels: words.labels,
    after: (c, ballot) => `${ballotPath(c, ballot)}?da-huy=1`,
    view: (c, ballot, { form, hidden, action }) => (
      <Form action={action} hidden={hidden}>
        <p>{words.cancelBody}</p>
        <TextArea
          name="reason"
          label={words.labels.reason ?? ''}
          value={form.values.reason}
          error={form.errors.reason}
          maxLength={2000}
        />
        <FormActions>
          <Button kind="danger">{words.cancelDo}</Button>
          <ButtonLink href={ballotPath(c, ballot)}>{words.keepOpen}</ButtonLink>
        </FormActions>
      </Form>
    ),
  });
}
