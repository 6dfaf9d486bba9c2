import type { Hono } from 'hono';
import { office } from '../../../../platform/http/addresses.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { Unreadable } from '../../../../platform/http/problems.ts';
import {
  type Edition,
  editionContent,
  sayDecision,
  stateNames,
  type Touched,
} from '../../../calls/index.ts';
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
  const { values, lists } = await formOf(c);
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
        change={{ action: backOf(c, edition, values.back ?? ''), kept: keptOf(lists) }}
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

/** The part of the edition that the change was asked from; its overview where it is another address. */
function backOf(c: WebContext, edition: Edition, sent: string): string {
  const own = office(c.var.place.code, `hoi-thi/${edition.pid}`);
  return sent.startsWith(`${own}/`) && /^[\w/-]+$/.test(sent) ? sent : own;
}

/** All that was typed, to be sent again. */
const keptOf = (lists: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(lists).flatMap(([name, values]) =>
    ['act', 'content', 'back'].includes(name) ? [] : values.map((value) => [name, value] as const),
  );

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
