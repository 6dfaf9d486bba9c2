import { type Issue, issue } from '../../../../kernel/issue.ts';
import type { EditionContent, Hideable, Phase, PhaseAct } from '../content/index.ts';
import { isLocalSecond } from '../deadlines.ts';
import { codePattern, repeats } from './terms.ts';

/** What somebody has to see to do it. */
const seenBy: Partial<Readonly<Record<PhaseAct, Hideable>>> = {
  judge: 'dossiers',
  validate: 'dossiers',
  compare: 'dossiers',
  see_results: 'results',
  discuss: 'scores',
};

/** Phases that end before they begin, or hide what has to be seen in them. */
export function phaseIssues({ phases }: EditionContent): Issue[] {
  const path = (at: number): string => `phases.${at}`;
  return [
    ...phases.flatMap((phase, at) => [
      ...(codePattern.test(phase.key)
        ? []
        : [issue(`${path(at)}.key`, 'key_wrong', { typed: phase.key })]),
      ...(phase.name.trim() === '' ? [issue(`${path(at)}.name`, 'phase_name_missing')] : []),
      ...timeIssues(phase, path(at)),
      ...hidingIssues(phase, path(at)),
    ]),
    ...repeats(
      phases,
      ({ key }) => key,
      (at) => `${path(at)}.key`,
      'phase_key_twice',
      'keys',
    ),
    ...repeats(
      phases,
      ({ name }) => name,
      (at) => `${path(at)}.name`,
      'phase_name_twice',
    ),
  ];
}

function timeIssues({ name, opens, closes }: Phase, path: string): Issue[] {
  const wrong = (['opens', 'closes'] as const).flatMap((end) => {
    const text = end === 'opens' ? opens : closes;
    return text === null || isLocalSecond(text)
      ? []
      : [issue(`${path}.${end}`, 'no_such_second', { name, typed: text })];
  });
  if (wrong.length > 0) return wrong;
  if (opens !== null && closes !== null && closes < opens)
    return [issue(`${path}.closes`, 'phase_turned', { name, opens, closes })];
  return opens === null && closes !== null
    ? [issue(`${path}.opens`, 'phase_without_opening', { name, closes })]
    : [];
}

function hidingIssues({ name, permits, hidden }: Phase, path: string): Issue[] {
  return hidden.flatMap(({ from, what }, at) => {
    const acts = permits.filter(({ who }) => who === from).flatMap(({ may }) => may);
    const against = acts.find((act) => {
      const seen = seenBy[act];
      return seen !== undefined && what.includes(seen);
    });
    return against === undefined
      ? []
      : [issue(`${path}.hidden.${at}`, 'hidden_but_needed', { name, party: from, act: against })];
  });
}
