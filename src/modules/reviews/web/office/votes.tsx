import type { Hono } from 'hono';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { formatNumber } from '../../../../kernel/vietnamese/numbers.ts';
import { execute } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { saidIn } from '../../../../platform/records/section.ts';
import { Alert } from '../../../../ui/index.ts';
import { type Standing, standingIn } from '../../../assignments/index.ts';
import { type VotesPart, votesPoints } from '../../../calls/index.ts';
import { type VoteLine, VotesPage } from '../../pages/office/votes.tsx';
import { votesOf } from '../../queries/index.ts';
import type { DossierVotes } from '../../schema/index.ts';
import { recordVotes } from '../../service/index.ts';
import { officeWords } from '../../vi/index.ts';
import {
  base,
  crumbsOf,
  mayManage,
  neededPhase,
  needManaging,
  type OfficePhase,
  pathOf,
  phasePathOf,
  told,
} from './shared.ts';

const words = officeWords.votesPage;

/** How many votes each dossier had, for the parts of the rubric that count them. */
export function voteDoors(app: Hono<Env>): void {
  app.get(`${base}/binh-chon`, async (c) => page(c, await votingOf(c)));
  app.post(`${base}/binh-chon`, post);
}

interface Voting extends OfficePhase {
  readonly part: VotesPart;
  readonly parts: readonly VotesPart[];
  readonly standing: readonly Standing[];
  readonly votes: readonly DossierVotes[];
}

async function votingOf(c: WebContext): Promise<Voting> {
  const { cx } = c.var;
  const found = await neededPhase(c);
  const { edition, phase, rubric } = found;
  const parts = rubric.parts.filter((one): one is VotesPart => one.kind === 'votes');
  const asked = c.req.query('phan');
  const part = asked === undefined ? parts[0] : parts.find(({ key }) => key === asked);
  if (part === undefined) throw new NotFound('votes');
  return {
    ...found,
    part,
    parts,
    standing: await standingIn(cx, edition, phase.key),
    votes: (await votesOf(cx, edition.id, phase.key)).filter((one) => one.part === part.key),
  };
}

const nameOf = (pid: string): string => `votes.${pid}`;

interface Returned {
  readonly values: Readonly<Record<string, string>>;
  readonly issues: readonly Issue[];
}

async function page(
  c: WebContext,
  voting: Voting,
  back: Returned | null = null,
): Promise<Response> {
  const { edition, phase, part, parts, standing, votes } = voting;
  const keeper = (await mayManage(c, edition)) && edition.state === 'open';
  const most = votes.reduce((all, one) => Math.max(all, one.votes), 0);
  const wordsAt = (path: string) =>
    told(back?.issues.filter((one) => one.path === path) ?? []) || undefined;
  const rows = standing.map((dossier): VoteLine => {
    const own = votes.find(({ dossierId }) => dossierId === dossier.id);
    const name = nameOf(dossier.pid);
    return {
      name,
      number: dossier.number ?? dossier.pid,
      title: dossier.title,
      votes: back?.values[name] ?? (own === undefined ? '' : String(own.votes)),
      points: own === undefined ? '' : officeWords.points(votesPoints(part, own.votes, most)),
      source: own?.source ?? '',
      error: wordsAt(name),
    };
  });
  const said = saidIn(c, { 'da-luu': words.saved });
  return c.var.shell.office(c, {
    title: words.title,
    lead: words.lead(part.label, formatNumber(part.max)),
    crumbs: crumbsOf(
      c,
      edition,
      { label: phase.name, href: phasePathOf(c, voting) },
      { label: words.title },
    ),
    error: back !== null,
    status: back === null ? 200 : 422,
    before: said === undefined ? undefined : <Alert tone="ok" title={said} live />,
    body: (
      <VotesPage
        parts={parts.map((one) => ({
          href: pathOf(c, edition, 'binh-chon', { 'giai-doan': phase.key, phan: one.key }),
          label: one.label,
          current: one.key === part.key,
        }))}
        action={
          keeper
            ? pathOf(c, edition, 'binh-chon', { 'giai-doan': phase.key, phan: part.key })
            : null
        }
        rows={rows}
        source={back?.values.source ?? ''}
        errors={{ source: wordsAt('source'), whole: wordsAt('') }}
      />
    ),
  });
}

async function post(c: WebContext): Promise<Response> {
  const voting = await votingOf(c);
  const { edition, phase, part, standing, votes } = voting;
  await needManaging(c, edition);
  const { values } = await formOf(c);
  const kept = new Map(votes.map((one) => [one.dossierId, String(one.votes)]));
  // What stands as it was keeps its source.
  const typed = standing.filter(({ id, pid }) => {
    const text = (values[nameOf(pid)] ?? '').trim();
    return text !== '' && text !== kept.get(id);
  });
  if (typed.length === 0) return page(c, voting, { values, issues: [issue('', 'votes_nothing')] });
  const outcome = await execute(c.var.cx, recordVotes, {
    edition: edition.pid,
    phase: phase.key,
    part: part.key,
    source: values.source,
    votes: typed.map(({ pid }) => ({ dossier: pid, votes: values[nameOf(pid)] })),
  });
  if (outcome.ok)
    return c.redirect(
      pathOf(c, edition, 'binh-chon', { 'giai-doan': phase.key, phan: part.key, 'da-luu': '1' }),
      303,
    );
  // A row of what was sent is a dossier of the page.
  const issues = outcome.issues.map((one) => {
    const at = /^votes\.(\d+)\./.exec(one.path)?.[1];
    const dossier = at === undefined ? undefined : typed[Number(at)];
    return dossier === undefined ? one : { ...one, path: nameOf(dossier.pid) };
  });
  return page(c, voting, { values, issues });
}
