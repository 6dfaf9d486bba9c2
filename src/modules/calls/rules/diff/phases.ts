import { type EditionContent, type Phase, reviewOf } from '../content/index.ts';
import { type ChangeEffect, change, type EditionChange, same } from './changes.ts';

/** Deadlines that move, phases that come and go, what they permit, hide and judge by. */
export function phaseChanges(before: EditionContent, after: EditionContent): EditionChange[] {
  const older = new Map(before.phases.map((phase) => [phase.key, phase]));
  const newer = new Set(after.phases.map(({ key }) => key));
  return [
    ...before.phases.flatMap((phase, at) =>
      newer.has(phase.key) ? [] : [change(`phases.${at}`, 'phase_removed', about(phase))],
    ),
    ...after.phases.flatMap((phase, at) => {
      const old = older.get(phase.key);
      return old === undefined
        ? [change(`phases.${at}`, 'phase_added', about(phase))]
        : onePhase(old, phase, `phases.${at}`);
    }),
  ];
}

const about = ({ key, name }: Phase) => ({ key, name });

function onePhase(old: Phase, phase: Phase, path: string): EditionChange[] {
  const own = about(phase);
  const moved = (['opens', 'closes'] as const).flatMap((end) => {
    const [was, is] = [old[end], phase[end]];
    if (was === is) return [];
    // Without an end is later than any end; without an opening it is not open yet.
    const later = was !== null && (is === null || is > was);
    const effect = later ? 'deadline_later' : 'deadline_earlier';
    return [change(`${path}.${end}`, effect, { ...own, end, before: was, after: is })];
  });
  return [
    ...moved,
    ...(same(old.permits, phase.permits)
      ? []
      : [change(`${path}.permits`, 'permits_changed', own)]),
    ...(same(old.hidden, phase.hidden) ? [] : [change(`${path}.hidden`, 'hidden_changed', own)]),
    ...(old.rubric === phase.rubric
      ? []
      : [
          change(`${path}.rubric`, 'rubric_changed', {
            ...own,
            before: old.rubric,
            after: phase.rubric,
          }),
        ]),
    ...reviewChanges(old, phase, path),
    ...(old.name === phase.name
      ? []
      : [change(`${path}.name`, 'words_changed', { label: phase.name })]),
  ];
}

/** Who judges, what the council has to discuss, how many go on: of a phase that stays judged. */
function reviewChanges(old: Phase, phase: Phase, path: string): EditionChange[] {
  if (old.rubric === null || phase.rubric === null) return [];
  const [was, is] = [reviewOf(old), reviewOf(phase)];
  const moved = (name: keyof typeof was): boolean => was[name] !== is[name];
  const told = (name: 'each' | 'spread' | 'goes_on', effect: ChangeEffect) =>
    moved(name)
      ? [
          change(`${path}.review.${name}`, effect, {
            ...about(phase),
            before: was[name],
            after: is[name],
          }),
        ]
      : [];
  return [
    ...told('each', 'judges_changed'),
    ...(moved('by') || moved('trim')
      ? [
          change(`${path}.review`, 'ranking_changed', {
            ...about(phase),
            before: { by: was.by, trim: was.trim },
            after: { by: is.by, trim: is.trim },
          }),
        ]
      : []),
    ...told('spread', 'spread_changed'),
    ...told('goes_on', 'goes_on_changed'),
  ];
}
