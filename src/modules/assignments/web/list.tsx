import type { Hono } from 'hono';
import { office } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { type Phase, reviewingPhases, reviewOf } from '../../calls/index.ts';
import { councilsOf, judgesThere, type Seat, seatsOf } from '../../councils/index.ts';
import { AssignmentList, type ShownCouncil, type ShownPhase } from '../pages/list.tsx';
import { assignmentsOf, isFirst, standingIn } from '../queries/index.ts';
import type { Assignment, Standing } from '../schema/index.ts';
import { words } from '../vi/index.ts';
import { base, crumbsOf, editionOf, mayManage, noticeOf, pathOf } from './shared.tsx';

export function listDoors(app: Hono<Env>): void {
  app.get(base, listPage);
}

/** Three queries, and one for each reviewing phase. */
async function listPage(c: WebContext): Promise<Response> {
  const { cx, shell, place } = c.var;
  const edition = await editionOf(c);
  const councils = await councilsOf(cx, edition.id);
  const seats = await seatsOf(
    cx,
    councils.map(({ id }) => id),
  );
  const given = await assignmentsOf(cx, { editionId: edition.id });
  const manager = (await mayManage(c, edition)) && edition.state === 'open';
  const phases: ShownPhase[] = [];
  for (const phase of reviewingPhases(edition.content.phases)) {
    const standing = await standingIn(cx, edition, phase.key);
    const later = !isFirst(edition, phase.key);
    const enter = pathOf(c, edition, `vao-vong/${encodeURIComponent(phase.key)}`);
    phases.push({
      name: phase.name,
      enterHref: later && manager ? enter : null,
      standing: standing.length,
      councils: councils
        .filter(({ phases: own }) => own.length === 0 || own.includes(phase.key))
        .map((council) => ({
          ...countsOf(council, phase, standing, seats, given),
          council: council.name,
          href: pathOf(c, edition, `${council.pid}/${encodeURIComponent(phase.key)}`),
        })),
    });
  }
  return shell.office(c, {
    title: words.title,
    lead: words.lead,
    crumbs: crumbsOf(c, edition),
    before: noticeOf(c),
    body: (
      <AssignmentList
        phases={phases}
        councilsHref={office(place.code, `hoi-thi/${edition.pid}/hoi-dong`)}
      />
    ),
  });
}

type Council = Awaited<ReturnType<typeof councilsOf>>[number];
type Counts = Pick<ShownCouncil, 'dossiers' | 'judges' | 'given' | 'lacks'>;

function countsOf(
  council: Council,
  phase: Phase,
  standing: readonly Standing[],
  seats: readonly Seat[],
  given: readonly Assignment[],
): Counts {
  const dossiers = standing.filter(({ field }) => judgesThere(council, field, phase.key));
  const serving = seats.filter(
    ({ councilId, votes, judge }) =>
      councilId === council.id && votes && judge.state === 'accepted',
  );
  const own = given.filter((one) => one.councilId === council.id && one.phase === phase.key);
  const each = reviewOf(phase).each;
  const have = Map.groupBy(own, ({ dossierId }) => dossierId);
  const lacks = dossiers.reduce(
    (sum, { id }) => sum + Math.max(0, (each ?? 1) - (have.get(id)?.length ?? 0)),
    0,
  );
  return {
    ...{ dossiers: dossiers.length, judges: serving.length, given: own.length },
    lacks: own.length === 0 ? null : lacks,
  };
}
