import type { Hono } from 'hono';
import { NotFound } from '../../../../platform/errors.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { judgeByToken, judgePage } from '../../../councils/index.ts';
import { LeniencyPage } from '../../pages/judge/leniency.tsx';
import { headedPhases, membersOf, outcomeOf } from '../../service/index.ts';
import { pageWords as words } from '../../vi/pages.ts';
import { calibrationWords, judgeLines } from '../leniency.ts';

/** What whoever heads a council learns of the judging in it, behind their link. */
export function headDoors(app: Hono<Env>): void {
  app.get('/giam-khao/:token/muc-cham/:phase', leniencyPage);
}

async function leniencyPage(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const token = c.req.param('token') ?? '';
  const judge = await judgeByToken(cx, token);
  const headed = (await headedPhases(cx, judge)).find(
    ({ phase }) => phase.key === c.req.param('phase'),
  );
  if (headed === undefined) throw new NotFound('phase');
  const { outcome } = await outcomeOf(cx, judge.edition, headed.phase.key);
  return judgePage(c, judge, token, {
    title: words.judges,
    crumbs: [{ label: words.judges }],
    body: (
      <LeniencyPage
        phase={headed.phase.name}
        calibration={calibrationWords(outcome)}
        judges={judgeLines(outcome, await membersOf(cx, headed.councils))}
      />
    ),
  });
}
