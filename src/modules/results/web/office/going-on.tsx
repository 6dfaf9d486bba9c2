import type { Hono } from 'hono';
import type { Issue } from '../../../../kernel/issue.ts';
import { execute } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { assignmentIssues, enterPhase, standingIn } from '../../../assignments/index.ts';
import { reviewingPhases } from '../../../calls/index.ts';
import { GoOnForm } from '../../pages/office/going-on.tsx';
import { above } from '../../rules/outcome/index.ts';
import { outcomeOf } from '../../service/index.ts';
import { points, pageWords as words } from '../../vi/pages.ts';
import { issueWords } from '../words.ts';
import { fieldName } from './field-name.ts';
import { base, crumbsOf, managedEdition, pathOf, seesPoints } from './shared.tsx';

const path = `${base}/vao-vong-sau`;

/** Which dossiers go on from a phase to the next one. */
export function goingOnDoors(app: Hono<Env>): void {
  app.get(path, (c) => page(c, null, []));
  app.post(path, receive);
}

/** The phase of the address and the one after it. @throws NotFound where there is none after it */
async function opened(c: WebContext) {
  const edition = await managedEdition(c);
  const phases = reviewingPhases(edition.content.phases);
  const at = phases.findIndex(({ key }) => key === c.req.query('giai-doan'));
  const [phase, next] = [phases[at], phases[at + 1]];
  if (phase === undefined || next === undefined || !seesPoints(c, edition, phase))
    throw new NotFound('phase');
  return { edition, phase, next };
}

async function page(
  c: WebContext,
  chosen: readonly string[] | null,
  issues: readonly Issue[],
): Promise<Response> {
  const { edition, phase, next } = await opened(c);
  const { outcome, dossiers } = await outcomeOf(c.var.cx, edition, phase.key);
  const already = (await standingIn(c.var.cx, edition, next.key)).map(({ pid }) => pid);
  const proposed = outcome.groups.flatMap(({ rows, cuts }) =>
    cuts.slice(0, 1).flatMap((cut) => above(rows, cut).map(({ dossier }) => dossier)),
  );
  const titles = new Map(dossiers.map(({ pid, title }) => [pid, title]));
  const said = [
    ...new Set(issues.map((one) => wordsOf(one, { ...assignmentIssues, ...issueWords }))),
  ];
  return c.var.shell.office(c, {
    title: words.goOnTitle(next.name),
    lead: phase.name,
    crumbs: crumbsOf(c, edition, { label: words.goOn }),
    ...(issues.length === 0 ? {} : { error: true, status: 422 }),
    body: (
      <GoOnForm
        action={pathOf(c, edition, 'vao-vong-sau', { 'giai-doan': phase.key })}
        errors={said}
        help={words.goOnHelp(outcome.groups[0]?.cuts[0]?.places ?? null)}
        chosen={chosen ?? (already.length > 0 ? already : proposed)}
        groups={outcome.groups.map(({ field, rows }) => ({
          label: fieldName(edition, field),
          options: rows.map((row) => ({
            value: row.dossier,
            label: [row.place === null ? '–' : `${row.place}.`, row.number, titles.get(row.dossier)]
              .filter(Boolean)
              .join(' '),
            help:
              row.standing === 'stands'
                ? points(row.value)
                : row.standing === 'failed'
                  ? words.failed
                  : words.unjudged,
          })),
        }))}
        backHref={pathOf(c, edition, '', { 'giai-doan': phase.key })}
      />
    ),
  });
}

async function receive(c: WebContext): Promise<Response> {
  const { edition, phase, next } = await opened(c);
  const { lists } = await formOf(c);
  const dossiers = lists.dossiers ?? [];
  const done = await execute(c.var.cx, enterPhase, {
    edition: edition.pid,
    phase: next.key,
    dossiers,
  });
  if (!done.ok) return page(c, dossiers, done.issues);
  return c.redirect(pathOf(c, edition, '', { 'giai-doan': phase.key, 'da-chon': '1' }), 303);
}
