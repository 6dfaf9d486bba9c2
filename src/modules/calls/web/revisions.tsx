import type { Hono } from 'hono';
import { vietnamTime } from '../../../kernel/clock.ts';
import { formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { RevisionList } from '../pages/revisions.tsx';
import { revisionsOf } from '../queries/index.ts';
import { diffEditions } from '../rules/index.ts';
import { sayChange } from '../vi/index.ts';
import { pageWords } from '../vi/pages.ts';
import { base, crumbsOf, editionOf } from './shared.tsx';

const words = pageWords.revisions;

/** What held from when on, why it was changed, and what that did to whom. */
export function revisionDoors(app: Hono<Env>): void {
  app.get(`${base}/:pid/cac-ban`, page);
}

async function page(c: WebContext) {
  const edition = await editionOf(c);
  const revisions = await revisionsOf(c.var.cx.db, edition.id);
  const items = revisions.map(({ number, since, reason, content }, at) => {
    const before = revisions[at - 1];
    return {
      number,
      since: formatDateTime(vietnamTime(since)),
      reason,
      changes: before === undefined ? null : diffEditions(before.content, content).map(sayChange),
    };
  });
  return c.var.shell.office(c, {
    title: words.title,
    lead: words.lead,
    crumbs: crumbsOf(c, edition, { label: words.title }),
    body: <RevisionList items={items.toReversed()} />,
  });
}
