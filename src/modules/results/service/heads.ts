import type { Cx } from '../../../platform/cx.ts';
import { type Phase, reviewingPhases, timingOf } from '../../calls/index.ts';
import { councilsOf, type OpenedJudge, seatsOf, seatsOfJudges } from '../../councils/index.ts';
import { partySight } from '../../reviews/index.ts';

/** A phase in which somebody heads councils: is in the chair, or keeps the minutes. */
export interface HeadedPhase {
  readonly phase: Phase;
  /** Ids of the councils. */
  readonly councils: readonly string[];
}

const heads = new Set(['chair', 'secretary']);

/**
 * The phases of which a judge may know how strict each member of the own councils was: those that have ended, and of
 * which the points and the names of the judges are not kept from the chair. At most two queries.
 */
export async function headedPhases(cx: Cx, judge: OpenedJudge): Promise<HeadedPhase[]> {
  if (judge.state !== 'accepted') return [];
  const seats = (await seatsOfJudges(cx, [judge.id])).filter(({ role }) => heads.has(role));
  if (seats.length === 0) return [];
  const own = new Set(seats.map(({ councilId }) => councilId));
  const councils = (await councilsOf(cx, judge.edition.id)).filter(({ id }) => own.has(id));
  const { content } = judge.edition;
  return reviewingPhases(content.phases).flatMap((phase) => {
    const there = councils.filter(
      ({ phases }) => phases.length === 0 || phases.includes(phase.key),
    );
    const sight = partySight(cx, judge.edition, phase, 'chair');
    const over = timingOf(phase, cx.clock.now()) === 'closed';
    return there.length > 0 && over && sight.others && sight.names
      ? [{ phase, councils: there.map(({ id }) => id) }]
      : [];
  });
}

/** The public ids of those who sit in councils, with their names. One query. */
export async function membersOf(cx: Cx, councils: readonly string[]): Promise<Map<string, string>> {
  const seats = await seatsOf(cx, councils);
  return new Map(seats.map(({ judge }) => [judge.pid, judge.name]));
}
