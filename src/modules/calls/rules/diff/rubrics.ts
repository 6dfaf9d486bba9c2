import {
  type EditionContent,
  isReviewing,
  type Rubric,
  type VotingRule,
} from '../content/index.ts';
import { scoresAlike } from '../scoring/index.ts';
import { change, type EditionChange, same } from './changes.ts';

interface Keyed {
  readonly key: string;
}

/** What came, went and stayed between two lists, by key. */
function compared<T extends Keyed>(before: readonly T[], after: readonly T[]) {
  const older = new Map(before.map((one) => [one.key, one]));
  const newer = new Set(after.map(({ key }) => key));
  return {
    gone: before.flatMap((one, at) => (newer.has(one.key) ? [] : [{ one, at }])),
    come: after.flatMap((one, at) => (older.has(one.key) ? [] : [{ one, at }])),
    kept: after.flatMap((one, at) => {
      const old = older.get(one.key);
      return old === undefined ? [] : [{ old, one, at }];
    }),
  };
}

/** Names of the phases that are judged by a sheet. */
const judgedBy = ({ phases }: EditionContent, rubric: string): string[] =>
  phases.filter((phase) => isReviewing(phase) && phase.rubric === rubric).map(({ name }) => name);

/** Sheets that come, go and count otherwise, with the phases that feel it. */
export function rubricChanges(before: EditionContent, after: EditionContent): EditionChange[] {
  const { gone, come, kept } = compared(before.rubrics, after.rubrics);
  const about = (content: EditionContent, { key, name }: Rubric) => ({
    key,
    name,
    phases: judgedBy(content, key),
  });
  return [
    ...gone.map(({ one, at }) => change(`rubrics.${at}`, 'rubric_removed', about(before, one))),
    ...come.map(({ one, at }) => change(`rubrics.${at}`, 'rubric_added', about(after, one))),
    ...kept.flatMap(({ old, one, at }) => oneRubric(old, one, `rubrics.${at}`, about(after, one))),
  ];
}

/** What words a sheet is asked for, by part. */
const asked = ({ parts }: Rubric): unknown =>
  Object.fromEntries(
    parts.flatMap((part): [string, unknown][] => {
      if (part.kind === 'note') return [[part.key, { to: part.to, required: part.required }]];
      return part.kind === 'votes' || part.comment === 'none' ? [] : [[part.key, part.comment]];
    }),
  );

function oneRubric(
  old: Rubric,
  rubric: Rubric,
  path: string,
  about: { readonly phases: readonly string[] },
): EditionChange[] {
  if (same(old, rubric)) return [];
  const passes = { ...about, before: old.pass, after: rubric.pass };
  const told = [
    ...(same(asked(old), asked(rubric)) ? [] : [change(`${path}.parts`, 'sheet_asks', about)]),
    ...(scoresAlike(old, rubric) ? [] : [change(`${path}.parts`, 'scoring_changed', about)]),
    ...(old.pass === rubric.pass ? [] : [change(`${path}.pass`, 'pass_changed', passes)]),
  ];
  return told.length > 0 ? told : [change(path, 'words_changed', { label: rubric.name })];
}

/** Rules of voting that come, go and ask for more or less. */
export function votingChanges(before: EditionContent, after: EditionContent): EditionChange[] {
  const { gone, come, kept } = compared(before.voting, after.voting);
  const rule = ({ of, share, quorum }: VotingRule) => ({ of, share, quorum });
  const about = (one: VotingRule) => ({ key: one.key, name: one.name, after: rule(one) });
  return [
    ...gone.map(({ one, at }) => change(`voting.${at}`, 'voting_removed', about(one))),
    ...come.map(({ one, at }) => change(`voting.${at}`, 'voting_added', about(one))),
    ...kept.flatMap(({ old, one, at }) => {
      if (!same(rule(old), rule(one)))
        return [change(`voting.${at}`, 'voting_changed', { ...about(one), before: rule(old) })];
      return same(old, one) ? [] : [change(`voting.${at}`, 'words_changed', { label: one.name })];
    }),
  ];
}
