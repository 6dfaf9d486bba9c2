import type { Hono } from 'hono';
import type { Issue } from '../../../../kernel/issue.ts';
import { type Cx, execute, type Outcome, once } from '../../../../platform/command.ts';
import { type FormView, freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
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
import { type Edition, reviewingPhases } from '../../../calls/index.ts';
import { councilsOf, seatsOf } from '../../../councils/index.ts';
import { BallotPage } from '../../pages/office/ballot.tsx';
import { BallotForm, BallotList } from '../../pages/office/ballots.tsx';
import { resultManage } from '../../policy.ts';
import { ballotsOf, papersOf, standingDossiers } from '../../queries/index.ts';
import type { Ballot } from '../../schema/index.ts';
import {
  attendBallot,
  cancelBallot,
  closeBallot,
  createBallot,
  dropBallot,
  openBallot,
} from '../../service/index.ts';
import {
  ballotKindNames,
  ballotWayNames,
  seatNames,
  ballotWords as words,
} from '../../vi/ballots.ts';
import { ballotProgress, paperWords } from '../ballot-words.ts';
import { ballotCrumbs, ballotOf, ballotPath, issuesOf, list, one } from './ballot-shared.ts';
import { countDoors } from './counting.tsx';
import {
  crumbsOf,
  editionOf,
  issueWords,
  managedEdition,
  mayAt,
  moment,
  noticeOf,
  pathOf,
  phaseOf,
  SectionTabs,
} from './shared.tsx';

/** Ballots of an edition: prepared, opened, closed, and what came of them. */
export function ballotDoors(app: Hono<Env>): void {
  app.get(list, listPage);
  app.get(`${list}/moi`, async (c) => newPage(c, await managedEdition(c), null, null));
  app.post(`${list}/moi`, create);
  app.get(one, async (c) => ballotPage(c, await ballotOf(c), null));
  actDoor(app, 'mo', openBallot, 'da-mo', ({ lists }) => ({ present: lists.present ?? [] }));
  actDoor(app, 'diem-danh', attendBallot, 'da-diem-danh', ({ lists }) => ({
    present: lists.present ?? [],
  }));
  actDoor(app, 'dong', closeBallot, 'da-dong');
  actDoor(app, 'bo', dropBallot, null);
  app.get(`${one}/dong`, closePage);
  cancelDoor(app);
  countDoors(app);
}

async function listPage(c: WebContext): Promise<Response> {
  const edition = await editionOf(c);
  const ballots = await ballotsOf(c.var.cx, edition.id);
  const manages = edition.state === 'open' && (await mayAt(c, edition, resultManage));
  return c.var.shell.office(c, {
    title: words.title,
    lead: words.lead(ballots.length),
    crumbs: crumbsOf(c, edition, { label: words.title }),
    action: manages ? (
      <ButtonLink kind="primary" href={pathOf(c, edition, 'bieu-quyet/moi')}>
        {words.add}
      </ButtonLink>
    ) : undefined,
    before: (
      <>
        {noticeOf(c, { 'da-bo': words.dropped })}
        <SectionTabs c={c} edition={edition} now="ballots" />
      </>
    ),
    body: (
      <BallotList
        rows={ballots.map((ballot) => ({
          href: ballotPath(c, ballot),
          subject: ballot.subject,
          council: ballot.council.name,
          state: ballot.state,
          outcome: ballotProgress(ballot),
        }))}
      />
    ),
  });
}

async function newPage(
  c: WebContext,
  edition: Edition,
  returned: FormView | null,
  chosen: readonly string[] | null,
): Promise<Response> {
  const { cx } = c.var;
  const councils = await councilsOf(cx, edition.id);
  const phases = reviewingPhases(edition.content.phases);
  const phase = returned?.values.phase ?? phaseOf(c, edition)?.key ?? '';
  const dossiers = phase === '' ? [] : await standingDossiers(cx, edition, phase);
  const fields = new Map(edition.content.fields.map(({ code, name }) => [code, name]));
  const state = returned ?? freshForm({ kind: 'approve', how: 'link', phase });
  return c.var.shell.office(c, {
    title: words.add,
    crumbs: crumbsOf(
      c,
      edition,
      { label: words.title, href: pathOf(c, edition, 'bieu-quyet') },
      { label: words.add },
    ),
    ...(returned === null ? {} : { error: true, status: 422 }),
    body: (
      <BallotForm
        state={state}
        chosen={chosen ?? []}
        action={pathOf(c, edition, 'bieu-quyet/moi')}
        hidden={{ _key: cx.ids.pid() }}
        councils={councils.map(({ pid, name }) => ({ value: pid, label: name }))}
        phases={phases.map(({ key, name }) => ({ value: key, label: name }))}
        rules={edition.content.voting.map(({ key, name }) => ({ value: key, label: name }))}
        dossiers={dossiers.map(({ pid, number, title, field }) => ({
          value: pid,
          label: [number, title].filter(Boolean).join(' · '),
          help: fields.get(field ?? '') ?? '',
        }))}
        backHref={pathOf(c, edition, 'bieu-quyet')}
      />
    ),
  });
}

async function create(c: WebContext): Promise<Response> {
  const edition = await managedEdition(c);
  const { values, lists, key } = await formOf(c);
  const dossiers = lists.dossiers ?? [];
  const { council, phase, kind, subject, most, how, rule } = values;
  const raw = { council, phase, kind, subject, most, how, rule, dossiers };
  const answer = await once<{ pid: string } | { issues: readonly Issue[] }>(
    c.var.cx,
    key,
    async (cx) => {
      const made = await execute(cx, createBallot, raw);
      return made.ok
        ? { keep: true, answer: made.value }
        : { keep: false, answer: { issues: made.issues } };
    },
  );
  if ('pid' in answer)
    return c.redirect(`${pathOf(c, edition, `bieu-quyet/${answer.pid}`)}?da-lap=1`, 303);
  // What is wrong with one dossier is told at their list.
  const issues = answer.issues.map((found) =>
    found.path.startsWith('dossiers') ? { ...found, path: 'dossiers' } : found,
  );
  return newPage(c, edition, returnedForm(values, issues, issueWords, words.labels), dossiers);
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
            : [...new Set(issues.map((found) => wordsOf(found, issueWords)))].join(' ')
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
    words: issueWords,
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
