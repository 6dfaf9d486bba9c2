import type { Hono } from 'hono';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { Unreadable } from '../../../../platform/http/problems.ts';
import { editionContent, sayDecision, stateNames, type Touched } from '../../../calls/index.ts';
import { TouchedPage } from '../../pages/office/touched.tsx';
import { touchedDossiers } from '../../queries/index.ts';
import { touchedWords as words } from '../../vi/office/index.ts';
import { base, crumbsOf, keptEdition, pathOf, told } from './shared.tsx';

/** Which dossiers another content of the edition would touch: asked from the preview of a change. */
export function touchedDoors(app: Hono<Env>): void {
  app.post(`${base}/cham-toi`, page);
}

/** More than anybody reads; the number of all is told. */
const most = 200;

async function page(c: WebContext): Promise<Response> {
  const edition = await keptEdition(c);
  const { values } = await formOf(c);
  const content = editionContent.safeParse(parsed(values.content ?? ''));
  if (!content.success) throw new Unreadable();
  const all = await touchedDossiers(c.var.cx, edition, content.data);
  return c.var.shell.office(c, {
    title: words.title,
    lead: words.lead(all.length),
    crumbs: crumbsOf(c, edition, { label: words.title }),
    body: (
      <TouchedPage
        rest={Math.max(0, all.length - most)}
        rows={all.slice(0, most).map(({ pid, number, title, state, touched }) => ({
          number,
          title,
          state: stateNames[state],
          href: pid === null ? null : pathOf(c, edition, pid),
          feels: sentences(touched),
        }))}
      />
    ),
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const sentences = ({ excluded, included, issues, kept, consents }: Touched): string[] => [
  ...excluded.map(sayDecision),
  ...included.map((one) => words.included(sayDecision({ ...one, ok: true }))),
  ...[...new Set(issues.map((one) => told([one])))],
  ...(kept.length === 0 ? [] : [words.kept(kept.length)]),
  ...(consents.length === 0 ? [] : [words.consents(consents.length)]),
];
