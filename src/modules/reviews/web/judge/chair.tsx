import type { Hono } from 'hono';
import { NotFound } from '../../../../platform/errors.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { reviewOf } from '../../../calls/index.ts';
import { judgePage } from '../../../councils/index.ts';
import { type ChairedDossier, ChairPage } from '../../pages/judge/chair.tsx';
import { chairedPhase, tasksChaired } from '../../queries/index.ts';
import { countedPoints, isWide, progressOf, spreadOf } from '../../rules/index.ts';
import type { Task } from '../../schema/index.ts';
import { judgeSight } from '../../service/index.ts';
import { judgeWords } from '../../vi/index.ts';
import { numberOf, type OpenedPhase, phaseOf, phasePath, sheetPath, titleIn } from './shared.ts';

const words = judgeWords.council;

/** All dossiers of the councils that a judge chairs. */
export function chairDoors(app: Hono<Env>): void {
  app.get('/giam-khao/:token/cham/:phase/hoi-dong', chairPage);
}

async function chairPage(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const opened = await phaseOf(c);
  const { token, judge, phase } = opened;
  if (!(await chairedPhase(cx, judge.id, phase.key))) throw new NotFound('phase');
  const chaired = await tasksChaired(cx, judge.id, phase.key);
  const rows = [...Map.groupBy(chaired, ({ dossier }) => dossier.id).values()].map((sheets) =>
    rowOf(c, opened, sheets),
  );
  return judgePage(c, judge, token, {
    title: words.allTitle(phase.name),
    crumbs: [
      { label: phase.name, href: phasePath(token, phase.key) },
      { label: words.allTitle(phase.name) },
    ],
    body: (
      <ChairPage
        title={words.allTitle(phase.name)}
        hidden={rows.every(({ low }) => low === null)}
        rows={rows
          .toSorted((a, b) => (b.width ?? -1) - (a.width ?? -1))
          .map(({ width: _, ...row }) => row)}
      />
    ),
  });
}

function rowOf(
  c: WebContext,
  { token, judge, phase }: OpenedPhase,
  sheets: readonly Task[],
): ChairedDossier & { readonly width: number | null } {
  const own = sheets.find((one) => one.judge.id === judge.id) ?? null;
  const about = { edition: judge.edition, phase, own, chairs: true };
  const sight = judgeSight(c.var.cx, about);
  const first = own ?? sheets[0]!;
  const points = countedPoints(sheets);
  const seen = sight.others && points.length > 0;
  const width = seen ? spreadOf(points) : null;
  const { all, signed } = progressOf(sheets);
  return {
    number: numberOf(first),
    title: sight.dossiers ? titleIn(judge.edition, sight, first.dossier.title) : '',
    href: sheetPath(token, first, 'hoi-dong'),
    sheets: sight.others ? `${signed}/${all}` : null,
    low: seen ? judgeWords.points(Math.min(...points)) : null,
    high: seen ? judgeWords.points(Math.max(...points)) : null,
    spread: width === null ? null : judgeWords.points(width),
    wide: seen && isWide(points, reviewOf(phase).spread),
    width,
  };
}
