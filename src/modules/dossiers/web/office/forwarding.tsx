import type { Hono } from 'hono';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import { stateNames } from '../../../calls/index.ts';
import { ForwardForm, NotNow } from '../../pages/office/acts.tsx';
import { SentOnList } from '../../pages/office/sent-on.tsx';
import { awardsOf, editionsAbove, sentOnFrom } from '../../queries/index.ts';
import { forwardDossier, forwardIssues } from '../../service/index.ts';
import { dossierOfficeWords, sentOnWords, actWords as words } from '../../vi/office/index.ts';
import { forwardedPath } from './dossier-parts.ts';
import {
  base,
  crumbsOf,
  dossierCrumbs,
  dossierPath,
  editionOf,
  issueWords,
  keptDossier,
  mayKeep,
  pathOf,
  told,
} from './shared.tsx';

/** Sending a dossier on to an edition above, and what was sent on. */
export function forwardingDoors(app: Hono<Env>): void {
  app.get(`${base}/gui-len`, listPage);
  formDoor(app, {
    words: issueWords,
    path: `${base}/:pid/gui-len`,
    command: forwardDossier,
    title: () => words.forward.title,
    lead: ({ number, title }) => [number, title].filter(Boolean).join(' · '),
    open: keptDossier,
    crumbs: (c, dossier) => dossierCrumbs(c, dossier, { label: words.forward.title }),
    initial: () => ({}),
    fixed: async (_c, { pid }) => ({ values: { pid } }),
    version: ({ version }) => version,
    labels: words.labels,
    after: (c, dossier, { pid, edition }) =>
      `${pathOf(c, { pid: edition }, pid)}/viet?gui-len=${dossier.pid}`,
    view: async (c, dossier, state) => {
      const { cx } = c.var;
      const won = ((await awardsOf(cx.db, [dossier.id])).get(dossier.id) ?? []).length > 0;
      const issues = await forwardIssues(cx, dossier, won);
      const backHref = dossierPath(c, dossier);
      if (issues.length > 0) return <NotNow backHref={backHref}>{told(issues)}</NotNow>;
      const editions = await editionsAbove(cx, dossier.edition.organisation.id);
      return (
        <ForwardForm
          state={{ ...state, backHref }}
          editions={editions.map(({ pid, name, organisation }) => ({
            value: pid,
            label: `${name} (${organisation})`,
          }))}
        />
      );
    },
  });
}

async function listPage(c: WebContext): Promise<Response> {
  const edition = await editionOf(c);
  const rows = await sentOnFrom(c.var.cx, edition.id);
  const keeper = await mayKeep(c, edition);
  return c.var.shell.office(c, {
    title: sentOnWords.title,
    lead: [sentOnWords.lead(rows.length), edition.content.name].join(' · '),
    crumbs: crumbsOf(c, edition, { label: sentOnWords.title }),
    body: (
      <SentOnList
        rows={rows.map((row) => ({
          title: row.title === '' ? dossierOfficeWords.untitled : row.title,
          number: row.number,
          href: pathOf(c, edition, row.sourcePid),
          edition: row.edition,
          organisation: row.organisation,
          state: stateNames[row.state],
          targetNumber: row.targetNumber,
          result: row.awards.map(({ name }) => name).join(', '),
          writeHref: keeper && row.state === 'draft' ? forwardedPath(c, row) : null,
        }))}
      />
    ),
  });
}
