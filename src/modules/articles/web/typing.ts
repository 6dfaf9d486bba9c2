import type { Hono } from 'hono';
import { execute } from '../../../platform/command.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { postedProse } from '../../../ui/index.ts';
import { sameValue } from '../rules/index.ts';
import type { Article } from '../schema/index.ts';
import { dropTyping, keepTyping } from '../service/index.ts';
import { articleIssues, words } from '../vi/index.ts';
import { sentValues } from './fields.ts';
import { liveOf, needs, pathOf } from './shared.ts';

/** What is typed is kept as it is typed, and thrown away when its writer says so. */
export function typingDoors(app: Hono<Env>): void {
  app.post('/bai-viet/tu-luu', (c) => keep(c, null));
  app.post('/bai-viet/:pid/tu-luu', async (c) => keep(c, await liveOf(c)));
  app.post('/bai-viet/bo-go-do', (c) => drop(c, null));
  app.post('/bai-viet/:pid/bo-go-do', async (c) => drop(c, await liveOf(c)));
}

const unkept = (answer: Response): Response => {
  answer.headers.set('cache-control', 'no-store');
  return answer;
};

async function keep(c: WebContext, article: Article | null): Promise<Response> {
  needs(c);
  const { cx, place } = c.var;
  const { _key, place: _, version, ...typed } = sentValues(await formOf(c));
  const now = cx.clock.now();
  const older = article !== null && Number(version) < article.version;
  // The last of what was typed may arrive after it was saved.
  if (older && savedAlready(article, typed))
    return unkept(c.json({ said: words.form.kept(now), tone: 'ok' }));
  const raw = { organisation: place.code, pid: article?.pid ?? null, base: version, typed };
  settled(await execute(cx, keepTyping, raw), articleIssues);
  return unkept(
    c.json({
      said: older ? words.form.keptOld(now) : words.form.kept(now),
      tone: older ? 'warn' : 'ok',
    }),
  );
}

function savedAlready({ content }: Article, typed: Readonly<Record<string, string>>): boolean {
  return (
    typed.title === content.title &&
    (typed.lead ?? '').trim() === content.lead &&
    sameValue(postedProse(typed, 'body')?.prose, content.body)
  );
}

async function drop(c: WebContext, article: Article | null): Promise<Response> {
  needs(c);
  const raw = { organisation: c.var.place.code, pid: article?.pid ?? null };
  settled(await execute(c.var.cx, dropTyping, raw), articleIssues);
  return c.redirect(pathOf(c, article === null ? 'moi' : `${article.pid}/sua`), 303);
}
