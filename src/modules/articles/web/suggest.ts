import type { Hono } from 'hono';
import { slugOf } from '../../../kernel/slug.ts';
import type { Env } from '../../../platform/http/env.ts';
import { listArticles, peopleNamed, tagsLike } from '../queries/index.ts';
import { languageNames, stateNames } from '../vi/index.ts';
import { needs } from './shared.ts';

/** What text fields of the form suggest: `?q=` → `[{value, label, note}]`. */
export function suggestDoors(app: Hono<Env>): void {
  app.get('/bai-viet/nguoi', async (c) => {
    needs(c);
    const people = await peopleNamed(c.var.cx, (c.req.query('q') ?? '').slice(0, 100), 10);
    return c.json(
      people.map(({ pid, name, note }) => ({ value: `${name} (${pid})`, label: name, note })),
    );
  });
  app.get('/bai-viet/goi-y', async (c) => {
    needs(c);
    const { cx, place } = c.var;
    const q = (c.req.query('q') ?? '').replace(/\([0-9a-z]{16}\)\s*$/, '').slice(0, 200);
    const { rows } = await listArticles(cx, {
      under: null,
      organisation: place.code,
      q,
      sort: 'changed',
      descending: true,
      page: 1,
      size: 10,
    });
    return c.json(
      rows.map(({ pid, title, language, state }) => ({
        value: `${title} (${pid})`,
        label: title,
        note: `${languageNames[language]} · ${stateNames[state]}`,
      })),
    );
  });
  app.get('/bai-viet/tu-khoa', async (c) => {
    const { cx, place } = c.var;
    const q = (c.req.query('q') ?? '').trim();
    const tags = await tagsLike(cx.db, place.organisationId, q === '' ? '' : slugOf(q), 10);
    return c.json(tags.map((tag) => ({ value: tag, label: tag, note: '' })));
  });
}
