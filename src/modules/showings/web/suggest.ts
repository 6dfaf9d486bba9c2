import type { Hono } from 'hono';
import { rootCode } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { suggestShowings } from '../service/index.ts';

/** What a search box may offer while somebody types: `[{kind, label, href}]`. */
export function suggestDoors(app: Hono<Env>): void {
  app.get('/tim/goi-y', async (c) =>
    c.json(await suggestShowings(c.var.cx, searchedBy(c), c.req.query('q') ?? ''), 200, {
      'cache-control': 'no-cache',
    }),
  );
}

/** Whose articles a site's search looks through: those of everybody at the root, else what the site shows. */
export const searchedBy = (c: WebContext): string | null =>
  c.var.place.code === rootCode() ? null : c.var.place.organisationId;
