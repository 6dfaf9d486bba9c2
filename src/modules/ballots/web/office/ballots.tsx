import type { Hono } from 'hono';
import type { Issue } from '../../../../kernel/issue.ts';
import { execute, once } from '../../../../platform/command.ts';
import { type FormView, freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { ButtonLink } from '../../../../ui/index.ts';
import { standingIn } from '../../../assignments/index.ts';
import { type Edition, reviewingPhases } from '../../../calls/index.ts';
import { councilsOf } from '../../../councils/index.ts';
import { BallotForm, BallotList } from '../../pages/office/ballots.tsx';
import { resultManage } from '../../policy.ts';
import { ballotsOf } from '../../queries/index.ts';
import { createBallot } from '../../service/index.ts';
import { ballotWords as words } from '../../vi/ballots.ts';
import { ballotIssues } from '../../vi/issues.ts';
import { ballotProgress } from '../words.ts';
import {
  crumbsOf,
  editionOf,
  managedEdition,
  mayAt,
  noticeOf,
  pathOf,
  phaseOf,
  SectionTabs,
} from './section.tsx';
import { ballotPath, list } from './shared.ts';

/** The ballots of an edition, and new ones. */
export function ballotListDoors(app: Hono<Env>): void {
  app.get(list, listPage);
  app.get(`${list}/moi`, async (c) => newPage(c, await managedEdition(c), null, null));
  app.post(`${list}/moi`, create);
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
  const dossiers = phase === '' ? [] : await standingIn(cx, edition, phase);
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
  return newPage(c, edition, returnedForm(values, issues, ballotIssues, words.labels), dossiers);
}
