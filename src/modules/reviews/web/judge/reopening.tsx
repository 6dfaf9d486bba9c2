import type { Hono } from 'hono';
import { execute } from '../../../../platform/command.ts';
import { Conflict, NotFound } from '../../../../platform/errors.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { judgePage, judgeRoom, tooOften } from '../../../councils/index.ts';
import { ReopenPage } from '../../pages/judge/council.tsx';
import { refusalOf } from '../../rules/index.ts';
import { reopenAsChair, standingOf } from '../../service/index.ts';
import { judgeWords } from '../../vi/index.ts';
import { type Discussed, discussed } from './council.tsx';
import { numberOf, phasePath, sheetPath, told } from './shared.ts';

const words = judgeWords.council;

/** The chair opens a signed sheet again. */
export function reopeningDoors(app: Hono<Env>): void {
  const base = '/giam-khao/:token/phieu/:assignment/mo-lai';
  app.get(base, async (c) => reopenPage(c, await discussed(c)));
  app.post(base, reopen);
}

async function reopenPage(
  c: WebContext,
  found: Discussed,
  back: { readonly reason: string; readonly error: string } | null = null,
): Promise<Response> {
  const { token, judge, task, chairs } = found;
  const refusal = refusalOf('reopen', standingOf(task, c.var.cx.clock.now()));
  if (!chairs || (refusal !== null && back === null)) throw new NotFound('score_sheet');
  return judgePage(c, judge, token, {
    title: words.reopenTitle,
    crumbs: [
      { label: task.at.name, href: phasePath(token, task.phase) },
      { label: words.title(numberOf(task)), href: sheetPath(token, task, 'hoi-dong') },
      { label: words.reopenTitle },
    ],
    ...(back === null ? {} : { error: true, status: 422 }),
    body: (
      <ReopenPage
        action={sheetPath(token, task, 'mo-lai')}
        keepHref={sheetPath(token, task, 'hoi-dong')}
        version={task.version}
        reason={back?.reason ?? ''}
        error={back?.error}
      />
    ),
  });
}

async function reopen(c: WebContext): Promise<Response> {
  const found = await discussed(c);
  if (!found.chairs) throw new NotFound('score_sheet');
  const { token, judge, task } = found;
  const { values } = await formOf(c);
  const { reason = '', version } = values;
  if (!(await judgeRoom(c, judge)))
    return reopenPage(c, found, { reason, error: told([tooOften]) });
  try {
    const sent = { token, assignment: task.pid, reason, version };
    const outcome = await execute(c.var.cx, reopenAsChair, sent);
    if (!outcome.ok) return await reopenPage(c, found, { reason, error: told(outcome.issues) });
    return c.redirect(`${sheetPath(token, task, 'hoi-dong')}?da-mo-lai=1`, 303);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const again = await discussed(c);
    return reopenPage(c, again, { reason, error: told([{ path: '', code: 'sheet_changed' }]) });
  }
}
