import type { Cx } from '../../../platform/cx.ts';
import { hiddenFrom, openPhases, type Party, type Phase, timingOf } from '../../calls/index.ts';
import { chairSight, type Sight, sightOf, type Veil } from '../rules/index.ts';
import type { SheetEdition, Task } from '../schema/index.ts';

function veilOf(cx: Cx, { content }: SheetEdition, phase: Phase, party: Party): Veil {
  const now = cx.clock.now();
  return {
    phase: hiddenFrom([phase], party),
    now: hiddenFrom(openPhases(content.phases, now), party),
    over: timingOf(phase, now) === 'closed',
  };
}

/** What a party sees of the sheets of a phase now. */
export const partySight = (cx: Cx, edition: SheetEdition, phase: Phase, party: Party): Sight =>
  sightOf(veilOf(cx, edition, phase, party));

/**
 * What a judge sees of the dossier of a task. `own` is the judge's own sheet on that dossier, null when
 * there is none; `chairs` whether the judge chairs the council.
 */
export function judgeSight(
  cx: Cx,
  about: {
    readonly edition: SheetEdition;
    readonly phase: Phase;
    readonly own: Pick<Task, 'state'> | null;
    readonly chairs: boolean;
  },
): Sight {
  const { edition, phase, own, chairs } = about;
  const judge = partySight(cx, edition, phase, 'judge');
  if (!chairs) return judge;
  const open = timingOf(phase, cx.clock.now()) !== 'closed';
  const signed = own === null || own.state === 'signed' || !open;
  return chairSight(judge, partySight(cx, edition, phase, 'chair'), signed);
}
