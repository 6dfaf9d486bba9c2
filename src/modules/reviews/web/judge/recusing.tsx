import type { Hono } from 'hono';
import { execute } from '../../../../platform/command.ts';
import { formOf } from '../../../../platform/http/body.ts';
import { siteOf } from '../../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { recuse } from '../../../assignments/index.ts';
import { judgePage, judgeRoom, tooOften } from '../../../councils/index.ts';
import { RecusePage } from '../../pages/judge/recusing.tsx';
import { judgeWords } from '../../vi/index.ts';
import {
  numberOf,
  type OpenedSheet,
  phasePath,
  sheetOf,
  sheetPath,
  titleIn,
  told,
} from './shared.ts';

const words = judgeWords.recuse;

/** A judge stands aside from a dossier: it is given to another one. */
export function recuseDoors(app: Hono<Env>): void {
  app.get('/giam-khao/:token/phieu/:assignment/tu-choi', async (c) => page(c, await sheetOf(c)));
  app.post('/giam-khao/:token/phieu/:assignment/tu-choi', post);
}

async function page(
  c: WebContext,
  opened: OpenedSheet,
  back: { readonly reason: string; readonly error: string } | null = null,
): Promise<Response> {
  const { token, judge, task, sight } = opened;
  return judgePage(c, judge, token, {
    title: words.title(numberOf(task)),
    crumbs: [
      { label: task.at.name, href: phasePath(token, task.phase) },
      { label: numberOf(task), href: sheetPath(token, task) },
      { label: words.title(numberOf(task)) },
    ],
    ...(back === null ? {} : { error: true, status: 422 }),
    body: (
      <RecusePage
        title={words.title(numberOf(task))}
        name={titleIn(task.edition, sight, task.dossier.title)}
        action={sheetPath(token, task, 'tu-choi')}
        keepHref={sheetPath(token, task)}
        reason={back?.reason ?? ''}
        error={back?.error}
      />
    ),
  });
}

async function post(c: WebContext): Promise<Response> {
  const opened = await sheetOf(c);
  const { token, judge, task } = opened;
  const { reason = '' } = (await formOf(c)).values;
  if (!(await judgeRoom(c, judge))) return page(c, opened, { reason, error: told([tooOften]) });
  const sent = { token, assignment: task.pid, reason, site: siteOf(c) };
  const outcome = await execute(c.var.cx, recuse, sent);
  if (!outcome.ok) return page(c, opened, { reason, error: told(outcome.issues) });
  return c.redirect(`${phasePath(token, task.phase)}?da-tu-choi=1`, 303);
}
